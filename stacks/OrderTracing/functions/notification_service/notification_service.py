"""Tells a customer what became of the payment and of the goods. Nothing listens to it in turn.

The document names no provider of mail or text messages, so a message ends as a log line; a real
channel is a function in CHANNELS.
"""

import logging

from aws_xray_sdk.core import xray_recorder
from order_events import annotate, traced

logger = logging.getLogger()


def lambda_handler(event, context):
    detail = event["detail"]
    with traced("notification-service", order_id=detail["orderId"], customer_id=detail["customerId"]):
        annotate(event_type=event["detail-type"])
        text = message(event["detail-type"], detail)
        for channel, deliver in CHANNELS.items():
            with xray_recorder.in_subsegment(f"deliver_{channel}"):
                annotate(channel=channel)
                deliver(detail["customerId"], text)
        return {"channels": list(CHANNELS), "message": text}


def message(detail_type: str, detail: dict) -> str:
    order = detail["orderId"]
    match detail_type:
        case "Payment Processed":
            return f"Payment of order {order}: {detail['status']}"
        case "Inventory Updated":
            return f"Goods of order {order}: {detail['status']}"
        case _:
            raise ValueError(f"no message for '{detail_type}'")


def to_log(channel: str):
    def deliver(customer: str, text: str):
        logger.info("%s to customer %s: %s", channel, customer, text)

    return deliver


CHANNELS = {channel: to_log(channel) for channel in ("email", "sms")}
