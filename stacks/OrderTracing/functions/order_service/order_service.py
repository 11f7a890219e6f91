"""Takes an order from `POST /orders` and publishes "Order Created"."""

import json
import logging
import os
import uuid

from aws_xray_sdk.core import xray_recorder
from order_events import annotate, publish, traced

logger = logging.getLogger()


class InvalidOrder(ValueError):
    """What the client sent is not an order."""


def lambda_handler(event, context):
    with traced("order-service"):
        try:
            order = new_order(event.get("body"))
        except InvalidOrder as error:
            # The client's mistake: the function itself did not fail.
            annotate(error="InvalidOrder")
            return response(400, {"message": str(error)})
        annotate(
            order_id=order["orderId"],
            customer_id=order["customerId"],
            payment_amount=order["amount"],
        )
        xray_recorder.put_metadata("order", order)
        publish("order.service", "Order Created", order)
        logger.info("order %s created", order["orderId"])
        return response(201, {"orderId": order["orderId"], "status": "created"})


def new_order(body) -> dict:
    """API Gateway has checked the body against its schema; a direct invocation has not."""
    try:
        request = json.loads(body or "")
    except ValueError:
        raise InvalidOrder("the body is not JSON") from None
    if not isinstance(request, dict):
        raise InvalidOrder("the body is not an object")
    product, quantity, amount = request.get("productId"), request.get("quantity"), request.get("amount", 0)
    if not isinstance(product, str) or not product:
        raise InvalidOrder("productId is required")
    if not isinstance(quantity, int) or isinstance(quantity, bool) or quantity < 1:
        raise InvalidOrder("quantity must be a whole number of at least 1")
    if not isinstance(amount, (int, float)) or isinstance(amount, bool) or amount < 0:
        raise InvalidOrder("amount must be a number of at least 0")
    customer = request.get("customerId", "anonymous")
    if not isinstance(customer, str):
        raise InvalidOrder("customerId must be a string")
    return {
        "orderId": str(uuid.uuid4()),
        "customerId": customer,
        "productId": product,
        "quantity": quantity,
        "amount": amount,
    }


def response(status: int, body: dict) -> dict:
    return {
        "statusCode": status,
        # API Gateway answers preflight requests only; this header makes browsers show the answer.
        "headers": {"Content-Type": "application/json", "Access-Control-Allow-Origin": os.environ["ALLOWED_ORIGIN"]},
        "body": json.dumps(body),
    }
