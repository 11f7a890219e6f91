import json

import boto3
import pytest
from sentiment_system import System, make_tables


@pytest.fixture
def system(lambda_of):
    make_tables(boto3.client("dynamodb"))
    return System(lambda_of("SentimentAnalyzer"))


@pytest.fixture
def topic(aws):
    """A topic and what arrives at it."""

    def make(name):
        sns, sqs = boto3.client("sns"), boto3.client("sqs")
        arn = sns.create_topic(Name=name)["TopicArn"]
        queue = sqs.create_queue(QueueName=name)["QueueUrl"]
        target = sqs.get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
        attributes = {"RawMessageDelivery": "true"}
        sns.subscribe(TopicArn=arn, Protocol="sqs", Endpoint=target, Attributes=attributes)

        def messages():
            answer = sqs.receive_message(QueueUrl=queue, MaxNumberOfMessages=10).get("Messages", [])
            return [json.loads(message["Body"]) for message in answer]

        return arn, messages

    return make
