"""What AWS documents about a call and its model does not say: the second gate that a request passes."""

from __future__ import annotations

import json
import re

from .errors import AwsError


def check_alarm(p, region):
    """PutMetricAlarm: what its documentation says and its model does not."""
    sources = [k for k in ("Statistic", "ExtendedStatistic") if p.get(k)]
    if p.get("Metrics"):
        if p.get("MetricName") or sources:
            raise AwsError("ValidationError", "Metrics list and MetricName/Statistic must not both be set")
        queries = p["Metrics"]
        if len(queries) > 20:
            raise AwsError("ValidationError", "An alarm takes at most 20 metric queries")
        ids = [q.get("Id", "") for q in queries]
        if len(set(ids)) != len(ids):
            raise AwsError("ValidationError", "The ids of metric queries must be unique")
        for q in queries:
            if not re.fullmatch(r"[a-z][A-Za-z0-9_]*", q.get("Id", "")):
                raise AwsError("ValidationError", f"Invalid metric query id: {q.get('Id')}")
            if bool(q.get("Expression")) == bool(q.get("MetricStat")):
                raise AwsError(
                    "ValidationError", f"Metric query {q['Id']} must have exactly one of Expression and MetricStat"
                )
        shown = [q for q in queries if q.get("ReturnData") is not False]
        if p.get("ThresholdMetricId"):
            if p["ThresholdMetricId"] not in ids:
                raise AwsError("ValidationError", "ThresholdMetricId must be the id of a metric query")
        elif len(shown) != 1:
            raise AwsError("ValidationError", "Exactly one element of the metrics list should return data.")
    else:
        if not p.get("MetricName") or not p.get("Namespace"):
            raise AwsError("ValidationError", "MetricName and Namespace are required when Metrics is not set")
        if len(sources) != 1:
            raise AwsError("ValidationError", "Exactly one of Statistic and ExtendedStatistic must be set")
        if not p.get("Period"):
            raise AwsError("ValidationError", "The parameter Period is required")
        if p.get("ExtendedStatistic") and not re.fullmatch(
            r"p(\d{1,2}(\.\d{1,10})?|100)|(tm|wm|tc|ts)\d{1,2}(\.\d{1,10})?|iqm|IQM|(TM|WM|TC|TS|PR)\(.+\)",
            p["ExtendedStatistic"],
        ):
            raise AwsError(
                "ValidationError",
                f"The value {p['ExtendedStatistic']} for parameter ExtendedStatistic is not supported.",
            )
    treat = p.get("TreatMissingData")
    if treat and treat not in ("breaching", "notBreaching", "ignore", "missing"):
        raise AwsError(
            "ValidationError",
            f"Option {treat} for parameter TreatMissingData is not supported. "
            "Supported options are [breaching, notBreaching, ignore, missing].",
        )
    if p.get("Threshold") is None and not p.get("ThresholdMetricId"):
        raise AwsError("ValidationError", "Threshold or ThresholdMetricId is required")
    if p.get("DatapointsToAlarm") and p["DatapointsToAlarm"] > p.get("EvaluationPeriods", 0):
        raise AwsError("ValidationError", "DatapointsToAlarm must not be larger than EvaluationPeriods")
    periods = [p.get("Period")] + [
        q.get("Period") or (q.get("MetricStat") or {}).get("Period") for q in p.get("Metrics") or []
    ]
    for period in filter(None, periods):
        if period not in (10, 20, 30) and period % 60:
            raise AwsError("ValidationError", "Period must be 10, 20, 30 or a multiple of 60")
        span = period * p.get("EvaluationPeriods", 1)
        limit = 7 * 86400 if period >= 3600 else 86400
        if span > limit:
            raise AwsError(
                "ValidationError",
                "Metrics cannot be checked across more than "
                f"{'seven days' if period >= 3600 else 'a day'} (EvaluationPeriods * Period must be <= {limit})",
            )
    for kind in ("AlarmActions", "OKActions", "InsufficientDataActions"):
        check_actions(kind, p.get(kind) or [], region)


def check_actions(kind, arns, region):
    if len(arns) > 5:
        raise AwsError("ValidationError", f"{kind}: at most 5 actions")
    for arn in arns:
        m = re.fullmatch(r"arn:aws[\w-]*:(\w[\w-]*):([\w-]*):(\d{12})?:.+", arn)
        if not m:
            raise AwsError("ValidationError", f"Invalid arn syntax: {arn}")
        if m.group(1) in ("sns", "lambda") and m.group(2) != region:
            raise AwsError("ValidationError", f"Invalid region {m.group(2)} specified. Only {region} is supported.")


def check_composite(p, region):
    for kind in ("AlarmActions", "OKActions", "InsufficientDataActions"):
        check_actions(kind, p.get(kind) or [], region)
    if p.get("ActionsSuppressor"):
        for need in ("ActionsSuppressorWaitPeriod", "ActionsSuppressorExtensionPeriod"):
            if p.get(need) is None:
                raise AwsError("ValidationError", f"{need} is required when ActionsSuppressor is set")


