"""Has Terraform validate a directory in parts, and fails where it objects to the shape of a block.

What Terraform objects to otherwise, such as two arguments that exclude each other, is expected where every argument is
filled, and is counted.
"""
import collections
import json
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "EndToEndTests/harness"))
import terraform  # noqa: E402

# What has to do with which arguments were filled, and not with their names, kinds and numbers.
EXPECTED = {
    "Conflicting configuration arguments", "Invalid combination of arguments", "Invalid Attribute Combination",
    # A set with fewer elements than AWS takes.
    "Invalid Attribute Value",
}
# The provider's own errors: it says of this one that it has to be reported.
FAULTY = {"data.aws_devopsguru_notification_channel.filled"}
PART = 150


def parts(configuration):
    """The configuration with at most so many resources at a time: Terraform takes much longer for all of them at once."""
    blocks = [(section, type_, named) for section in ("resource", "data", "ephemeral")
              for type_, named in configuration.get(section, {}).items()]
    rest = {key: one for key, one in configuration.items() if key not in ("resource", "data", "ephemeral")}
    for start in range(0, len(blocks), PART):
        part = dict(rest)
        for section, type_, named in blocks[start:start + PART]:
            part.setdefault(section, {})[type_] = named
        yield part


def main(directory):
    directory = pathlib.Path(directory)
    file = directory / "main.tf.json"
    configuration = json.loads(file.read_text())
    run = lambda *words: subprocess.run(["terraform", *words], cwd=directory, capture_output=True, text=True)
    subprocess.run(["terraform", "init", "-input=false", f"-plugin-dir={terraform.find_mirror()}"],
                   cwd=directory, check=True, capture_output=True)
    expected, refused, count = collections.Counter(), [], 0
    for part in parts(configuration):
        file.write_text(json.dumps(part))
        count += sum(len(part.get(section, {})) for section in ("resource", "data", "ephemeral"))
        for one in json.loads(run("validate", "-json").stdout)["diagnostics"]:
            if one["severity"] != "error":
                continue
            if one["summary"] in EXPECTED or one.get("address") in FAULTY or "must be specified" in one["detail"]:
                expected[one["summary"]] += 1
            else:
                refused.append(f"{one.get('address')}: {one['summary']}: {one['detail'][:300]}")
    file.write_text(json.dumps(configuration))
    print(f"{count} types validated, {len(refused)} refused")
    for summary, number in expected.most_common():
        print(f"  {number} x {summary}")
    print("\n".join(refused), end="\n" if refused else "")
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
