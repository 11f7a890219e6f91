"""The sampling rules of the document, and what its searches become."""

from __future__ import annotations

from ..requirement import requirement


@requirement("S0-11", "S0-12", "T15")
def both_sampling_rules_are_the_documents(account):
    wanted = {
        "default-sampling": (1000, 1, 0.05, "*", "*"),
        "auth-sampling": (100, 5, 0.10, "/auth/*", "POST"),
    }
    rules = account.sampling_rules()
    for end, expected in wanted.items():
        found = [r for n, r in rules.items() if n.endswith(f"-{account.environment}-{end}")]
        got = [
            (r["Priority"], r["ReservoirSize"], r["FixedRate"], r["URLPath"], r["HTTPMethod"]) for r in found
        ]
        if got != [expected]:
            yield f"rule '{end}' is {got}, not {expected}"
        for rule in found:
            if {rule[k] for k in ("Host", "ServiceName", "ServiceType", "ResourceARN")} != {"*"}:
                yield f"rule '{end}' is not for everything: {rule}"


@requirement("S0-11", "S0-20")
def sampling_rules_are_tagged(account):
    xray = account.client("xray")
    names = set()
    for rule in account.sampling_rules().values():
        tags = {t["Key"]: t["Value"] for t in xray.list_tags_for_resource(ResourceARN=rule["RuleARN"])["Tags"]}
        names.add(tags.get("Name"))
        if "Environment" not in tags:
            yield f"rule '{rule['RuleName']}' lacks the common tags: {tags}"
    if names != {f"{account.prefix}xray-sampling", f"{account.prefix}auth-xray-sampling"}:
        yield f"the rules' names are {names}"


@requirement("S0-10", "T37")
def refused_sign_ins_are_a_group(account):
    groups = account.client("xray").get_groups()["Groups"]
    if 'annotation.auth_result = "failure"' not in [g.get("FilterExpression") for g in groups]:
        yield f"the groups are {groups}"


@requirement("S0-21")
def latencies_are_drawn(account):
    cloudwatch = account.client("cloudwatch")
    names = [d["DashboardName"] for d in cloudwatch.list_dashboards()["DashboardEntries"]]
    bodies = "".join(cloudwatch.get_dashboard(DashboardName=n)["DashboardBody"] for n in names)
    yield from (f"no dashboard draws {p}" for p in ("p50", "p90", "p99") if f'"{p}"' not in bodies)
