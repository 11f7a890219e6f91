"""Requests that arrive more than once: that the server does not cause them, what they get, and that they are recorded."""

import http.client
import io
import json
import socket
import threading
import unittest
import urllib.parse
import zipfile
from concurrent.futures import ThreadPoolExecutor

import botocore.auth
import botocore.awsrequest
import botocore.credentials
from stand_in_case import StandInCase

ASSUME = json.dumps(
    {
        "Version": "2012-10-17",
        "Statement": [
            {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "lambda.amazonaws.com"}}
        ],
    }
)
VPC = "vpc-0a1b2c3d4e5f6a7b8"


class RequestCase(StandInCase):
    """Requests as they are on the wire."""

    def signed(self, service, parameters, attempt=1, invocation="9c2ec3b4-8d2c-4a6e-8f5b-2b1f4c0f7a10"):
        """The head of a request of the Query protocol, and its body."""
        body = urllib.parse.urlencode(parameters)
        request = botocore.awsrequest.AWSRequest(
            "POST", f"{self.cloud.url}/", {"Content-Type": "application/x-www-form-urlencoded"}, body
        )
        credentials = botocore.credentials.Credentials("stand-in", "stand-in")
        botocore.auth.SigV4Auth(credentials, service, "us-west-2").add_auth(request)
        return {
            **request.headers,
            "amz-sdk-invocation-id": invocation,
            "amz-sdk-request": f"attempt={attempt}; max=25",
        }, body

    @property
    def address(self):
        url = urllib.parse.urlsplit(self.cloud.url)
        return url.hostname, url.port

    def send(self, connection, *of, **settings):
        headers, body = self.signed(*of, **settings)
        connection.request("POST", "/", body, headers)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()


class Server(RequestCase):
    def test_a_connection_stays_open(self):
        connection = http.client.HTTPConnection(*self.address)
        self.addCleanup(connection.close)
        used = []
        for _ in range(20):
            self.assertEqual(self.send(connection, "sns", {"Action": "ListTopics"})[0], 200)
            used.append(connection.sock)
        self.assertEqual(len(set(used)), 1)
        self.assertIsNotNone(used[0])
        self.assertEqual(len({call["connection"] for call in self.cloud.calls(service="sns")}), 1)

    def test_head_and_body_of_an_answer_arrive_together(self):
        """A client that closes after the head has not lost the body: see __main__."""
        for number in range(30):
            headers, body = self.signed("sns", {"Action": "CreateTopic", "Name": f"topic-{number}"})
            head = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
            with socket.create_connection(self.address) as raw:
                raw.sendall(
                    f"POST / HTTP/1.1\r\nHost: stand-in\r\nContent-Length: {len(body)}\r\n{head}\r\n{body}".encode()
                )
                first = raw.recv(65536).decode()
            self.assertTrue(first.startswith("HTTP/1.1 200"), first)
            self.assertTrue(first.endswith("</CreateTopicResponse>"), first)

    def test_two_hundred_connections_at_once_are_all_answered(self):
        together = threading.Barrier(200)

        def ask(number):
            connection = http.client.HTTPConnection(*self.address, timeout=60)
            together.wait(60)
            connection.connect()
            together.wait(60)
            try:
                return self.send(connection, "sns", {"Action": "CreateTopic", "Name": f"topic-{number}"})[0]
            finally:
                connection.close()

        with ThreadPoolExecutor(200) as many:
            self.assertEqual(set(many.map(ask, range(200))), {200})
        self.assertEqual(len({call["connection"] for call in self.cloud.calls(operation="CreateTopic")}), 200)
        self.assertEqual(self.cloud.repeated(), [])


