"""The tables, topics and metrics that the functions of the sentiment analyzer share."""

import io
from datetime import UTC, datetime, timedelta

import boto3

NAMESPACE = "sentiment-analyzer/dev"
TABLES = {
    "ITEMS_TABLE": ("items", "source_id", "published_at"),
    "TIMESERIES_TABLE": ("timeseries", "ticker_resolution", "bucket"),
    "AUDIT_TABLE": ("audit-events", "source_id", "event_time"),
    "CIRCUIT_BREAKERS_TABLE": ("circuit-breakers", "source"),
}


def make_tables(dynamodb):
    for name, *keys in TABLES.values():
        indexes = {}
        attributes = set(keys)
        if name == "items":
            attributes.add("status")
            schema = [("status", "HASH"), ("published_at", "RANGE")]
            indexes = {
                "GlobalSecondaryIndexes": [
                    {
                        "IndexName": "by-status",
                        "KeySchema": [{"AttributeName": key, "KeyType": kind} for key, kind in schema],
                        "Projection": {"ProjectionType": "ALL"},
                    }
                ]
            }
        dynamodb.create_table(
            TableName=f"sentiment-analyzer-dev-{name}",
            BillingMode="PAY_PER_REQUEST",
            AttributeDefinitions=[{"AttributeName": key, "AttributeType": "S"} for key in sorted(attributes)],
            KeySchema=[{"AttributeName": key, "KeyType": kind} for key, kind in zip(keys, ("HASH", "RANGE"))],
            **indexes,
        )


def environment(**more):
    tables = {variable: f"sentiment-analyzer-dev-{name}" for variable, (name, *_) in TABLES.items()}
    powertools = {
        "POWERTOOLS_SERVICE_NAME": "sentiment-analyzer-dev-function",
        "POWERTOOLS_METRICS_NAMESPACE": NAMESPACE,
        "AWS_XRAY_CONTEXT_MISSING": "RUNTIME_ERROR",
    }
    return tables | powertools | more


class System:
    def __init__(self, function):
        self.function = function
        self.dynamodb = boto3.resource("dynamodb")
        self.items = self.dynamodb.Table("sentiment-analyzer-dev-items")
        self.timeseries = self.dynamodb.Table("sentiment-analyzer-dev-timeseries")
        self.audit = self.dynamodb.Table("sentiment-analyzer-dev-audit-events")
        self.circuit_breakers = self.dynamodb.Table("sentiment-analyzer-dev-circuit-breakers")

    def load(self, name, **more):
        self.module = self.function.load(name, **environment(**more))
        return self.module

    def invoke(self, event, **options):
        return self.function.invoke(self.module.handler, event, **options)

    def log(self):
        """Everything that is logged from now on."""
        import observability

        written = io.StringIO()
        observability.logger.registered_handler.setStream(written)
        return written

    def metrics(self):
        """Every metric that was put, with its sum; one with a dimension would go unseen by its alarm."""
        client = boto3.client("cloudwatch")
        found = {}
        for metric in client.list_metrics(Namespace=NAMESPACE)["Metrics"]:
            assert metric["Dimensions"] == [], metric
            points = client.get_metric_statistics(
                Namespace=NAMESPACE, MetricName=metric["MetricName"], Period=3600, Statistics=["Sum"],
                StartTime=datetime.now(UTC) - timedelta(hours=1), EndTime=datetime.now(UTC) + timedelta(hours=1),
            )["Datapoints"]  # fmt: skip
            found[metric["MetricName"]] = sum(point["Sum"] for point in points)
        return found
