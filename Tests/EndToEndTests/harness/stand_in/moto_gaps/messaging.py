"""Attributes of SNS topics and SQS queues that moto keeps but does not give back as AWS does."""

from __future__ import annotations

import json

from moto.core.responses import ActionResult
from moto.sns import responses as sns
from moto.sqs import models as sqs


def complete():
    # SNS: attributes that moto keeps but does not give back
    moto_topic = sns.SNSResponse.get_topic_attributes

    def get_topic_attributes(self):
        result = moto_topic(self).result
        topic = self.backend.get_topic(self._get_param("TopicArn"))
        for wire, field in (
            ("TracingConfig", "tracing_config"),
            ("SignatureVersion", "signature_version"),
            ("ArchivePolicy", "archive_policy"),
        ):
            if getattr(topic, field, None):
                result["Attributes"][wire] = getattr(topic, field)
        return ActionResult(result)

    sns.SNSResponse.get_topic_attributes = get_topic_attributes

    # SQS: the redrive policy comes back without blanks, as from AWS
    moto_attributes = sqs.Queue.attributes

    def attributes(self):
        result = moto_attributes.fget(self)
        if result.get("RedrivePolicy"):
            result["RedrivePolicy"] = json.dumps(json.loads(result["RedrivePolicy"]), separators=(",", ":"))
        return result

    sqs.Queue.attributes = property(attributes)
