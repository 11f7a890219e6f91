"""Scores an item of news that the ingestion has announced, and announces strong sentiment in turn."""

import json
import os
import re
from datetime import UTC, datetime
from decimal import Decimal

from news_items import ANALYZED, iso, points
from observability import count, logger, subsegment, traced_handler, tracer

import boto3

dynamodb = boto3.resource("dynamodb")
items = dynamodb.Table(os.environ["ITEMS_TABLE"])
timeseries = dynamodb.Table(os.environ["TIMESERIES_TABLE"])
sns = boto3.client("sns")

WORTH_A_MAIL = Decimal("0.6")

# Words of headlines, after those that dictionaries of financial sentiment agree about.
POSITIVE = frozenset(
    "beat beats boost boosts gain gains growth jump jumps outperform profit profits raise raises rally rallies record "
    "rebound soar soars strong stronger surge surges tops upgrade upgrades win wins".split()
)
NEGATIVE = frozenset(
    "bankruptcy cut cuts decline declines downgrade downgrades drop drops fall falls fraud lawsuit loss losses miss "
    "misses plunge plunges probe recall recalls slump slumps sink sinks warning warns weak weaker".split()
)


@traced_handler
def handler(event, context):
    for record in event["Records"]:
        try:
            analyze(json.loads(record["Sns"]["Message"]))
        except Exception:
            # Counted, and raised: SNS tries again, and what fails for good is kept in the dead-letter queue.
            count("AnalysisErrors")
            raise


@tracer.capture_method(capture_response=False)
def analyze(key: dict):
    tracer.put_annotation("source_id", key["source_id"])
    with subsegment("item_fetch"):
        item = items.get_item(Key=key)["Item"]
    with subsegment("sentiment_score") as step:
        score = sentiment(item["headline"])
        step.put_annotation("score", float(score))
    label = "positive" if score > 0 else "negative" if score < 0 else "neutral"
    tracer.put_annotation("sentiment", label)
    with subsegment("item_update"):
        items.update_item(
            Key=key,
            UpdateExpression="SET #status = :status, score = :score, sentiment = :sentiment, analyzed_at = :now",
            ExpressionAttributeNames={"#status": "status"},
            ExpressionAttributeValues={
                ":status": ANALYZED,
                ":score": score,
                ":sentiment": label,
                ":now": iso(datetime.now(UTC)),
            },
        )
    with subsegment("timeseries_update"):
        for point in points(item):
            timeseries.put_item(Item=point | {"score": score})
    if abs(score) >= WORTH_A_MAIL:
        with subsegment("notification_publish"):
            sns.publish(TopicArn=os.environ["NOTIFICATIONS_TOPIC"], Message=json.dumps(key))
    logger.info("analyzed", extra={"source_id": key["source_id"], "sentiment": label})


def sentiment(headline: str) -> Decimal:
    """From -1 to 1: how much the good words of a headline outweigh the bad ones."""
    words = re.findall(r"[a-z]+", headline.lower())
    good = sum(word in POSITIVE for word in words)
    bad = sum(word in NEGATIVE for word in words)
    return Decimal(0) if good == bad else (Decimal(good - bad) / (good + bad)).quantize(Decimal("0.001"))