class Record(RequestCase):
    def setUp(self):
        super().setUp()
        self.connection = http.client.HTTPConnection(*self.address)
        self.addCleanup(self.connection.close)

    def repeated(self):
        return [
            (r["why"], r["call"]["operation"], r["earlier"]["status"] if r["earlier"] else None)
            for r in self.cloud.repeated()
        ]

    def test_what_an_sdk_sends_again(self):
        self.send(self.connection, "sns", {"Action": "ListTopics"})
        self.send(self.connection, "sns", {"Action": "ListTopics"}, attempt=2)
        self.assertEqual(self.repeated(), [("attempt 2 of one invocation", "ListTopics", 200)])

    def test_a_retry_whose_first_attempt_never_arrived(self):
        self.send(self.connection, "sns", {"Action": "ListTopics"}, attempt=3)
        self.assertEqual(self.repeated(), [("attempt 3 of one invocation", "ListTopics", None)])

    def test_a_change_asked_for_twice(self):
        create = {"Action": "CreateTopic", "Name": "topic"}
        self.send(self.connection, "sns", create, invocation="one")
        self.assertEqual(self.repeated(), [])
        self.send(self.connection, "sns", create, invocation="two")
        self.assertEqual(self.repeated(), [("the same request again", "CreateTopic", 200)])

    def test_what_terraform_sends_twice_by_itself_is_expected(self):
        s3 = self.client("s3")
        s3.create_bucket(Bucket="bucket", CreateBucketConfiguration={"LocationConstraint": "us-west-2"})
        for _ in range(2):
            s3.put_bucket_versioning(Bucket="bucket", VersioningConfiguration={"Status": "Suspended"})
        (found,) = self.cloud.repeated()
        self.assertEqual(found["call"]["operation"], "PutBucketVersioning")
        self.assertTrue(found["expected"])

    def test_equal_datapoints_are_expected(self):
        cloudwatch = self.client("cloudwatch")
        for _ in range(2):
            cloudwatch.put_metric_data(Namespace="Canary", MetricData=[{"MetricName": "Healthy", "Value": 1}])
        (found,) = self.cloud.repeated()
        self.assertEqual(found["call"]["operation"], "PutMetricData")
        self.assertTrue(found["expected"])

    def test_no_reads_no_others_and_nothing_that_was_refused_before(self):
        sns = self.client("sns")
        for _ in range(2):
            sns.list_topics()
        for name in ("one", "two"):
            sns.create_topic(Name=name)
        ec2 = self.client("ec2")
        for _ in range(2):
            self.refused("InvalidGroup.NotFound", ec2.delete_security_group, GroupId="sg-0a1b2c3d4e5f6a7b8x")
        self.assertEqual(self.repeated(), [])


class Tokens(StandInCase):
    def setUp(self):
        super().setUp()
        self.ec2 = self.client("ec2")

    def endpoint(self, token, service="xray"):
        return self.ec2.create_vpc_endpoint(
            VpcId=VPC,
            ServiceName=f"com.amazonaws.us-west-2.{service}",
            VpcEndpointType="Interface",
            ClientToken=token,
        )["VpcEndpoint"]["VpcEndpointId"]

    def test_the_same_token_gets_the_first_answer_and_nothing_new(self):
        self.assertEqual(self.endpoint("one"), self.endpoint("one"))
        self.assertEqual(len(self.ec2.describe_vpc_endpoints()["VpcEndpoints"]), 1)

    def test_another_token_is_another_request(self):
        self.assertNotEqual(self.endpoint("one"), self.endpoint("two"))

    def test_a_token_with_other_parameters_is_refused(self):
        self.endpoint("one")
        self.refused("IdempotentParameterMismatch", lambda: self.endpoint("one", "logs"), "one")
        self.assertEqual(len(self.ec2.describe_vpc_endpoints()["VpcEndpoints"]), 1)

    def test_a_token_of_a_refused_request_is_free(self):
        self.cloud.deny("ec2", "CreateVpcEndpoint")
        self.refused("AccessDeniedException", lambda: self.endpoint("one"))
        self.cloud.allow_everything()
        self.endpoint("one", "logs")

    def test_tokens_are_of_one_region(self):
        self.client("scheduler", "us-west-2").create_schedule_group(Name="g", ClientToken="one")
        self.client("scheduler", "us-east-1").create_schedule_group(Name="g", ClientToken="one")
        for region in ("us-west-2", "us-east-1"):
            groups = self.client("scheduler", region).list_schedule_groups()["ScheduleGroups"]
            self.assertIn("g", {group["Name"] for group in groups})

    def test_many_at_once_are_one(self):
        with ThreadPoolExecutor(10) as ten:
            self.assertEqual(len(set(ten.map(self.endpoint, ["one"] * 10))), 1)
        self.assertEqual(len(self.ec2.describe_vpc_endpoints()["VpcEndpoints"]), 1)


