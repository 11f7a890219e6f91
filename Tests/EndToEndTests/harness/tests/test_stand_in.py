"""The stand-in's life, its gates, and what it adds to moto."""

import json
import signal
import subprocess
import sys
import unittest
from datetime import datetime, timedelta, timezone

from stand_in_case import StandInCase
from stand_in_process import HERE


class Lifecycle(unittest.TestCase):
    def start(self):
        process = subprocess.Popen(
            [sys.executable, "-m", "stand_in"], cwd=HERE, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self.addCleanup(process.kill)
        self.addCleanup(process.stdin.close)
        self.addCleanup(process.stdout.close)
        self.assertEqual(process.stdout.readline().split()[0], "READY")
        return process

    def test_stops_when_stdin_closes(self):
        process = self.start()
        process.stdin.close()
        self.assertEqual(process.wait(10), 0)

    def test_stops_on_sigterm(self):
        process = self.start()
        process.send_signal(signal.SIGTERM)
        self.assertEqual(process.wait(10), 0)


class Gates(StandInCase):
    def test_gaps_fail_at_once_and_by_name(self):
        self.refused(
            "UnknownOperationException",
            self.client("lambda").put_provisioned_concurrency_config,
            "moto has no such route",
            FunctionName="f",
            Qualifier="1",
            ProvisionedConcurrentExecutions=1,
        )
        self.refused(
            "UnknownOperationException",
            self.client("ce").create_anomaly_monitor,
            "has not been implemented",
            AnomalyMonitor={"MonitorName": "m", "MonitorType": "DIMENSIONAL"},
        )
        self.refused("UnknownOperationException", self.client("oam").create_sink, Name="s")

    # the gate in front of moto, and what is added to moto

    def alarm(self, **kw):
        a = dict(
            AlarmName="a",
            Namespace="AWS/Lambda",
            MetricName="Errors",
            Statistic="Sum",
            Period=300,
            EvaluationPeriods=1,
            Threshold=1.0,
            ComparisonOperator="GreaterThanThreshold",
            Dimensions=[{"Name": "FunctionName", "Value": "f"}],
            TreatMissingData="notBreaching",
        )
        a.update(kw)
        return {k: v for k, v in a.items() if v is not None}

    def test_alarms(self):
        cw = self.client("cloudwatch")
        put = cw.put_metric_alarm
        put(**self.alarm())
        put(**self.alarm(AlarmName="p95", Statistic=None, ExtendedStatistic="p95"))
        v = "ValidationError"
        for bad in (
            dict(TreatMissingData="sometimes"),
            dict(ExtendedStatistic="p95"),
            dict(Statistic=None),
            dict(Statistic=None, ExtendedStatistic="95"),
            dict(Period=45),
            dict(Period=300, EvaluationPeriods=300),
            dict(DatapointsToAlarm=2),
            dict(MetricName=None),
            dict(Threshold=None),
            dict(AlarmActions=["arn:aws:sns:us-west-2:123456789012:t"] * 6),
            dict(AlarmActions=["arn:aws:sns:us-east-1:123456789012:t"]),
        ):
            with self.subTest(str(bad)):
                self.refused(v, put, **self.alarm(**bad))
        self.refused(v, put, "enum", **self.alarm(Statistic="Median"))
        self.refused(v, put, "enum", **self.alarm(ComparisonOperator="Above"))
        self.refused(v, put, "less than or equal to 255", **self.alarm(AlarmName="n" * 256))
        self.assertEqual({a["AlarmName"] for a in cw.describe_alarms()["MetricAlarms"]}, {"a", "p95"})

    def test_composite_alarms(self):
        cw = self.client("cloudwatch")
        cw.put_metric_alarm(**self.alarm())
        cw.put_metric_alarm(**self.alarm(AlarmName="b c"))
        cw.put_composite_alarm(
            AlarmName="c", AlarmRule='ALARM(a) AND NOT (OK("b c") OR FALSE)', Tags=[{"Key": "k", "Value": "v"}]
        )
        self.assertEqual(cw.describe_alarms()["CompositeAlarms"], [])
        got = cw.describe_alarms(AlarmTypes=["CompositeAlarm"])
        self.assertEqual([a["AlarmName"] for a in got["CompositeAlarms"]], ["c"])
        self.assertEqual(got["MetricAlarms"], [])
        for bad in ("ALARM(none)", "ALARM(a) AND", "ALARM(a) ALARM(a)", "RED(a)", "ALARM(a) && ALARM(a)"):
            with self.subTest(bad):
                self.refused("ValidationError", cw.put_composite_alarm, AlarmName="d", AlarmRule=bad)
        self.refused("ValidationError", cw.delete_alarms, "Cannot delete b c as", AlarmNames=["b c"])
        self.refused("ValidationError", cw.delete_alarms, "depending on them", AlarmNames=["a", "b c"])
        cw.delete_alarms(AlarmNames=["c", "a"])
        cw.delete_alarms(AlarmNames=["b c"])
        self.assertEqual(cw.describe_alarms(AlarmTypes=["CompositeAlarm", "MetricAlarm"])["MetricAlarms"], [])

    def test_managed_policies(self):
        iam = self.client("iam")
        iam.create_role(
            RoleName="r",
            AssumeRolePolicyDocument=json.dumps(
                {
                    "Version": "2012-10-17",
                    "Statement": [
                        {
                            "Effect": "Allow",
                            "Action": "sts:AssumeRole",
                            "Principal": {"Service": "lambda.amazonaws.com"},
                        }
                    ],
                }
            ),
        )
        iam.attach_role_policy(RoleName="r", PolicyArn="arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess")
        self.refused(
            "NoSuchEntity",
            iam.attach_role_policy,
            RoleName="r",
            PolicyArn="arn:aws:iam::aws:policy/AWSXrayWriteOnlyAcces",
        )

    def test_calls_are_recorded(self):
        self.client("xray").create_group(GroupName="g")
        got = self.cloud.calls(service="xray")
        self.assertEqual(
            [(c["operation"], c["params"], c["status"]) for c in got], [("CreateGroup", {"GroupName": "g"}, 200)]
        )

    def test_metrics_come_back(self):
        now = datetime.now(timezone.utc)
        cloudwatch = self.client("cloudwatch")
        cloudwatch.put_metric_data(
            Namespace="Canary",
            MetricData=[
                {"MetricName": "Probe", "Value": 1, "Timestamp": now, "Dimensions": [{"Name": "Run", "Value": "1"}]}
            ],
        )
        query = dict(
            Namespace="Canary",
            MetricName="Probe",
            StartTime=now - timedelta(minutes=5),
            EndTime=now + timedelta(minutes=5),
            Period=60,
            Statistics=["SampleCount"],
        )
        here = cloudwatch.get_metric_statistics(**query, Dimensions=[{"Name": "Run", "Value": "1"}])
        self.assertEqual([d["SampleCount"] for d in here["Datapoints"]], [1])
        other = cloudwatch.get_metric_statistics(**query, Dimensions=[{"Name": "Run", "Value": "2"}])
        self.assertEqual(other["Datapoints"], [])

    def test_a_mail_is_pending_until_its_link_is_followed(self):
        sns = self.client("sns")
        topic = sns.create_topic(Name="alerts")["TopicArn"]
        sns.subscribe(TopicArn=topic, Protocol="email", Endpoint="on-call@example.com")
        sns.subscribe(TopicArn=topic, Protocol="sqs", Endpoint="arn:aws:sqs:us-east-1:123456789012:alerts")
        lists = [sns.list_subscriptions, lambda: sns.list_subscriptions_by_topic(TopicArn=topic)]
        for confirmed in (False, True):
            self.cloud.confirm_mails(confirmed)
            for ask in lists:
                pending = {s["Protocol"]: s["SubscriptionArn"] == "PendingConfirmation" for s in ask()["Subscriptions"]}
                self.assertEqual(pending, {"email": not confirmed, "sqs": False})

    def test_what_is_denied_is_refused_until_allowed(self):
        for service, operation, call in (
            ("xray", "GetGroups", self.client("xray").get_groups),
            ("cloudwatch", "DescribeAlarms", self.client("cloudwatch").describe_alarms),
            ("sns", "ListTopics", self.client("sns").list_topics),
        ):
            with self.subTest(service):
                self.cloud.deny(service, operation)
                self.refused("AccessDeniedException", call)
                self.cloud.allow_everything()
                call()
