"""Who is traced, and how much."""

from __future__ import annotations

from fnmatch import fnmatchcase

from ..requirement import requirement
from ..watched import TRACE_ACTIONS, own_sampling_rules, rest_stages
from .options import APPLIED, PHASE


@requirement("O1", "O2", "O3", "O4", "CM", "M1", "traps T1, T6")
def functions_and_api_are_traced_as_the_option_says(account):
    modes, api = APPLIED[account.environment]
    for name, mode in modes.items():
        found = account.functions[name]["TracingConfig"]["Mode"]
        if found != mode:
            yield f"'{name}' has tracing mode {found}, not {mode}"
    stages = rest_stages(account)  # an HTTP API cannot be traced
    if [s.get("tracingEnabled", False) for _, s in stages] != [api]:
        yield f"expected one REST stage with tracing {api}, found {stages}"


@requirement("IAM", "M1")
def every_function_may_write_traces(account):
    for name in account.functions:
        yield from (f"'{name}' may not {action}" for action in TRACE_ACTIONS if not account.may(name, action))


@requirement("ENV", "R3", "traps T12, T13")
def the_environment_says_what_x_ray_reads(account):
    for name in account.functions:
        variables = account.variables(name)
        if variables.get("AWS_XRAY_CONTEXT_MISSING") != "LOG_ERROR":
            yield f"'{name}' has AWS_XRAY_CONTEXT_MISSING={variables.get('AWS_XRAY_CONTEXT_MISSING')}"
        if "XRAY_SAMPLING_RATE" in variables:
            yield f"'{name}' has XRAY_SAMPLING_RATE, which no SDK reads"
        modes, _ = APPLIED[account.environment]
        wanted = "true" if modes[name] == "Active" else "false"
        if variables.get("ENABLE_XRAY") != wanted:
            yield f"'{name}' has ENABLE_XRAY={variables.get('ENABLE_XRAY')}, not {wanted}"


@requirement("PK")
def functions_have_the_sdk(account):
    for name, function in account.functions.items():
        layers = [layer["Arn"] for layer in function.get("Layers", [])]
        if not any(":layer:AWSLambdaPowertoolsPythonV3-python313-x86_64:" in arn for arn in layers):
            yield f"'{name}' has layers {layers}, none of which holds the SDK"


@requirement("O4", "M3", "R2b", "traps T2, T7")
def sampling_is_five_per_cent_by_a_rule_that_somebody_asks_for(account):
    rules = own_sampling_rules(account)
    wanted = 1 if account.environment == "dev" or PHASE[account.environment] >= 3 else 0
    if len(rules) != wanted:
        yield f"expected {wanted} sampling rules, found {[r['RuleName'] for r in rules]}"
    stages = [f"{api}/{stage['stageName']}" for api, stage in rest_stages(account)]
    for rule in rules:
        if (rule["FixedRate"], rule["ReservoirSize"], rule["Priority"]) != (0.05, 1, 1000):
            yield f"rule '{rule['RuleName']}' is {rule}"
        kind = fnmatchcase("AWS::ApiGateway::Stage", rule["ServiceType"])
        if not kind or not any(fnmatchcase(s, rule["ServiceName"]) for s in stages):
            yield f"rule '{rule['RuleName']}' is for '{rule['ServiceName']}', and only {stages} ask"
        if account.environment == "dev" and rule["RuleName"] != "MediaDownloaderDebug":
            yield f"the rule is called '{rule['RuleName']}'"