class Duplicates(StandInCase):
    """What AWS documents for a second request to make the same thing."""

    def second(self, code, call, **parameters):
        call(**parameters)
        self.refused(code, call, **parameters)

    def test_security_groups(self):
        ec2 = self.client("ec2")
        group = dict(GroupName="g", Description="A group", VpcId=VPC)
        self.second("InvalidGroup.Duplicate", ec2.create_security_group, **group)
        found = ec2.describe_security_groups(Filters=[{"Name": "group-name", "Values": ["g"]}])["SecurityGroups"]
        rule = dict(
            GroupId=found[0]["GroupId"],
            IpPermissions=[
                {"IpProtocol": "tcp", "FromPort": 1, "ToPort": 1, "IpRanges": [{"CidrIp": "10.0.0.0/8"}]}
            ],
        )
        self.second("InvalidPermission.Duplicate", ec2.authorize_security_group_egress, **rule)
        self.second("InvalidPermission.Duplicate", ec2.authorize_security_group_ingress, **rule)
        self.second("InvalidPermission.NotFound", ec2.revoke_security_group_egress, **rule)
        self.second("InvalidPermission.NotFound", ec2.revoke_security_group_ingress, **rule)
        self.second("InvalidGroup.NotFound", ec2.delete_security_group, GroupId=rule["GroupId"])

    def test_rest_apis(self):
        client = self.client("apigateway")
        api = client.create_rest_api(name="api")["id"]
        root = client.get_resources(restApiId=api)["items"][0]["id"]
        method = dict(restApiId=api, resourceId=root, httpMethod="GET")
        self.second("ConflictException", client.create_resource, restApiId=api, parentId=root, pathPart="x")
        self.second("ConflictException", client.put_method, **method, authorizationType="NONE")
        self.second("ConflictException", client.put_method_response, **method, statusCode="200")
        self.second("ConflictException", client.create_model, restApiId=api, name="m", contentType="application/json")
        uri = (
            "arn:aws:apigateway:us-west-2:lambda:path/2015-03-31/functions/"
            "arn:aws:lambda:us-west-2:123456789012:function:f/invocations"
        )
        authorizer = dict(name="a", type="TOKEN", authorizerUri=uri, identitySource="method.request.header.Token")
        self.second("BadRequestException", client.create_authorizer, restApiId=api, **authorizer)
        self.second("NotFoundException", client.delete_method, **method)
        self.second("NotFoundException", client.delete_rest_api, restApiId=api)

    def test_http_apis(self):
        client = self.client("apigatewayv2")
        api = client.create_api(Name="api", ProtocolType="HTTP")["ApiId"]
        self.second("ConflictException", client.create_route, ApiId=api, RouteKey="GET /x")
        self.second("ConflictException", client.create_stage, ApiId=api, StageName="$default")

    def test_functions(self):
        package = io.BytesIO()
        with zipfile.ZipFile(package, "w") as archive:
            archive.writestr("h.py", "def h(event, context):\n    pass\n")
        role = self.client("iam").create_role(RoleName="r", AssumeRolePolicyDocument=ASSUME)["Role"]["Arn"]
        queue = "arn:aws:sqs:us-west-2:123456789012:q"
        self.client("sqs").create_queue(QueueName="q")
        client, conflict = self.client("lambda"), "ResourceConflictException"
        self.second(
            conflict,
            client.create_function,
            FunctionName="f",
            Runtime="python3.12",
            Role=role,
            Handler="h.h",
            Code={"ZipFile": package.getvalue()},
        )
        allow = dict(StatementId="s", Action="lambda:InvokeFunction", Principal="sns.amazonaws.com")
        self.second(conflict, client.add_permission, FunctionName="f", **allow)
        self.second(conflict, client.create_function_url_config, FunctionName="f", AuthType="NONE")
        self.second(conflict, client.create_event_source_mapping, FunctionName="f", EventSourceArn=queue)
        # another statement, another function's mapping and a statement that was removed are no duplicates
        client.add_permission(FunctionName="f", **(allow | {"StatementId": "t"}))
        client.remove_permission(FunctionName="f", StatementId="s")
        client.add_permission(FunctionName="f", **allow)

    def test_user_pool_domains(self):
        client = self.client("cognito-idp")
        pool = client.create_user_pool(PoolName="p")["UserPool"]["Id"]
        self.second("InvalidParameterException", client.create_user_pool_domain, Domain="d", UserPoolId=pool)

    def test_state_machines(self):
        role = self.client("iam").create_role(RoleName="r", AssumeRolePolicyDocument=ASSUME)["Role"]["Arn"]
        client = self.client("stepfunctions")

        def create(state):
            definition = json.dumps({"StartAt": state, "States": {state: {"Type": "Pass", "End": True}}})
            return client.create_state_machine(name="m", definition=definition, roleArn=role)["stateMachineArn"]

        self.assertEqual(create("A"), create("A"))
        self.refused("StateMachineAlreadyExists", lambda: create("B"))

    def test_what_aws_takes_again(self):
        sns = self.client("sns")
        topic = [sns.create_topic(Name="t")["TopicArn"] for _ in range(2)]
        self.assertEqual(topic[0], topic[1])
        subscription = dict(TopicArn=topic[0], Protocol="sqs", Endpoint="arn:aws:sqs:us-west-2:123456789012:q")
        subscriptions = {sns.subscribe(**subscription)["SubscriptionArn"] for _ in range(2)}
        self.assertEqual(len(subscriptions), 1)


if __name__ == "__main__":
    unittest.main()
