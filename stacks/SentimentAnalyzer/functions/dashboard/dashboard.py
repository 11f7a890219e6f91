"""What the dashboard's pages ask for: `GET /items` and `GET /timeseries?ticker=AAPL&resolution=1h`."""

import json
import os
import re
from decimal import Decimal

from news_items import ANALYZED, RESOLUTIONS
from observability import subsegment, traced_handler, tracer

import boto3
from boto3.dynamodb.conditions import Key

dynamodb = boto3.resource("dynamodb")
items = dynamodb.Table(os.environ["ITEMS_TABLE"])
timeseries = dynamodb.Table(os.environ["TIMESERIES_TABLE"])

NEWEST = 50
POINTS = 1_000


class BadRequest(Exception):
    """The client's mistake."""


@traced_handler
def handler(event, context):
    route = f"{event['httpMethod']} {event['path']}"
    tracer.put_annotation("route", route)
    answer = ROUTES.get(route)
    if answer is None:
        return response(404, {"message": f"no route '{route}'"})
    try:
        return response(200, answer(event.get("queryStringParameters") or {}))
    except BadRequest as error:
        return response(400, {"message": str(error)})


def newest_items(parameters: dict) -> dict:
    with subsegment("items_query") as step:
        found = items.query(
            IndexName="by-status",
            KeyConditionExpression=Key("status").eq(ANALYZED),
            ScanIndexForward=False,
            Limit=NEWEST,
        )["Items"]
        step.put_annotation("item_count", len(found))
    shown = ("source_id", "published_at", "headline", "link", "tickers", "sentiment", "score")
    return {"items": [{name: item.get(name) for name in shown} for item in found]}


def series(parameters: dict) -> dict:
    ticker, resolution = parameters.get("ticker", ""), parameters.get("resolution", "1h")
    if not re.fullmatch(r"[A-Z][A-Z.]{0,9}", ticker):
        raise BadRequest("ticker must be one to ten capital letters")
    if resolution not in RESOLUTIONS:
        raise BadRequest(f"resolution must be one of {', '.join(RESOLUTIONS)}")
    tracer.put_annotation("ticker", ticker)
    with subsegment("timeseries_query") as step:
        found = timeseries.query(
            KeyConditionExpression=Key("ticker_resolution").eq(f"{ticker}#{resolution}"),
            ScanIndexForward=False,
            Limit=POINTS,
        )["Items"]
        step.put_annotation("item_count", len(found))
    return {"ticker": ticker, "resolution": resolution, "buckets": buckets(found)}


def buckets(points: list[dict]) -> list[dict]:
    """The mean score of each bucket, oldest first; an item without a score is still being analyzed."""
    scores: dict[str, list[Decimal]] = {}
    for point in reversed(points):
        known = scores.setdefault(point["bucket"].split("#")[0], [])
        if "score" in point:
            known.append(point["score"])
    return [
        {"start": start, "items": len(known), "score": sum(known) / len(known) if known else None}
        for start, known in scores.items()
    ]


ROUTES = {"GET /items": newest_items, "GET /timeseries": series}


def response(status: int, body: dict) -> dict:
    return {
        "statusCode": status,
        # API Gateway answers preflight requests only; this header makes browsers show the answer.
        "headers": {"Content-Type": "application/json", "Access-Control-Allow-Origin": os.environ["ALLOWED_ORIGIN"]},
        "body": json.dumps(body, default=float),
    }
