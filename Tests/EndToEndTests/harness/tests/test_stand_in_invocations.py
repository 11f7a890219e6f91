"""What the stand-in notes instead of running functions, and what of other accounts it knows."""

import io
import json
import zipfile

from stand_in_case import StandInCase

TRACE = "Root=1-00000000-000000000000000000000001;Parent=0000000000000002;Sampled=1"
ROLE = "arn:aws:iam::123456789012:role/f"
LAYER = "arn:aws:lambda:us-west-2:017000801446:layer:Powertools:1"


def package():
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("f.py", "")
    return data.getvalue()


class InvocationsTest(StandInCase):
    def function(self, **more):
        self.client("iam").create_role(
            RoleName="f",
            AssumeRolePolicyDocument=json.dumps(
                {
                    "Version": "2012-10-17",
                    "Statement": [
                        {
                            "Effect": "Allow",
                            "Principal": {"Service": "lambda.amazonaws.com"},
                            "Action": "sts:AssumeRole",
                        }
                    ],
                }
            ),
        )
        return self.client("lambda").create_function(
            FunctionName="f", Runtime="python3.13", Role=ROLE, Handler="f.f", Code={"ZipFile": package()}, **more
        )["FunctionArn"]

    def traced(self, service):
        client = self.client(service)
        client.meta.events.register("before-send.*.*", lambda request, **_: self.with_trace(request))
        return client

    def with_trace(self, request):
        request.headers["X-Amzn-Trace-Id"] = TRACE

    def test_a_rule_calls_its_functions_and_other_targets_of_events_that_match(self):
        arn, events, sqs = self.function(), self.traced("events"), self.client("sqs")
        queue = sqs.create_queue(QueueName="q")["QueueUrl"]
        seen = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
        events.create_event_bus(Name="b")
        events.put_rule(Name="r", EventBusName="b", EventPattern=json.dumps({"source": ["shop"]}))
        events.put_targets(Rule="r", EventBusName="b", Targets=[{"Id": "1", "Arn": arn}, {"Id": "2", "Arn": seen}])
        entry = {"Source": "shop", "DetailType": "Sold", "Detail": '{"id": 7}', "EventBusName": "b"}
        events.put_events(Entries=[entry, entry | {"Source": "other"}])
        [noted] = self.cloud.invocations()
        self.assertEqual((noted["function"], noted["trace"]), (arn, TRACE))
        self.assertEqual((noted["event"]["detail-type"], noted["event"]["detail"]), ("Sold", {"id": 7}))
        self.assertEqual(self.cloud.invocations(), [])
        self.assertEqual(len(sqs.receive_message(QueueUrl=queue, MaxNumberOfMessages=10)["Messages"]), 1)
        self.assertEqual(len(events.list_targets_by_rule(Rule="r", EventBusName="b")["Targets"]), 2)

    def test_a_topic_calls_the_function_that_subscribes(self):
        arn, sns = self.function(), self.traced("sns")
        topic = sns.create_topic(Name="t")["TopicArn"]
        sns.subscribe(TopicArn=topic, Protocol="lambda", Endpoint=arn)
        sns.publish(TopicArn=topic, Message="news")
        [noted] = self.cloud.invocations()
        self.assertEqual((noted["function"], noted["trace"]), (arn, TRACE))
        self.assertEqual(noted["event"]["Records"][0]["Sns"]["Message"], "news")

    def test_only_what_a_test_says_is_outside_is_there(self):
        ec2 = self.client("ec2")
        self.cloud.only_outside(["vpc-00000001", LAYER])
        self.assertEqual(ec2.describe_vpcs(VpcIds=["vpc-00000001"])["Vpcs"][0]["VpcId"], "vpc-00000001")
        self.refused("InvalidVpcID.NotFound", ec2.create_security_group, GroupName="g", Description="d", VpcId="vpc-00000002")
        self.refused("InvalidGroup.NotFound", ec2.authorize_security_group_ingress, GroupId="sg-00000003", IpPermissions=[])
        found = self.client("lambda").get_layer_version_by_arn(Arn=LAYER)
        self.assertEqual(found["LayerVersionArn"], LAYER)
        self.refused(
            "ResourceNotFoundException", self.client("lambda").get_layer_version_by_arn, Arn=LAYER.replace(":1", ":2")
        )
        self.function(Layers=[LAYER])
