"""Fetches news feeds every few minutes, stores what is new, and announces it to the analysis.

Seven steps may fail without stopping the others; each is `survivable`: seen in the trace, counted
by a metric, and logged.
"""

import hashlib
import json
import os
import time
import urllib.request
import xml.etree.ElementTree as ElementTree
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from news_items import PENDING, STUCK_AFTER, iso, points
from observability import count, logger, mark_failed, subsegment, survivable, traced_handler, tracer

import boto3  # after Tracer has patched it
from boto3.dynamodb.conditions import Attr, Key
from botocore.exceptions import ClientError

dynamodb = boto3.resource("dynamodb")
items = dynamodb.Table(os.environ["ITEMS_TABLE"])
audit = dynamodb.Table(os.environ["AUDIT_TABLE"])
circuit_breakers = dynamodb.Table(os.environ["CIRCUIT_BREAKERS_TABLE"])
sns = boto3.client("sns")

FETCH_TIMEOUT_SECONDS = 10
SLOW_AFTER_SECONDS = 30
OPEN_AFTER_FAILURES = 3
OPEN_FOR = timedelta(minutes=15)
BATCH = 25  # what BatchWriteItem takes
BATCH_ATTEMPTS = 3


class FeedUnreadable(Exception):
    """What a source answered is no feed."""


class PartialWrite(Exception):
    """DynamoDB has left out some of a batch, again and again."""


@traced_handler
def handler(event, context):
    began = time.monotonic()
    waiting = stuck_items()
    fetched = fetch_all([feed for feed in os.environ["FEEDS"].split() if is_closed(feed)])
    new = [item for item in fetched if store(item)]
    if new:
        fan_out(new)
    for item in new + waiting:
        announce(item)
    count("NewItemsIngested", len(new))
    seconds = time.monotonic() - began
    if seconds > SLOW_AFTER_SECONDS:
        count("HighLatencyAlert")
    logger.info("ingested", extra={"new": len(new), "healed": len(waiting), "seconds": round(seconds, 3)})
    return {"new": len(new), "healed": len(waiting)}


def is_closed(feed: str) -> bool:
    """Whether the circuit to a source is closed: it has not just failed several times in a row."""
    breaker = {}
    with survivable("circuit_breaker_load", "CircuitBreakerPersistenceFailure"):
        breaker = circuit_breakers.get_item(Key={"source": feed}).get("Item", {})
    return breaker.get("open_until", "") <= iso(datetime.now(UTC))


def note_outcome(feed: str, failed: bool):
    with survivable("circuit_breaker_save", "CircuitBreakerPersistenceFailure"):
        if not failed:
            circuit_breakers.put_item(Item={"source": feed, "failures": 0, "open_until": ""})
            return
        breaker = circuit_breakers.update_item(
            Key={"source": feed},
            UpdateExpression="ADD failures :one",
            ExpressionAttributeValues={":one": 1},
            ReturnValues="ALL_NEW",
        )["Attributes"]
        if breaker["failures"] >= OPEN_AFTER_FAILURES:
            until = iso(datetime.now(UTC) + OPEN_FOR)
            circuit_breakers.put_item(Item={"source": feed, "failures": 0, "open_until": until})


def fetch_all(feeds: list[str]) -> list[dict]:
    """All sources at once. A thread knows no trace, so each is given the one of the run."""
    entity = tracer.provider.get_trace_entity()

    def attempt(feed):
        tracer.provider.set_trace_entity(entity)
        try:
            with subsegment("feed_fetch") as step:
                step.put_annotation("source", feed)
                return fetch(feed), None
        except (OSError, FeedUnreadable) as error:
            return [], error
        finally:
            tracer.provider.clear_trace_entities()

    with ThreadPoolExecutor(max_workers=max(1, len(feeds))) as threads:
        outcomes = dict(zip(feeds, threads.map(attempt, feeds)))
    report_failures({feed: error for feed, (_, error) in outcomes.items() if error})
    for feed, (_, error) in outcomes.items():
        note_outcome(feed, failed=error is not None)
    return [item for found, _ in outcomes.values() for item in found]


def report_failures(errors: dict[str, Exception]):
    if not errors:
        return
    with subsegment("parallel_fetcher_errors") as step:
        step.put_annotation("error_count", len(errors))
        for feed, error in errors.items():
            mark_failed(step, error)
            logger.error("source could not be fetched", extra={"source": feed, "error": str(error)})
        step.put_metadata("sources", {feed: str(error) for feed, error in errors.items()})
        count("ParallelFetcherErrors", len(errors))


