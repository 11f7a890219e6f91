"""Lambda functions, their URLs, event sources and permissions, and the roles they run as."""

from __future__ import annotations

from .reader import first, parsed


def function(v, reader):
    found = reader.client("lambda", v["arn"]).get_function_configuration(FunctionName=v["function_name"])
    yield "tracing mode", first(v["tracing_config"]).get("mode", "PassThrough"), found["TracingConfig"]["Mode"]
    for ours, theirs in {
        "runtime": "Runtime",
        "handler": "Handler",
        "role": "Role",
        "timeout": "Timeout",
        "memory_size": "MemorySize",
        "architectures": "Architectures",
    }.items():
        yield ours, v[ours] or "", found.get(theirs) or ""
    network = first(v["vpc_config"])
    for ours, theirs in {"subnet_ids": "SubnetIds", "security_group_ids": "SecurityGroupIds"}.items():
        yield ours, sorted(network.get(ours) or []), sorted(found.get("VpcConfig", {}).get(theirs, []))
    yield "layers", v["layers"] or [], [layer["Arn"] for layer in found.get("Layers", [])]
    yield "environment", first(v["environment"]).get("variables", {}), found.get("Environment", {}).get("Variables", {})
    logging = first(v["logging_config"])
    if logging:
        for ours, theirs in {
            "log_format": "LogFormat",
            "log_group": "LogGroup",
            "application_log_level": "ApplicationLogLevel",
            "system_log_level": "SystemLogLevel",
        }.items():
            yield ours, logging[ours] or "", found["LoggingConfig"].get(theirs, "")
    yield (
        "dead_letter",
        first(v["dead_letter_config"]).get("target_arn", ""),
        found.get("DeadLetterConfig", {}).get("TargetArn", ""),
    )


def function_url(v, reader):
    found = reader.client("lambda", v["function_arn"]).get_function_url_config(FunctionName=v["function_name"])
    yield "invoke_mode", v["invoke_mode"], found["InvokeMode"]
    yield "authorization_type", v["authorization_type"], found["AuthType"]
    declared, cors = first(v["cors"]), found.get("Cors", {})
    for ours, theirs in {
        "allow_headers": "AllowHeaders",
        "allow_methods": "AllowMethods",
        "allow_origins": "AllowOrigins",
        "expose_headers": "ExposeHeaders",
    }.items():
        yield f"cors.{ours}", sorted(declared.get(ours) or []), sorted(cors.get(theirs) or [])
    yield "cors.max_age", declared.get("max_age") or 0, cors.get("MaxAge") or 0
    yield "cors.allow_credentials", declared.get("allow_credentials") or False, cors.get("AllowCredentials") or False


def permission(v, reader):
    policy = parsed(reader.client("lambda", v["function_name"]).get_policy(FunctionName=v["function_name"])["Policy"])
    found = {s["Sid"]: s for s in policy["Statement"]}[v["statement_id"]]
    principal = found["Principal"]
    yield "action", v["action"], found["Action"]
    yield "principal", v["principal"], principal if isinstance(principal, str) else next(iter(principal.values()))
    yield "source_arn", v["source_arn"] or "", found.get("Condition", {}).get("ArnLike", {}).get("AWS:SourceArn", "")


def event_source_mapping(v, reader):
    found = reader.client("lambda", v["function_arn"]).get_event_source_mapping(UUID=v["uuid"])
    yield "event_source_arn", v["event_source_arn"], found["EventSourceArn"]
    yield "function_arn", v["function_arn"], found["FunctionArn"]
    yield "batch_size", v["batch_size"], found["BatchSize"]


def role(v, reader):
    found = reader.client("iam").get_role(RoleName=v["name"])["Role"]
    yield "assume_role_policy", parsed(v["assume_role_policy"]), found["AssumeRolePolicyDocument"]
    yield "max_session_duration", v["max_session_duration"], found["MaxSessionDuration"]


def identity_provider(v, reader):
    found = reader.client("iam").get_open_id_connect_provider(OpenIDConnectProviderArn=v["arn"])
    yield "url", v["url"].removeprefix("https://"), found["Url"].removeprefix("https://")
    yield "client_id_list", sorted(v["client_id_list"]), sorted(found["ClientIDList"])


def role_policy(v, reader):
    found = reader.client("iam").get_role_policy(RoleName=v["role"], PolicyName=v["name"])
    yield "policy", parsed(v["policy"]), found["PolicyDocument"]


def role_policy_attachment(v, reader):
    attached = reader.client("iam").list_attached_role_policies(RoleName=v["role"])["AttachedPolicies"]
    yield "policy_arn", v["policy_arn"], {p["PolicyArn"]: p["PolicyArn"] for p in attached}[v["policy_arn"]]


CHECKS = {
    "aws_lambda_function": function,
    "aws_lambda_function_url": function_url,
    "aws_lambda_permission": permission,
    "aws_lambda_event_source_mapping": event_source_mapping,
    "aws_iam_role": role,
    "aws_iam_openid_connect_provider": identity_provider,
    "aws_iam_role_policy": role_policy,
    "aws_iam_role_policy_attachment": role_policy_attachment,
}
