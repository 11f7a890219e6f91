"""Charges a customer when an order was created, and publishes "Payment Processed"."""

import logging
import uuid

from aws_xray_sdk.core import xray_recorder
from order_events import annotate, publish, traced

logger = logging.getLogger()

# Above this amount a payment is declined, as a card's limit would decline it.
LIMIT = 10_000
NAMESPACE = uuid.UUID("6f1f8a0e-58a5-4c0e-9c55-6d0a3b7f0d0e")


def lambda_handler(event, context):
    order = event["detail"]
    with traced("payment-service", order_id=order["orderId"], customer_id=order["customerId"]):
        annotate(payment_amount=order["amount"])
        payment = charge(order)
        annotate(payment_status=payment["status"])
        publish("payment.service", "Payment Processed", {**order, **payment})
        logger.info("payment of order %s: %s", order["orderId"], payment["status"])
        return payment


@xray_recorder.capture("payment_processor")
def charge(order: dict) -> dict:
    """The payment processor. EventBridge may deliver an event twice: one order, one transaction id."""
    transaction = str(uuid.uuid5(NAMESPACE, order["orderId"]))
    status = "approved" if order["amount"] <= LIMIT else "declined"
    xray_recorder.put_metadata("transaction", transaction)
    return {"transactionId": transaction, "status": status}
