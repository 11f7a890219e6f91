"""What moto keeps of SNS topics and SQS queues but does not give back as AWS does, and mails that are not confirmed."""

from __future__ import annotations

import copy
import json

from moto.core.responses import ActionResult
from moto.sns import responses as sns
from moto.sqs import models as sqs

_mails_are_confirmed = True


def confirm_mails(done):
    """Whether the links in SNS's mails were followed. moto has no mails, so all are confirmed until a test says otherwise."""
    global _mails_are_confirmed
    _mails_are_confirmed = done


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

    # A list of subscriptions has "PendingConfirmation" in place of the ARN until the link in the mail was followed:
    # https://docs.aws.amazon.com/sns/latest/api/API_ListSubscriptions.html
    def pending(moto_list):
        def answer(self):
            result = moto_list(self).result
            if not _mails_are_confirmed:
                result["Subscriptions"] = [
                    _pending(subscription) if subscription.protocol.startswith("email") else subscription
                    for subscription in result["Subscriptions"]
                ]
            return ActionResult(result)

        return answer

    for name in ("list_subscriptions", "list_subscriptions_by_topic"):
        setattr(sns.SNSResponse, name, pending(getattr(sns.SNSResponse, name)))

    # SQS: the redrive policy comes back without blanks, as from AWS
    moto_attributes = sqs.Queue.attributes

    def attributes(self):
        result = moto_attributes.fget(self)
        if result.get("RedrivePolicy"):
            result["RedrivePolicy"] = json.dumps(json.loads(result["RedrivePolicy"]), separators=(",", ":"))
        return result

    sqs.Queue.attributes = property(attributes)


def _pending(subscription):
    shown = copy.copy(subscription)
    shown.arn = "PendingConfirmation"
    return shown
