"""What infra-gen's reader makes of HCL, against HashiCorp's own parser, python-hcl2 and the real terraform.

The texts are those of Texts and the fixtures of the audit. Other directories are compared as well if HCL_CORPUS names them,
separated by colons: a run by hand, with the repositories of others.
"""

import json
import os
import random
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import hcl2
import pygohcl
import pytest

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = (
    str(Path(os.environ["INFRA_GEN"]).parent / "hcl-program")
    if os.environ.get("INFRA_GEN")
    else str(ROOT / ".build/debug/hcl-program")
)
FOLDERS = [ROOT / "Tests/HCLTests/Texts", ROOT / "Tests/InfraCLITests/Audit/Plans"]
FOLDERS += [Path(folder) for folder in os.environ.get("HCL_CORPUS", "").split(":") if folder]
FILES = sorted(file for folder in FOLDERS for file in folder.rglob("*.tf") if file.is_file())


def program(mode, text, *options):
    if not Path(PROGRAM).exists() and os.environ.get("CI") != "true":
        pytest.skip("no hcl-program: build it")
    done = subprocess.run([PROGRAM, mode, *options], input=text.encode(), capture_output=True)
    assert done.returncode in (0, 1), done.stderr
    return done.returncode == 0, done.stdout.decode()


def printed(text):
    is_read, output = program("print", text)
    assert is_read, output
    return output


def plain(value):
    """Without what the text of an expression may have or not: space, comments, and commas where a line ends."""
    if isinstance(value, dict):
        # python-hcl2 keeps the quotes of a label.
        return {plain(key).strip('"'): plain(inner) for key, inner in value.items() if "comments" not in key}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    if isinstance(value, str):
        value = re.sub(r"/\*.*?\*/", "", value, flags=re.S)
        value = re.sub(r"(^|\s)(#|//).*$", "", value, flags=re.M)
        return re.sub(r"[\s,:=]+", "", value)
    return value


def leaves(value, path=()):
    """Every literal, with the names on the way to it; of an expression, its text."""
    if isinstance(value, dict) and not value.keys() & {"$expression", "$template"}:
        for key, inner in value.items():
            yield from leaves(inner, (*path, plain(key)))
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner, path)
    else:
        yield path, value


def ours(items, path=()):
    for item in items:
        if "block" in item:
            yield from ours(item["body"], (*path, item["block"], *item["labels"]))
        else:
            yield from leaves(item["value"], (*path, item["attribute"]))


def text_of(value):
    """The text of an expression. pygohcl writes the parts of a template one behind the other."""
    if not isinstance(value, dict) or not value:
        return value
    parts = value.get("$template") or [value]
    return "".join(part if isinstance(part, str) else part["$expression"] for part in parts)


@pytest.fixture(params=FILES, ids=lambda file: f"{file.parent.name}/{file.name}")
def file(request):
    return request.param


@pytest.fixture
def text(file):
    return file.read_bytes().decode()


def test_hashicorp_reads_the_same_from_what_is_printed(text):
    assert plain(pygohcl.loads(printed(text))) == plain(pygohcl.loads(text))


def test_python_hcl2_reads_the_same_from_what_is_printed(text):
    # It cannot read an interpolation with a tilde, and keeps the escape of a character.
    text = re.sub(r"(?m)^  trimmed .*$", "", text).replace(r"\u00e4", "ä")
    assert plain(hcl2.loads(printed(text))) == plain(hcl2.loads(text))


def test_literals_and_expressions_are_those_that_hashicorp_reads(file, text):
    if file.name == "evaluated.tf":
        pytest.skip("the real terraform plans it")
    # pygohcl shows no template directive, no key that is a template and no heredoc in an expression as one could
    # compare it.
    text = re.sub(r"(?m)^\s*(directives|computed|negative)\s+= [^<\n]*$", "", text)
    text = re.sub(r"(?ms)^\s*directives = <<-EOT.*?^\s*EOT$", "", text)
    text = re.sub(r"(?ms)^  called = \[<<EOT$.*?^  \)\]$", "", text)
    is_read, values = program("values", text)
    assert is_read
    read, theirs = list(ours(json.loads(values))), list(leaves(pygohcl.loads(text)))
    assert Counter((path, plain(text_of(value))) for path, value in read) == Counter(
        (path, plain(value)) for path, value in theirs
    )
    # Literals have no space too many or too few.
    assert not Counter(leaf for leaf in read if isinstance(leaf[1], str)) - Counter(theirs)


def test_what_is_printed_is_printed_again(text):
    once = printed(text)
    assert printed(once) == once


def test_comments_are_printed_once():
    text = (ROOT / "Tests/HCLTests/Texts/blocks.tf").read_text()
    comments = ["A comment", "of two lines", "none", "a comment behind a brace", "a comment behind a value",
                "a comment at the end", "a comment about an element", "and one behind it"]
    assert [printed(text).count(f"# {comment}\n") for comment in comments] == [1] * len(comments)


