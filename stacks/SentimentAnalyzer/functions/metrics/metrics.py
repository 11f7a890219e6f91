"""Counts what the alarms watch and no request shows: items that nobody has analyzed in time.

It is the monitor of monitors, so its own failure is a metric too, and fails the invocation.
"""

import os
import time
from datetime import UTC, datetime

from news_items import PENDING, STUCK_AFTER, iso
from observability import count, logger, subsegment, traced_handler

import boto3
from boto3.dynamodb.conditions import Attr, Key

items = boto3.resource("dynamodb").Table(os.environ["ITEMS_TABLE"])


@traced_handler
def handler(event, context):
    try:
        stuck = stuck_items()
        # The call itself is a subsegment of the SDK's below this one, marked when it fails (FR-004).
        with subsegment("put_metric_data"):
            count("StuckItems", stuck)
    except Exception:
        logger.exception("metrics could not be written")
        count("MetricsLambdaErrors")
        raise
    logger.info("counted", extra={"stuck_items": stuck})
    return {"StuckItems": stuck}


def stuck_items() -> int:
    limit = iso(datetime.now(UTC) - STUCK_AFTER)
    began, found, page = time.monotonic(), 0, {}
    with subsegment("dynamodb_query_stuck_items") as step:
        while True:
            answer = items.query(
                IndexName="by-status",
                KeyConditionExpression=Key("status").eq(PENDING),
                FilterExpression=Attr("ingested_at").lt(limit),
                Select="COUNT",
                **page,
            )
            found += answer["Count"]
            if "LastEvaluatedKey" not in answer:
                break
            page = {"ExclusiveStartKey": answer["LastEvaluatedKey"]}
        step.put_annotation("item_count", found)
        step.put_annotation("duration_ms", round((time.monotonic() - began) * 1_000))
    return found
