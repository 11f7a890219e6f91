"""The stand-in's X-Ray, through boto3 and plain HTTP."""

import json
import time
import urllib.error
import urllib.request

from stand_in_case import StandInCase


class XRay(StandInCase):
    def setUp(self):
        super().setUp()
        self.xray = self.client("xray")

    def rule(self, **kw):
        r = dict(
            RuleName="r",
            Priority=100,
            Version=1,
            ReservoirSize=1,
            FixedRate=0.05,
            URLPath="*",
            Host="*",
            HTTPMethod="*",
            ServiceType="*",
            ServiceName="*",
            ResourceARN="*",
        )
        r.update(kw)
        return {k: v for k, v in r.items() if v is not None}

    # sampling rules

    def test_rule_life(self):
        made = self.xray.create_sampling_rule(
            SamplingRule=self.rule(Attributes={"tier": "gold"}), Tags=[{"Key": "Name", "Value": "x"}]
        )["SamplingRuleRecord"]["SamplingRule"]
        self.assertEqual(made["RuleARN"], "arn:aws:xray:us-west-2:123456789012:sampling-rule/r")
        names = [r["SamplingRule"]["RuleName"] for r in self.xray.get_sampling_rules()["SamplingRuleRecords"]]
        self.assertEqual(names, ["r", "Default"])
        self.xray.update_sampling_rule(SamplingRuleUpdate={"RuleName": "r", "FixedRate": 1.0, "Priority": 9999})
        got = self.xray.get_sampling_rules()["SamplingRuleRecords"][0]["SamplingRule"]
        self.assertEqual((got["FixedRate"], got["Priority"], got["Attributes"]), (1.0, 9999, {"tier": "gold"}))
        self.assertEqual(
            self.xray.list_tags_for_resource(ResourceARN=made["RuleARN"])["Tags"], [{"Key": "Name", "Value": "x"}]
        )
        self.xray.delete_sampling_rule(RuleName="r")
        self.assertEqual(len(self.xray.get_sampling_rules()["SamplingRuleRecords"]), 1)
        self.refused("ResourceNotFoundException", self.xray.list_tags_for_resource, ResourceARN=made["RuleARN"])

    def test_regions_are_apart(self):
        self.xray.create_sampling_rule(SamplingRule=self.rule())
        self.assertEqual(len(self.client("xray", "us-east-1").get_sampling_rules()["SamplingRuleRecords"]), 1)

    def test_rule_constraints(self):
        make = lambda **kw: self.xray.create_sampling_rule(SamplingRule=self.rule(**kw))  # noqa: E731
        v = "ValidationException"
        self.refused(v, make, "less than or equal to 32", RuleName="n" * 33)
        make(RuleName="n" * 32)
        for bad in (
            dict(Priority=0),
            dict(Priority=10000),
            dict(FixedRate=1.01),
            dict(FixedRate=-0.1),
            dict(ReservoirSize=-1),
            dict(Host="h" * 65),
            dict(HTTPMethod="m" * 11),
            dict(URLPath="u" * 129),
            dict(ServiceName="s" * 65),
            dict(ResourceARN="a" * 501),
            dict(Version=0),
            dict(Attributes={"k" * 33: "v"}),
            dict(Attributes={str(i): "v" for i in range(6)}),
            dict(Priority=None),
            dict(URLPath=None),
        ):
            self.refused(v, make, RuleName="bad", **bad)
        i = "InvalidRequestException"
        self.refused(i, make, RuleName=None)
        self.refused(i, make, RuleName="v2", Version=2)
        self.refused(i, make, RuleName="Default")
        self.refused(i, make, RuleARN="arn:aws:xray:us-west-2:123456789012:sampling-rule/x")
        make()
        self.refused(i, make, "already exists")
        self.assertGreaterEqual(len(self.cloud.refused()), 20)

    def test_types_are_not_coerced(self):
        # past the SDK, which would refuse to send these
        for bad in (
            dict(Priority="100"),
            dict(FixedRate="0.05"),
            dict(FixedRate=True),
            dict(Host=None),
            dict(Version=1.5),
        ):
            body = json.dumps({"SamplingRule": {**self.rule(), **bad}}).encode()
            request = urllib.request.Request(
                self.cloud.url + "/CreateSamplingRule",
                body,
                {
                    "Content-Type": "application/json",
                    "Authorization": "AWS4-HMAC-SHA256 Credential=a/20250101/us-west-2/xray/aws4_request",
                },
            )
            with self.subTest(str(bad)), self.assertRaises(urllib.error.HTTPError) as e:
                urllib.request.urlopen(request)
            self.assertEqual((e.exception.code, e.exception.headers["x-amzn-errortype"]), (400, "ValidationException"))
            e.exception.close()

    def test_rule_limit(self):
        for n in range(25):
            self.xray.create_sampling_rule(SamplingRule=self.rule(RuleName=f"r{n}"))
        self.refused(
            "RuleLimitExceededException", self.xray.create_sampling_rule, SamplingRule=self.rule(RuleName="r25")
        )
        self.client("xray", "eu-west-1").create_sampling_rule(SamplingRule=self.rule(RuleName="r25"))

    def test_rule_updates(self):
        i, up = "InvalidRequestException", self.xray.update_sampling_rule
        self.xray.create_sampling_rule(SamplingRule=self.rule())
        self.refused(i, up, "does not exist", SamplingRuleUpdate={"RuleName": "none", "FixedRate": 1})
        self.refused(i, up, SamplingRuleUpdate={"RuleName": "r", "FixedRate": 2})
        self.refused(i, up, SamplingRuleUpdate={"RuleName": "r", "Priority": 0})
        self.refused(i, up, "either name or ARN", SamplingRuleUpdate={"FixedRate": 1})
        up(SamplingRuleUpdate={"RuleName": "Default", "FixedRate": 0.5, "ReservoirSize": 3})
        self.refused(
            i,
            up,
            "Invalid update request for default sampling rule",
            SamplingRuleUpdate={"RuleName": "Default", "Priority": 5},
        )
        self.refused(i, self.xray.delete_sampling_rule, RuleName="Default")

    # groups

    def test_group_life(self):
        g = self.xray.create_group(
            GroupName="errors",
            FilterExpression="fault = true OR error = true",
            InsightsConfiguration={"InsightsEnabled": True, "NotificationsEnabled": True},
        )["Group"]
        self.assertRegex(g["GroupARN"], r"^arn:aws:xray:us-west-2:123456789012:group/errors/[A-Z2-7]{52}$")
        self.assertEqual(self.xray.get_group(GroupARN=g["GroupARN"])["Group"], g)
        self.assertEqual({x["GroupName"] for x in self.xray.get_groups()["Groups"]}, {"Default", "errors"})
        self.xray.update_group(GroupARN=g["GroupARN"], InsightsConfiguration={"InsightsEnabled": False})
        self.assertEqual(
            self.xray.get_group(GroupName="errors")["Group"]["InsightsConfiguration"],
            {"InsightsEnabled": False, "NotificationsEnabled": False},
        )
        self.xray.tag_resource(ResourceARN=g["GroupARN"], Tags=[{"Key": "a", "Value": "1"}, {"Key": "b", "Value": "2"}])
        self.xray.untag_resource(ResourceARN=g["GroupARN"], TagKeys=["a"])
        self.assertEqual(
            self.xray.list_tags_for_resource(ResourceARN=g["GroupARN"])["Tags"], [{"Key": "b", "Value": "2"}]
        )
        self.xray.delete_group(GroupName="errors")
        self.refused("InvalidRequestException", self.xray.get_group, "Group not found", GroupName="errors")

    def test_group_constraints(self):
        i, make = "InvalidRequestException", self.xray.create_group
        self.refused("ValidationException", make, GroupName="g" * 33)
        self.refused("ValidationException", make, GroupName="")
        self.refused("ValidationException", make)
        self.refused(i, make, GroupName="Default")
        make(GroupName="g")
        self.refused(i, make, "already exists", GroupName="g")
        self.refused(
            i,
            make,
            "Notifications",
            GroupName="h",
            InsightsConfiguration={"InsightsEnabled": False, "NotificationsEnabled": True},
        )
        self.refused(
            "TooManyTagsException", make, GroupName="h", Tags=[{"Key": str(n), "Value": ""} for n in range(51)]
        )
        self.refused(i, make, GroupName="h", Tags=[{"Key": "aws:x", "Value": ""}])
        self.refused(i, make, GroupName="h", Tags=[{"Key": "k", "Value": "a;b"}])
        for n in range(24):
            make(GroupName=f"g{n}")
        self.refused(i, make, "limit", GroupName="h")

    def test_filter_expressions(self):
        good = [
            "fault = true OR error = true",
            "fault",
            "!ok",
            "responsetime > 3",
            "http.status != 200",
            'service("api.example.com")',
            'service("api") { fault = true } AND responsetime >= 1.5',
            'service(id(name: "api", type: "AWS::Lambda::Function"))',
            'edge("a", "b") { error }',
            'annotation.user_id = "abc"',
            "annotation.retries > 2",
            'annotation[tenant] = "x"',
            'http.url CONTAINS "/auth/" AND (error OR fault)',
            'user = "bob"',
            "",
            'edge(id(name: "a", type: "client"), id(name: "b"))',
            'id(account.id: "123456789012")',
            'group.name = "g" and duration < 2',
            'rootcause.fault.service { name = "x" }',
            'resource.arn = "arn:aws:lambda:us-west-2:123456789012:function:x"',
            "NOT partial",
        ]
        bad = [
            "falt = true",
            "fault = ",
            "fault OR",
            "OR fault",
            "fault error",
            "(fault",
            "fault)",
            "responsetime",
            "fault = yes",
            'service("a"',
            "annotation. = 1",
            "fault && error",
            "responsetime > abc",
            "'fault'",
            'service("api") {',
            "fault == true",
        ]
        for text in good:
            self.xray.create_group(GroupName="g", FilterExpression=text)
            self.xray.delete_group(GroupName="g")
        for text in bad:
            with self.subTest(text):
                self.refused(
                    "InvalidRequestException",
                    self.xray.create_group,
                    "filter expression",
                    GroupName="g",
                    FilterExpression=text,
                )

    def test_resource_policies(self):
        doc = json.dumps(
            {
                "Version": "2012-10-17",
                "Statement": [
                    {
                        "Effect": "Allow",
                        "Principal": {"Service": "sns.amazonaws.com"},
                        "Action": ["xray:PutTraceSegments"],
                        "Resource": "*",
                    }
                ],
            }
        )
        put = self.xray.put_resource_policy
        self.assertEqual(put(PolicyName="p", PolicyDocument=doc)["ResourcePolicy"]["PolicyRevisionId"], "1")
        self.assertEqual(put(PolicyName="p", PolicyDocument=doc)["ResourcePolicy"]["PolicyRevisionId"], "2")
        self.refused("InvalidPolicyRevisionIdException", put, PolicyName="p", PolicyDocument=doc, PolicyRevisionId="1")
        self.refused("MalformedPolicyDocumentException", put, PolicyName="q", PolicyDocument="{}")
        self.refused("PolicySizeLimitExceededException", put, PolicyName="q", PolicyDocument=doc + " " * 6000)
        self.refused("ValidationException", put, PolicyName="a b", PolicyDocument=doc)
        for n in range(4):
            put(PolicyName=f"p{n}", PolicyDocument=doc)
        self.refused("PolicyCountLimitExceededException", put, PolicyName="p5", PolicyDocument=doc)
        self.xray.delete_resource_policy(PolicyName="p")
        self.assertEqual(len(self.xray.list_resource_policies()["ResourcePolicies"]), 4)

    # traces

    def segment(self, **kw):
        now = time.time()
        return {
            "name": "canary",
            "id": "53995c3f42cd8ad8",
            "trace_id": f"1-{int(now):08x}-0123456789abcdef01234567",
            "start_time": now,
            "end_time": now + 0.5,
            **kw,
        }

    def test_traces_come_back(self):
        segment = self.segment(fault=True)
        put = self.xray.put_trace_segments(TraceSegmentDocuments=[json.dumps(segment)])
        self.assertEqual(put["UnprocessedTraceSegments"], [])
        absent = "1-00000000-0123456789abcdef01234567"
        traces = self.xray.batch_get_traces(TraceIds=[segment["trace_id"], absent])["Traces"]
        self.assertEqual([t["Id"] for t in traces], [segment["trace_id"]])
        self.assertEqual(json.loads(traces[0]["Segments"][0]["Document"]), segment)
        now = time.time()
        found = self.xray.get_trace_summaries(StartTime=now - 60, EndTime=now + 60)["TraceSummaries"]
        self.assertEqual([(s["Id"], s["HasFault"]) for s in found], [(segment["trace_id"], True)])
        self.assertEqual(self.xray.get_trace_summaries(StartTime=now - 60, EndTime=now - 30)["TraceSummaries"], [])
        elsewhere = self.client("xray", "eu-west-1").batch_get_traces(TraceIds=[segment["trace_id"]])
        self.assertEqual(elsewhere["Traces"], [])

    def test_malformed_segments_are_named(self):
        for bad in (
            dict(trace_id="1-xyz"),
            dict(id="1"),
            dict(name=None),
            dict(end_time=None, in_progress=False),
            dict(metadata={"x": "x" * 65536}),
        ):
            document = json.dumps({k: v for k, v in self.segment(**bad).items() if v is not None})
            with self.subTest(str(bad)[:60]):
                put = self.xray.put_trace_segments(TraceSegmentDocuments=[document])
                self.assertEqual(len(put["UnprocessedTraceSegments"]), 1)
