"""Composite alarms, and the types that DescribeAlarms gives back."""

from __future__ import annotations

import re

from moto.cloudwatch import responses as cloudwatch
from moto.core.responses import ActionResult, EmptyResult

from ..errors import AwsError


def alarms_of(rule):
    """The names of the alarms that a composite alarm reads."""
    named = re.findall(r"""\b(?:ALARM|OK|INSUFFICIENT_DATA)\s*\(\s*(?:"([^"]+)"|'([^']+)'|([^)\s]+))\s*\)""", rule)
    return ["".join(n).rpartition(":alarm:")[2] for n in named]


def complete():
    # CloudWatch: composite alarms
    def put_composite_alarm(self):
        get = self._get_param
        name, rule = get("AlarmName"), get("AlarmRule") or ""
        backend = self.cloudwatch_backend
        names = alarms_of(rule)
        rest = re.sub(
            r"""\b(?:ALARM|OK|INSUFFICIENT_DATA)\s*\(\s*(?:"[^"]+"|'[^']+'|[^)\s]+)\s*\)|\bTRUE\b|\bFALSE\b""",
            " T ",
            rule,
        )
        shape = re.sub(
            r"\bT\b", "True", re.sub(r"\bAND\b", "and", re.sub(r"\bOR\b", "or", re.sub(r"\bNOT\b", "not", rest)))
        )
        try:
            if re.search(r"[^\sA-Za-z()]", shape) or set(re.findall(r"[A-Za-z]+", shape)) - {
                "True",
                "and",
                "or",
                "not",
            }:
                raise SyntaxError
            compile(shape.strip(), "rule", "eval")
        except SyntaxError:
            raise AwsError("ValidationError", f"AlarmRule is not valid: {rule}")
        missing = sorted({n for n in names if n not in backend.alarms})
        if missing:
            raise AwsError(
                "ValidationError",
                f"Could not save the composite alarm as alarms [{', '.join(missing)}] in the alarm rule do not exist",
            )
        alarm = backend.put_metric_alarm(
            name=name,
            namespace=None,
            metric_name=None,
            metric_data_queries=None,
            comparison_operator=None,
            evaluation_periods=None,
            period=None,
            threshold=None,
            statistic=None,
            description=get("AlarmDescription"),
            dimensions=[],
            alarm_actions=get("AlarmActions", []),
            ok_actions=get("OKActions", []),
            insufficient_data_actions=get("InsufficientDataActions", []),
            actions_enabled=self._get_bool_param("ActionsEnabled"),
            rule=rule,
            tags=get("Tags", []),
        )
        alarm = alarm or backend.alarms[name]
        alarm.actions_suppressor = get("ActionsSuppressor")
        alarm.actions_suppressor_wait_period = get("ActionsSuppressorWaitPeriod")
        alarm.actions_suppressor_extension_period = get("ActionsSuppressorExtensionPeriod")
        return EmptyResult()

    cloudwatch.CloudWatchResponse.put_composite_alarm = put_composite_alarm

    # DescribeAlarms: without AlarmTypes only metric alarms come back
    moto_describe = cloudwatch.CloudWatchResponse.describe_alarms

    def describe_alarms(self):
        result = dict(moto_describe(self).result)
        kinds = self._get_param("AlarmTypes") or ["MetricAlarm"]
        if "MetricAlarm" not in kinds:
            result["MetricAlarms"] = []
        if "CompositeAlarm" not in kinds:
            result["CompositeAlarms"] = []
        return ActionResult(result)

    cloudwatch.CloudWatchResponse.describe_alarms = describe_alarms

    # DeleteAlarms: not what a composite alarm that stays reads
    moto_delete = cloudwatch.CloudWatchResponse.delete_alarms

    def delete_alarms(self):
        deleted = self._get_param("AlarmNames") or []
        staying = [a for a in self.cloudwatch_backend.alarms.values() if a.name not in deleted]
        read = {name for alarm in staying for name in alarms_of(alarm.rule or "")}
        if refused := [name for name in deleted if name in read]:
            raise AwsError(
                "ValidationError",
                f"Cannot delete {','.join(refused)} as there are composite alarm(s) depending on "
                f"{'it' if len(refused) == 1 else 'them'}.",
            )
        return moto_delete(self)

    cloudwatch.CloudWatchResponse.delete_alarms = delete_alarms