def fetch(feed: str) -> list[dict]:
    """The items of an RSS feed."""
    request = urllib.request.Request(feed, headers={"User-Agent": "sentiment-analyzer"})
    with urllib.request.urlopen(request, timeout=FETCH_TIMEOUT_SECONDS) as answer:
        document = answer.read()
    try:
        entries = ElementTree.fromstring(document).iter("item")
        return [item_of(entry, feed) for entry in entries]
    except (ElementTree.ParseError, ValueError, TypeError) as error:
        raise FeedUnreadable(f"{feed}: {error}") from error


def item_of(entry: ElementTree.Element, feed: str) -> dict:
    title = (entry.findtext("title") or "").strip()
    link = entry.findtext("link") or entry.findtext("guid") or ""
    words = set(title.replace("$", " ").replace("(", " ").replace(")", " ").replace(":", " ").split())
    return {
        "source_id": hashlib.sha256(link.encode()).hexdigest()[:32],
        "published_at": iso(parsedate_to_datetime(entry.findtext("pubDate"))),
        "feed": feed,
        "link": link,
        "headline": title,
        "tickers": [ticker for ticker in os.environ["TICKERS"].split() if ticker in words],
        "status": PENDING,
        "ingested_at": iso(datetime.now(UTC)),
    }


def store(item: dict) -> bool:
    """Whether the item is new. That it cannot be stored is no failure to survive: Lambda counts it."""
    try:
        items.put_item(Item=item, ConditionExpression=Attr("source_id").not_exists())
    except ClientError as error:
        if error.response["Error"]["Code"] == "ConditionalCheckFailedException":
            return False
        raise
    with survivable("audit_trail_persist", "AuditEventPersistenceFailure"):
        audit.put_item(
            Item={"source_id": item["source_id"], "event_time": iso(datetime.now(UTC)), "event": "ingested"}
        )
    return True


def fan_out(new: list[dict]):
    """Points for every time series that the new items belong to; the analysis adds their scores."""
    wanted = [{"PutRequest": {"Item": point}} for item in new for point in points(item)]
    table = os.environ["TIMESERIES_TABLE"]
    with survivable("timeseries_fanout_batch_write", "TimeseriesFanoutPartialFailure", (ClientError, PartialWrite)) as step:
        left = []
        for start in range(0, len(wanted), BATCH):
            left += write_batch(table, wanted[start : start + BATCH])
        if left:
            resolutions = sorted({r["PutRequest"]["Item"]["ticker_resolution"].split("#")[1] for r in left})
            step.put_annotation("unprocessed_count", len(left))
            step.put_annotation("resolutions", ",".join(resolutions))
            raise PartialWrite(f"{len(left)} of {len(wanted)} points were not written")


def write_batch(table: str, requests: list[dict]) -> list[dict]:
    """What DynamoDB has left out after several attempts."""
    for attempt in range(BATCH_ATTEMPTS):
        if attempt:
            time.sleep(0.1 * 2**attempt)
        answer = dynamodb.batch_write_item(RequestItems={table: requests})
        requests = answer.get("UnprocessedItems", {}).get(table, [])
        if not requests:
            break
    return requests


def stuck_items() -> list[dict]:
    """Self-healing: items that nobody has analyzed for minutes are announced again."""
    limit = iso(datetime.now(UTC) - STUCK_AFTER)
    found = items.query(
        IndexName="by-status",
        KeyConditionExpression=Key("status").eq(PENDING),
        FilterExpression=Attr("ingested_at").lt(limit),
        Limit=100,
    )["Items"]
    healed = []
    for key in found:
        with survivable("self_healing_item_fetch", "SelfHealingItemFetchFailure") as step:
            step.put_annotation("source_id", key["source_id"])
            answer = items.get_item(Key={name: key[name] for name in ("source_id", "published_at")})
            if "Item" in answer:
                healed.append(answer["Item"])
    return healed


def announce(item: dict):
    """SNS hands the trace header on to the analysis (FR-013)."""
    with survivable("downstream_notification_publish", "DownstreamNotificationFailure"):
        message = {name: item[name] for name in ("source_id", "published_at")}
        sns.publish(TopicArn=os.environ["NEW_ITEMS_TOPIC"], Message=json.dumps(message))
