"""Reserves what was ordered in a warehouse, and publishes "Inventory Updated"."""

import logging

from aws_xray_sdk.core import xray_recorder
from order_events import annotate, publish, traced

logger = logging.getLogger()

# The nearest first, with the units of each product that one order may take from it.
WAREHOUSES = {"north": 10, "central": 100, "south": 1_000}


def lambda_handler(event, context):
    order = event["detail"]
    with traced("inventory-service", order_id=order["orderId"], customer_id=order["customerId"]):
        reservation = reserve(order["productId"], order["quantity"])
        annotate(warehouse=reservation["warehouse"])
        publish("inventory.service", "Inventory Updated", {**order, **reservation})
        logger.info("order %s: %s in %s", order["orderId"], reservation["status"], reservation["warehouse"])
        return reservation


@xray_recorder.capture("select_warehouse")
def reserve(product: str, quantity: int) -> dict:
    """The nearest warehouse that holds enough."""
    xray_recorder.put_metadata("stock_level", {"product": product, "wanted": quantity, "available": WAREHOUSES})
    for warehouse, stock in WAREHOUSES.items():
        if stock >= quantity:
            return {"warehouse": warehouse, "status": "reserved"}
    return {"warehouse": "none", "status": "out_of_stock"}
