"""Inputs of any size in every grammar that infra-gen reads, in the shapes that made parsers quadratic before."""

import json


def plan(resources):
    """A plan that creates resources: pairs of a type and its arguments."""
    changes, written = [], []
    for index, (kind, arguments) in enumerate(resources):
        place = {"address": f"{kind}.r{index}", "mode": "managed", "type": kind, "name": f"r{index}"}
        changes.append(place | {"change": {"actions": ["create"], "after": arguments, "after_unknown": {}}})
        written.append(place | {"expressions": {key: {"constant_value": value} for key, value in arguments.items()}})
    return json.dumps({"format_version": "1.2", "resource_changes": changes,
                       "configuration": {"root_module": {"resources": written}}})


def argument(kind, argument_, /, **others):
    return lambda text: plan([(kind, {argument_: text} | others)])


ALARM = {"alarm_name": "a", "comparison_operator": "GreaterThanThreshold", "evaluation_periods": 1, "threshold": 1}


def metric_math(text):
    metric = {"metric_name": "Errors", "namespace": "AWS/Lambda", "period": 60, "stat": "Sum"}
    return plan([("aws_cloudwatch_metric_alarm", ALARM | {"metric_query": [
        {"id": "m1", "metric": [metric]}, {"id": "e1", "expression": text, "return_data": True}]})])


def template(text):
    """A constant in which each `${` has to be told from an expression, which only a written configuration has."""
    return json.dumps({"format_version": "1.2", "configuration": {"root_module": {"resources": [
        {"address": "aws_sqs_queue.q", "mode": "managed", "type": "aws_sqs_queue", "name": "q",
         "expressions": {"name": {"constant_value": text}}}]}},
        "resource_changes": [{"address": "aws_sqs_queue.q", "mode": "managed", "type": "aws_sqs_queue", "name": "q",
                              "change": {"actions": ["create"], "after": {"name": text}, "after_unknown": {}}}]})


def references(text):
    """Many references in one expression, each of which may be the beginning of another."""
    names = [f"aws_sqs_queue.q{i}" for i in range(len(text) // 40)]
    block = {"address": "aws_sqs_queue.q", "mode": "managed", "type": "aws_sqs_queue", "name": "q"}
    return json.dumps({"format_version": "1.2", "configuration": {"root_module": {"resources": [
        block | {"expressions": {"name": {"references": [r for n in names for r in (f"{n}.arn", n)]}}}]}},
        "resource_changes": [block | {"change": {"actions": ["create"], "after": {}, "after_unknown": {"name": True}}}]})


def statements(text):
    count = len(text) // 100
    return json.dumps({"Version": "2012-10-17", "Statement": [
        {"Effect": "Allow", "Action": [f"sqs:Send*{i}"], "Resource": f"arn:aws:sqs:*:*:q{i}"} for i in range(count)]})


def widgets(text):
    count = len(text) // 120
    return json.dumps({"widgets": [
        {"type": "metric", "properties": {"region": "eu-west-1", "metrics": [["AWS/SQS", f"M{i}", "QueueName", f"q{i}"]]}}
        for i in range(count)]})


def states(text):
    count = len(text) // 60
    return json.dumps({"StartAt": "s0", "States": {
        f"s{i}": {"Type": "Pass", "Next": f"s{i + 1}"} for i in range(count)} | {f"s{count}": {"Type": "Succeed"}}})


def pattern(text):
    return json.dumps({"source": [{"wildcard": text}, *(f"a.{i}" for i in range(len(text) // 20))]})


def nested(text):
    """Blocks in blocks are limited; blocks beside each other are not."""
    queries = [{"id": f"m{i}", "metric": [{"metric_name": f"M{i}", "namespace": "N", "period": 60, "stat": "Sum"}]}
               for i in range(len(text) // 150)]
    return plan([("aws_cloudwatch_metric_alarm", ALARM | {"metric_query": queries})])


def resources(text):
    return plan([("aws_sqs_queue", {"name": f"q{i}"}) for i in range(len(text) // 300)])


def unknown(text):
    """Suggestions compare what is unknown with what is known."""
    return plan([("aws_sqs_queue", {f"visibility_timeout_secs{i}": 1 for i in range(len(text) // 60)} | {"name": text})])


RULE = "aws_cloudwatch_event_rule"
# A name, the document that holds the text, and the piece that is repeated.
GRAMMARS = [
    ("template, open", template, "${"),
    ("template, escaped", template, "$${"),
    ("template, directives", template, "%{if x}"),
    ("references", references, "x"),
    ("metric math, sum", metric_math, "m1+"),
    ("metric math, brackets", metric_math, "("),
    ("metric math, calls", metric_math, "IF(m1,"),
    ("composite, chain", argument("aws_cloudwatch_composite_alarm", "alarm_rule", alarm_name="a"), 'ALARM("a") OR '),
    ("composite, not", argument("aws_cloudwatch_composite_alarm", "alarm_rule", alarm_name="a"), "NOT "),
    ("trace filter", argument("aws_xray_group", "filter_expression", group_name="g"), 'service("a") AND '),
    ("trace filter, brackets", argument("aws_xray_group", "filter_expression", group_name="g"), "("),
    ("schedule, list", argument(RULE, "schedule_expression", name="r"), "cron(0/5,1,"),
    ("event pattern", lambda text: argument(RULE, "event_pattern", name="r")(pattern(text)), "*a"),
    ("policy", lambda text: argument("aws_iam_policy", "policy", name="p")(statements(text)), "x"),
    ("policy, wildcards", lambda text: argument("aws_iam_policy", "policy", name="p")(json.dumps(
        {"Statement": [{"Effect": "Allow", "Action": text, "Resource": "*"}]})), "*a"),
    ("dashboard", lambda text: argument("aws_cloudwatch_dashboard", "dashboard_body", dashboard_name="d")(
        widgets(text)), "x"),
    ("state machine", lambda text: argument("aws_sfn_state_machine", "definition", name="m")(states(text)), "x"),
    ("log pattern", argument("aws_cloudwatch_log_metric_filter", "pattern", name="f", log_group_name="g"), "?a "),
    ("log pattern, JSON", argument("aws_cloudwatch_log_metric_filter", "pattern", name="f", log_group_name="g"),
     "{ $.a = 1 && "),
    ("query", argument("aws_cloudwatch_query_definition", "query_string", name="q"), "fields @message | "),
    ("sampling glob", argument("aws_xray_sampling_rule", "url_path", rule_name="r"), "*a"),
    ("route", argument("aws_apigatewayv2_route", "route_key", api_id="a"), "/{a}"),
    ("JSON, brackets", argument("aws_iam_policy", "policy", name="p"), "["),
    ("JSON, escapes", argument("aws_iam_policy", "policy", name="p"), '"\\u0041'),
    ("blocks", nested, "x"),
    ("resources", resources, "x"),
    ("unknown arguments", unknown, "x"),
]

# Terraform sources, which `--source` reads for the lines of blocks.
SOURCES = [
    ("HCL, blocks", "resource \"aws_sqs_queue\" \"q\" {\n}\n"),
    ("HCL, open blocks", "resource \"a\" \"b\" {\n"),
    ("HCL, open templates", "a = \"${\n"),
    ("HCL, heredocs", "a = <<E\n"),
    ("HCL, comments", "/*"),
    ("HCL, brackets", "["),
]


def text(piece, size):
    return piece * max(1, size // len(piece))
