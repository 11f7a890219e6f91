"""The packages in out/ are the sources beside the stacks, and what they need is where they will run:
their modules in the package or in the runtime, their variables and permissions in the stack.

The permissions are checked against what the functions have asked of AWS in their own tests, so those
have to run before: `python3 -m pytest Tests/FunctionTests`.
"""

import ast
import io
import json
import stat
import sys
import zipfile
from fnmatch import fnmatchcase

import pytest
from function_harness import CALLS, REPOSITORY

SYSTEMS = {
    "interview-companion": "InterviewCompanion",
    "lego-api": "LegoAPI",
    "media-downloader": "MediaDownloader",
    "order-tracing": "OrderTracing",
    "sentiment-analyzer": "SentimentAnalyzer",
}
# What Lambda's Python 3.13 brings, and what the layer does.
RUNTIME = {"boto3", "botocore"}
POWERTOOLS = {"aws_lambda_powertools", "aws_xray_sdk"}
# Lambda sets these itself.
LAMBDA = {"AWS_REGION", "AWS_LAMBDA_RUNTIME_API", "LAMBDA_TASK_ROOT", "_HANDLER", "_X_AMZN_TRACE_ID"}
# Where an operation is not called like the action that allows it.
ACTIONS = {
    ("s3", "HeadObject"): "s3:GetObject",
    ("s3", "CreateMultipartUpload"): "s3:PutObject",
    ("s3", "UploadPart"): "s3:PutObject",
    ("s3", "CompleteMultipartUpload"): "s3:PutObject",
    ("lambda", "Invoke"): "lambda:InvokeFunction",
}
PREFIXES = {"stepfunctions": "states", "bedrock-runtime": "bedrock"}
# STS asks the role's trust and the token, not the caller.
UNASKED = {("sts", "AssumeRoleWithWebIdentity")}


class Function:
    def __init__(self, folder, label, block, resources):
        self.folder, self.label, self.block = folder, label, block
        self.stack = folder.parent.name
        self.system = SYSTEMS[self.stack]
        self.resources = resources
        self.module, self.attribute = block["handler"].rsplit(".", 1)

    def __repr__(self):
        return f"{self.stack}/{self.folder.name} {self.label}"

    @property
    def package(self):
        return zipfile.ZipFile(io.BytesIO((self.folder / self.block["filename"].removeprefix("${path.module}/")).read_bytes()))

    @property
    def variables(self):
        return self.block.get("environment", {}).get("variables", {})

    def modules(self):
        package = self.package
        return {name: ast.parse(package.read(name)) for name in package.namelist() if name.endswith(".py")}

    def statements(self):
        role = self.block["role"].removeprefix("${").split(".")[1]
        for policy in self.resources["aws_iam_role_policy"].values():
            if policy["role"] == f"${{aws_iam_role.{role}.name}}":
                yield from json.loads(policy["policy"])["Statement"]


def functions():
    for path in sorted((REPOSITORY / "out").glob("*/*/main.tf.json")):
        resources = json.loads(path.read_text())["resource"]
        for label, block in resources["aws_lambda_function"].items():
            if block["handler"] != "canary.handler":  # a component of the library, with tests of its own
                yield Function(path.parent, label, block, resources)


ALL = list(functions())
every_function = pytest.mark.parametrize("function", ALL, ids=repr)


def test_there_are_all_of_the_documents():
    named = {(function.system, function.module) for function in ALL}
    beside = {
        (path.parents[2].name, path.stem)
        for path in (REPOSITORY / "stacks").glob("*/functions/*/*.py")
        if path.stem == path.parent.name
    }
    assert named == beside and len(named) == 25


@every_function
def test_the_package_is_what_stands_beside_the_stack(function):
    sources = {path.name: path for path in (REPOSITORY / "stacks" / function.system / "functions").rglob("*.*")}
    sources["bootstrap"] = REPOSITORY / "stacks" / function.system / "functions/sse_streaming/bootstrap"
    package = function.package
    for entry in package.infolist():
        assert package.read(entry) == sources[entry.filename].read_bytes(), entry.filename
        mode = entry.external_attr >> 16
        assert mode & stat.S_IROTH and entry.date_time == (1980, 1, 1, 0, 0, 0)


@every_function
def test_the_handler_is_in_the_package(function):
    names = set()
    for node in function.modules()[f"{function.module}.py"].body:
        names |= {node.name} if isinstance(node, ast.FunctionDef) else set()
    assert function.attribute in names


@every_function
def test_every_module_is_in_the_package_or_in_the_runtime(function):
    modules = function.modules()
    imported = set()
    for tree in modules.values():
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                imported |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom):
                imported.add(node.module.split(".")[0])
    elsewhere = imported - set(sys.stdlib_module_names) - {name.removesuffix(".py") for name in modules}
    assert elsewhere <= RUNTIME | POWERTOOLS
    if elsewhere & POWERTOOLS:
        assert any(":017000801446:layer:AWSLambdaPowertoolsPythonV3-python313-" in l for l in function.block["layers"])
    assert function.block["runtime"] == "python3.13"


def used(tree, function):
    """What a module has at its top level, but for the functions that nothing in the package names."""
    nodes = [node for module in function.modules().values() for node in ast.walk(module)]
    names = {node.id for node in nodes if isinstance(node, ast.Name)} | {function.attribute}
    names |= {alias.name for node in nodes if isinstance(node, ast.ImportFrom) for alias in node.names}
    names |= {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    return [node for node in tree.body if not isinstance(node, ast.FunctionDef) or node.name in names]


def reads(tree):
    """The variables that a module cannot do without: `os.environ["NAME"]`."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load) and ast.unparse(node.value) == "os.environ":
            assert isinstance(node.slice, ast.Constant), "the name of a variable is to stand in the code"
            yield node.slice.value


@every_function
def test_every_variable_that_the_code_reads_is_set(function):
    read = {name for tree in function.modules().values() for part in used(tree, function) for name in reads(part)}
    assert read - LAMBDA <= set(function.variables)


@every_function
def test_no_variable_holds_a_pattern(function):
    # `*` alone is an origin.
    assert [n for n, value in function.variables.items() if "*" in value and value != "*"] == []


@every_function
def test_the_role_allows_what_the_code_asks_of_aws(function):
    if not any(system == function.system for system, _ in CALLS):
        pytest.skip("its own tests have not run")
    calls = CALLS.get((function.system, function.module), set())
    assert calls or function.module == "notification_service", "it has asked nothing of AWS in its tests"
    statements = list(function.statements())
    for service, operation, table in sorted(calls, key=str):
        if (service, operation) in UNASKED:
            continue
        prefix = PREFIXES.get(service, service)
        prefix = "cloudwatch" if prefix == "monitoring" else prefix
        action = ACTIONS.get((service, operation), f"{prefix}:{operation}")
        resources = [
            resource
            for statement in statements
            if any(fnmatchcase(action, allowed) for allowed in statement["Action"])
            for resource in statement["Resource"]
        ]
        assert resources, f"{action} is not allowed"
        if table:
            label = table.removeprefix(f"{function.stack}-dev-").replace("-", "_")
            assert any(f"aws_dynamodb_table.{label}." in resource for resource in resources), f"{action} on {table}"