def planned(folder, name, text):
    """What the real terraform plans for a configuration: values, changes and outputs."""
    folder.mkdir()
    (folder / name).write_text(text)
    environment = os.environ | {"TF_IN_AUTOMATION": "1", "CHECKPOINT_DISABLE": "1"}

    def terraform(*arguments):
        done = subprocess.run(["terraform", *arguments], cwd=folder, capture_output=True, text=True, env=environment)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    terraform("init", "-input=false", "-no-color")
    terraform("plan", "-input=false", "-no-color", "-out=plan")
    plan = json.loads(terraform("show", "-json", "plan"))
    return {key: plan.get(key) for key in ("planned_values", "resource_changes", "output_changes", "checks")}


@pytest.mark.terraform
@pytest.mark.parametrize("name", ["evaluated.tf", "evaluated.tf.json"])
def test_terraform_plans_the_same_from_what_is_printed(name, tmp_path):
    if not shutil.which("terraform"):
        pytest.skip("no terraform")
    text = (ROOT / "Tests/HCLTests/Texts" / name).read_text()
    is_read, output = program("print", text, *(["--json"] if name.endswith(".json") else []))
    assert is_read, output
    expected = planned(tmp_path / "original", name, text)
    assert expected["output_changes"]
    assert planned(tmp_path / "printed", "main.tf", output) == expected


@pytest.mark.parametrize("file", sorted(ROOT.glob("out/*/*/main.tf.json")), ids=lambda file: "-".join(file.parts[-3:-1]))
def test_hashicorp_reads_what_is_printed_of_terraform_json(file):
    is_read, output = program("print", file.read_text(), "--json")
    assert is_read, output
    document = json.loads(file.read_text())
    read = pygohcl.loads(output)
    assert {type: set(named) for type, named in read["resource"].items()} == {
        type: set(named) for type, named in document["resource"].items()
    }


@pytest.mark.terraform
def test_terraform_leaves_what_is_printed_as_it_is(tmp_path):
    if not shutil.which("terraform"):
        pytest.skip("no terraform")
    for index, file in enumerate(FILES):
        # `terraform fmt` also writes "${a}" as a, which is a change of the tree.
        text = re.sub(r'"\$\{([\w.]+)\}"', r"\1", file.read_text())
        (tmp_path / f"{index}.tf").write_text(printed(text))
    done = subprocess.run(["terraform", "fmt", "-check", "-diff", tmp_path], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    "text",
    [
        "a = 1 b = 2", "a = ", "a {", "a = [1 2]", "a = {b = 1 c = 2}", "a = \"${b\"", "a = \"\\x\"", "a = f(1 2)",
        "a = <<E\nb\nE", "a = <<E \nb\nE\n", "a { b = 1, c = 2 }\n", "a = b ? c", "a = 1\na = 2\n", "a b {} c {}\n",
        "a = (1\n", "a = 1 +\n2\n", "a \"${b}\" {}\n", "a = \"%{if b}\"\n", "a = \"%{endif}\"\n", "a = b.\n", "= 1\n",
        "a = [for b : c]\n", "a = {for b in c : d}\n", "a = \"b\nc\"\n", "a = 'b'\n", "a = {\n b = 1,,\n}\n", "a = /* b\n",
    ],
)
def test_what_hashicorp_refuses_is_an_error(text):
    with pytest.raises(pygohcl.HCLParseError):
        pygohcl.loads(text)
    is_read, output = program("print", text)
    assert not is_read, output
    assert re.match(r"error: line \d+, column \d+: ", output)


PIECES = ['"', "${", "}", "{", "(", ")", "[", "]", "\n", " ", "=", ":", "?", ".", "*", "...", "%{if a}", "%{endif}", "~", "<<E\n",
          "E\n", "#", "//", "/*", "*/", "\\", "$", "%", "!", "-", "1", "a", "for ", "in ", "if ", ",", "=>", "::", "\r\n", "null"]


@pytest.mark.parametrize("seed", range(4))
def test_hashicorp_refuses_the_same_of_damaged_texts(seed):
    dice = random.Random(seed)
    texts = [file.read_text() for file in sorted((ROOT / "Tests/HCLTests/Texts").glob("*.tf"))]
    accepted = Counter()
    for _ in range(100):
        text = dice.choice(texts)
        for _ in range(dice.randint(1, 2)):
            start = dice.randrange(len(text))
            text = text[:start] + dice.choice([*PIECES, ""]) + text[start + dice.randint(0, 3):]
        try:
            pygohcl.loads(text)
            expected = True
        except pygohcl.HCLParseError:
            expected = False
        is_read, output = program("print", text)
        assert is_read == expected, f"{output}\n{text}"
        accepted[is_read] += 1
    assert min(accepted[True], accepted[False]) > 10
