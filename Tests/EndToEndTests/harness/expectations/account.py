"""What is in the account, read from the API and put the way expectations ask for it."""

from __future__ import annotations

import json
from fnmatch import fnmatchcase
from functools import cached_property

from readback.monitoring import alarm_arns, dimensions
from readback.reader import parsed


class Account:
    def __init__(self, stack, environment, cloud, outputs, prefix=None, region=None):
        self.prefix = prefix or f"{stack}-{environment}-"
        self.environment, self.cloud, self.outputs = environment, cloud, outputs
        if region:
            self.region = region

    @cached_property
    def region(self):
        """The region where the stack's functions are; any, where there are none."""
        for region in self.cloud.regions():
            functions = pages(self.cloud.client("lambda", region), "list_functions", "Functions")
            if any(f["FunctionName"].startswith(self.prefix) for f in functions):
                return region
        return "us-east-1"

    def client(self, service):
        return self.cloud.client(service, self.region)

    def bucket(self, name):
        """The name of a bucket, which no other account has: it ends in the account's id."""
        return f"{self.prefix}{name}-{self.client('sts').get_caller_identity()['Account']}"

    @cached_property
    def functions(self):
        """The configurations of the stack's functions, by name without stack and environment."""
        found = pages(self.client("lambda"), "list_functions", "Functions")
        names = [f["FunctionName"] for f in found if f["FunctionName"].startswith(self.prefix)]
        return {
            n.removeprefix(self.prefix): self.client("lambda").get_function_configuration(FunctionName=n) for n in names
        }

    def variables(self, function):
        return self.functions[function].get("Environment", {}).get("Variables", {})

    @cached_property
    def alarms(self):
        """Every metric alarm of the account, in every region."""
        regions = {arn.split(":")[3] for arn in alarm_arns(self.cloud)}
        return [
            a for r in regions for a in pages(self.cloud.client("cloudwatch", r), "describe_alarms", "MetricAlarms")
        ]

    def alarms_on(self, namespace, metric, **where):
        return [
            a
            for a in self.alarms
            if (a.get("Namespace"), a.get("MetricName")) == (namespace, metric)
            and where.items() <= dimensions(a).items()
        ]

    def subscriptions(self, topic):
        region = topic.split(":")[3]
        every = pages(self.cloud.client("sns", region), "list_subscriptions", "Subscriptions")
        return [s for s in every if s["TopicArn"] == topic]

    def topic(self, arn):
        return self.cloud.client("sns", arn.split(":")[3]).get_topic_attributes(TopicArn=arn)["Attributes"]

    def may(self, function, action, resource="*"):
        """Whether the role of a function is allowed an action; denials and conditions are not looked at."""
        return any(
            statement["Effect"] == "Allow"
            and any(fnmatchcase(action.lower(), a.lower()) for a in listed(statement.get("Action")))
            and any(fnmatchcase(resource, r) for r in listed(statement.get("Resource")))
            for policy in self.policies(self.functions[function]["Role"].rpartition("/")[2])
            for statement in listed(policy["Statement"])
        )

    def policies(self, role):
        iam = self.client("iam")
        for name in iam.list_role_policies(RoleName=role)["PolicyNames"]:
            yield iam.get_role_policy(RoleName=role, PolicyName=name)["PolicyDocument"]
        for attached in iam.list_attached_role_policies(RoleName=role)["AttachedPolicies"]:
            version = iam.get_policy(PolicyArn=attached["PolicyArn"])["Policy"]["DefaultVersionId"]
            document = iam.get_policy_version(PolicyArn=attached["PolicyArn"], VersionId=version)["PolicyVersion"][
                "Document"
            ]
            yield document if isinstance(document, dict) else json.loads(document)

    @cached_property
    def schedules(self):
        """(expression, target ARN) of every enabled schedule, EventBridge's rules and EventBridge Scheduler's."""
        events, scheduler, found = self.client("events"), self.client("scheduler"), []
        for rule in events.list_rules()["Rules"]:
            if rule.get("ScheduleExpression") and rule["State"] == "ENABLED":
                targets = events.list_targets_by_rule(Rule=rule["Name"])["Targets"]
                found += [(rule["ScheduleExpression"], t["Arn"]) for t in targets]
        for named in scheduler.list_schedules()["Schedules"]:
            schedule = scheduler.get_schedule(Name=named["Name"], GroupName=named["GroupName"])
            if schedule["State"] == "ENABLED":
                found.append((schedule["ScheduleExpression"], schedule["Target"]["Arn"]))
        return found

    @cached_property
    def alarm_widgets(self):
        cloudwatch = self.client("cloudwatch")
        names = [d["DashboardName"] for d in cloudwatch.list_dashboards()["DashboardEntries"]]
        bodies = [parsed(cloudwatch.get_dashboard(DashboardName=n)["DashboardBody"]) for n in names]
        return [w["properties"] for b in bodies for w in b["widgets"] if w["type"] == "alarm"]

    @cached_property
    def buses(self):
        """The names of the stack's own event buses."""
        names = [b["Name"] for b in self.client("events").list_event_buses()["EventBuses"]]
        return [n for n in names if n.startswith(self.prefix)]

    def rules(self, bus):
        """The stack's own rules on a bus; an archive brings one of AWS's."""
        found = self.client("events").list_rules(EventBusName=bus)["Rules"]
        return [r for r in found if r["Name"].startswith(self.prefix)]

    def targets(self, bus):
        """(source, detail type, function without stack and environment) of everything that a bus calls."""
        events = self.client("events")
        for rule in self.rules(bus):
            pattern = parsed(rule["EventPattern"])
            for target in events.list_targets_by_rule(Rule=rule["Name"], EventBusName=bus)["Targets"]:
                name = target["Arn"].rpartition(":")[2].removeprefix(self.prefix)
                yield pattern["source"], pattern["detail-type"], name

    def callers(self, function):
        """The ARNs of what a function's policy lets in, each for a service."""
        policy = parsed(self.client("lambda").get_policy(FunctionName=function)["Policy"])
        return [s.get("Condition", {}).get("ArnLike", {}).get("AWS:SourceArn", "") for s in policy["Statement"]]

    def queue_policy(self, arn):
        sqs = self.client("sqs")
        url = sqs.get_queue_url(QueueName=arn.rpartition(":")[2])["QueueUrl"]
        found = sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["Policy"])["Attributes"]
        return found.get("Policy", "")

    def sampling_rules(self):
        records = self.client("xray").get_sampling_rules()["SamplingRuleRecords"]
        return {
            r["SamplingRule"]["RuleName"]: r["SamplingRule"]
            for r in records
            if r["SamplingRule"]["RuleName"] != "Default"
        }


def listed(value):
    return value if isinstance(value, list) else [] if value is None else [value]


def pages(client, operation, key):
    return [item for page in client.get_paginator(operation).paginate() for item in page[key]]
