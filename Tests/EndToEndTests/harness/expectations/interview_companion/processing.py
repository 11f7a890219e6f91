"""Phase 4: from a recording to its summary."""

from __future__ import annotations

from readback.reader import parsed

from ..requirement import requirement


def pipeline(account):
    machines = account.client("stepfunctions").list_state_machines()["stateMachines"]
    [arn] = [m["stateMachineArn"] for m in machines if m["name"] == f"{account.prefix}processing-pipeline"]
    return account.client("stepfunctions").describe_state_machine(stateMachineArn=arn)


@requirement("S0-14")
def the_pipeline_is_traced_and_may_write_its_traces(account):
    machine = pipeline(account)
    if not machine.get("tracingConfiguration", {}).get("enabled"):
        yield "the pipeline is not traced"
    role = machine["roleArn"].rpartition("/")[2]
    attached = account.client("iam").list_attached_role_policies(RoleName=role)["AttachedPolicies"]
    if "arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess" not in [p["PolicyArn"] for p in attached]:
        yield "the pipeline's role has no AWSXRayDaemonWriteAccess"


@requirement("S0-15")
def the_pipeline_calls_its_functions(account):
    machine = pipeline(account)
    allowed = str(list(account.policies(machine["roleArn"].rpartition("/")[2])))
    for name in ("start-transcribe", "bedrock-summarize"):
        arn = account.functions[name]["FunctionArn"]
        if arn not in str(parsed(machine["definition"])) or arn not in allowed:
            yield f"the pipeline does not call '{name}', or may not"


@requirement("S0-15")
def functions_may_do_their_part(account):
    machine = pipeline(account)["stateMachineArn"]
    if not account.may("start-processing", "states:StartExecution", machine):
        yield "start-processing may not start the pipeline"
    if account.variables("start-processing").get("STATE_MACHINE_ARN") != machine:
        yield "start-processing does not know the pipeline"
    job = f"arn:aws:transcribe:{account.region}:123456789012:transcription-job/{account.prefix}x"
    if not account.may("start-transcribe", "transcribe:StartTranscriptionJob", job):
        yield "start-transcribe may not"
    model = "arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-sonnet-4-5-20250929-v1:0"
    if not account.may("bedrock-summarize", "bedrock:InvokeModel", model):
        yield "bedrock-summarize may not invoke Claude Sonnet 4.5"


@requirement("S0-15")
def an_upload_starts_the_pipeline(account):
    found = account.client("s3").get_bucket_notification_configuration(Bucket=account.bucket("recordings"))
    called = [c["LambdaFunctionArn"] for c in found.get("LambdaFunctionConfigurations", [])]
    if called != [account.functions["start-processing"]["FunctionArn"]]:
        yield f"an upload calls {called}"