def check_dashboard(p, region):
    try:
        body = json.loads(p.get("DashboardBody", ""))
    except ValueError:
        raise AwsError("InvalidParameterInput", "The field DashboardBody must be a valid JSON object")
    widgets = body.get("widgets") if isinstance(body, dict) else None
    if not isinstance(widgets, list):
        raise AwsError("InvalidParameterInput", "The dashboard body is invalid, there is no array named widgets")
    if len(widgets) > 500:
        raise AwsError("InvalidParameterInput", "A dashboard has at most 500 widgets")
    for i, w in enumerate(widgets):
        at = f"/widgets/{i}"
        if not isinstance(w, dict) or w.get("type") not in (
            "metric",
            "text",
            "log",
            "alarm",
            "explorer",
            "custom",
            "trace",
        ):
            raise AwsError("InvalidParameterInput", f"{at}/type: should be a widget type")
        props = w.get("properties")
        if not isinstance(props, dict):
            raise AwsError("InvalidParameterInput", f"{at}: should have required property 'properties'")
        if not 1 <= w.get("width", 6) <= 24 or not 1 <= w.get("height", 6) <= 1000:
            raise AwsError("InvalidParameterInput", f"{at}: width must be 1..24 and height 1..1000")
        if w["type"] == "metric":
            if not props.get("region"):
                raise AwsError("InvalidParameterInput", f"{at}/properties: should have required property 'region'")
            if not props.get("metrics") and not props.get("annotations"):
                raise AwsError("InvalidParameterInput", f"{at}/properties: needs metrics or an alarm annotation")
        if w["type"] == "alarm":
            alarms = props.get("alarms")
            if not isinstance(alarms, list) or not alarms:
                raise AwsError("InvalidParameterInput", f"{at}/properties/alarms: should be a list of alarm ARNs")
            if len(alarms) > 100:
                raise AwsError("InvalidParameterInput", f"{at}/properties/alarms: at most 100 alarms")
            for arn in alarms:
                if not re.fullmatch(r"arn:aws[\w-]*:cloudwatch:[\w-]+:\d{12}:alarm:.{1,255}", str(arn)):
                    raise AwsError("InvalidParameterInput", f"{at}/properties/alarms: not an alarm ARN: {arn}")
        if w["type"] == "text" and not props.get("markdown"):
            raise AwsError("InvalidParameterInput", f"{at}/properties: should have required property 'markdown'")
        if w["type"] == "log" and not props.get("query"):
            raise AwsError("InvalidParameterInput", f"{at}/properties: should have required property 'query'")


RESERVED_ENV = set(
    "_HANDLER _X_AMZN_TRACE_ID AWS_DEFAULT_REGION AWS_REGION AWS_EXECUTION_ENV AWS_LAMBDA_FUNCTION_NAME "
    "AWS_LAMBDA_FUNCTION_MEMORY_SIZE AWS_LAMBDA_FUNCTION_VERSION AWS_LAMBDA_INITIALIZATION_TYPE "
    "AWS_LAMBDA_LOG_GROUP_NAME AWS_LAMBDA_LOG_STREAM_NAME AWS_ACCESS_KEY AWS_ACCESS_KEY_ID "
    "AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN AWS_LAMBDA_RUNTIME_API LAMBDA_TASK_ROOT LAMBDA_RUNTIME_DIR".split()
)


def check_function(p, region):
    code = "InvalidParameterValueException"
    env = (p.get("Environment") or {}).get("Variables") or {}
    taken = sorted(set(env) & RESERVED_ENV)
    if taken:
        raise AwsError(
            code,
            "Lambda was unable to configure your environment variables because the environment "
            "variables you have provided contains reserved keys that are currently not supported for "
            f"modification. Reserved keys used in this request: {', '.join(taken)}",
        )
    if sum(len(k.encode()) + len(v.encode()) for k, v in env.items()) > 4096:
        raise AwsError(
            code,
            "Lambda was unable to configure your environment variables because the environment "
            "variables you have provided exceeded the 4KB limit.",
        )
    if len(p.get("Layers") or []) > 5:
        raise AwsError(code, "Cannot reference more than 5 layers.")
    names = [a.rpartition(":")[0] for a in p.get("Layers") or []]
    if len(set(names)) != len(names):
        raise AwsError(code, "Two different versions of the same layer are not allowed to be referenced")


EXTRA_CHECKS = {
    ("lambda", "CreateFunction"): check_function,
    ("lambda", "UpdateFunctionConfiguration"): check_function,
    ("cloudwatch", "PutCompositeAlarm"): check_composite,
    ("cloudwatch", "PutMetricAlarm"): check_alarm,
    ("cloudwatch", "PutDashboard"): check_dashboard,
}
