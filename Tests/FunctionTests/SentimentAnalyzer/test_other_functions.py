"""Analysis, notification, metrics and dashboard."""

import json
import threading
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, HTTPServer

import boto3
import pytest
from botocore.exceptions import ClientError
from function_harness import trace_header_of

PUBLISHED = "2026-11-02T08:20:00.000+00:00"
KEY = {"source_id": "a1", "published_at": PUBLISHED}
ITEM = {
    **KEY, "status": "pending", "headline": "Apple shares surge after record profit", "tickers": ["AAPL"],
    "link": "https://news.example.com/1", "ingested_at": PUBLISHED,
}  # fmt: skip


def sns_event(*messages):
    return {"Records": [{"Sns": {"Message": json.dumps(message)}} for message in messages]}


@pytest.fixture
def analysis(system, topic):
    arn, system.mailed = topic("notifications")
    system.load("analysis", NOTIFICATIONS_TOPIC=arn)
    system.items.put_item(Item=ITEM)
    return system


def test_an_item_is_scored_stored_and_announced(analysis, traces, requests):
    requests.watch(analysis.module.sns)
    analysis.invoke(sns_event(KEY))
    item = analysis.items.get_item(Key=KEY)["Item"]
    assert (item["status"], item["sentiment"], item["score"]) == ("analyzed", "positive", Decimal(1))
    assert datetime.fromisoformat(item["analyzed_at"]).tzinfo
    points = {point["ticker_resolution"]: point for point in analysis.timeseries.scan()["Items"]}
    assert points["AAPL#1h"]["bucket"] == "2026-11-02T08:00:00.000+00:00#a1"
    assert points["AAPL#1d"]["bucket"] == "2026-11-02T00:00:00.000+00:00#a1"
    assert all(point["score"] == Decimal(1) for point in points.values())
    assert analysis.mailed() == [KEY]

    assert traces.annotations("## analysis.analyze") == {"source_id": "a1", "sentiment": "positive"}
    assert traces.annotations("sentiment_score") == {"score": 1.0}
    steps = {"item_fetch", "sentiment_score", "item_update", "timeseries_update", "notification_publish"}
    assert steps <= traces.names()
    (publish,) = traces.calls("Publish")
    (headers,) = requests.headers("Publish")
    assert trace_header_of(headers)["Parent"] == publish["id"]


def test_an_item_that_comes_twice_counts_once(analysis):
    analysis.invoke(sns_event(KEY, KEY))
    assert analysis.timeseries.scan()["Count"] == 2


@pytest.mark.parametrize(
    ("headline", "score"),
    [
        ("Apple beats, Microsoft misses", "0"),
        ("Weather stays mild", "0"),
        ("Probe: losses and a lawsuit, but profits", "-0.5"),
        ("Shares PLUNGE", "-1"),
    ],
)
def test_the_score_weighs_good_words_against_bad(analysis, headline, score):
    assert analysis.module.sentiment(headline) == Decimal(score)


def test_mild_sentiment_is_worth_no_mail(analysis):
    analysis.items.put_item(Item={**ITEM, "headline": "Probe: losses and a lawsuit, but profits"})
    analysis.invoke(sns_event(KEY))
    assert analysis.mailed() == []


def test_an_item_that_cannot_be_analyzed_is_counted_and_tried_again(analysis, traces):
    with pytest.raises(KeyError):
        analysis.invoke(sns_event({"source_id": "no such", "published_at": PUBLISHED}))
    assert analysis.metrics() == {"AnalysisErrors": 1}
    assert traces.one("## analysis.analyze")["fault"] is True and traces.one("## handler")["fault"] is True
    assert traces.exception("item_fetch") == "KeyError"


class SendGrid(BaseHTTPRequestHandler):
    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.mails.append((self.headers, body))
        self.send_response(self.server.status)
        self.end_headers()

    def log_message(self, *_):
        pass


@pytest.fixture
def notification(system, monkeypatch):
    server = HTTPServer(("127.0.0.1", 0), SendGrid)
    server.mails, server.status = [], 202
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    account = {"apiKey": "SG.secret", "from": "news@example.com", "to": ["a@example.com", "b@example.com"]}
    secret = boto3.client("secretsmanager").create_secret(Name="sendgrid", SecretString=json.dumps(account))
    system.load("notification", SENDGRID_SECRET_ARN=secret["ARN"])
    monkeypatch.setattr(system.module, "MAIL_SEND", f"http://127.0.0.1:{server.server_address[1]}/v3/mail/send")
    system.items.put_item(Item={**ITEM, "sentiment": "positive"})
    system.sendgrid = server
    yield system
    server.shutdown()
    server.server_close()


def test_recipients_are_mailed_each_by_themselves(notification, traces):
    notification.invoke(sns_event(KEY))
    ((headers, mail),) = notification.sendgrid.mails
    assert headers["Authorization"] == "Bearer SG.secret"
    assert mail["personalizations"] == [{"to": [{"email": "a@example.com"}]}, {"to": [{"email": "b@example.com"}]}]
    assert mail["subject"] == "AAPL: positive sentiment"
    assert "https://news.example.com/1" in mail["content"][0]["value"]

    annotations = traces.annotations("sendgrid_send")  # FR-028
    assert annotations.pop("duration_ms") >= 0
    assert annotations == {"status_code": 202, "recipient_count": 2}
    assert traces.path(traces.one("sendgrid_send")) == ["sendgrid_send", "## handler"]


@pytest.mark.parametrize("status", [401, 503])
def test_a_mail_that_is_refused_fails_with_its_status(notification, traces, status):
    notification.sendgrid.status = status
    with pytest.raises(notification.module.MailRefused, match=str(status)):
        notification.invoke(sns_event(KEY))
    subsegment = traces.one("sendgrid_send")
    assert subsegment["annotations"]["status_code"] == status and subsegment["fault"] is True
    assert traces.exception("sendgrid_send") == "MailRefused"


def test_a_sendgrid_that_is_away_fails_with_the_time_it_took(notification, traces, monkeypatch):
    monkeypatch.setattr(notification.module, "MAIL_SEND", "http://127.0.0.1:9/v3/mail/send")
    with pytest.raises(OSError):
        notification.invoke(sns_event(KEY))
    subsegment = traces.one("sendgrid_send")
    assert subsegment["fault"] is True and "duration_ms" in subsegment["annotations"]


def test_the_key_is_in_no_trace_and_no_log(notification, traces):
    log = notification.log()
    notification.invoke(sns_event(KEY))
    logged = log.getvalue()
    assert "mailed" in logged
    assert "SG.secret" not in json.dumps(traces.all()) + logged


@pytest.fixture
def metrics(system):
    system.load("metrics")
    return system


def test_items_that_wait_too_long_are_counted(metrics, traces):
    now = datetime.now(UTC)
    for number, minutes in enumerate((1, 4, 6, 60)):
        ingested = (now - timedelta(minutes=minutes)).isoformat(timespec="milliseconds")
        metrics.items.put_item(Item={**ITEM, "source_id": str(number), "ingested_at": ingested})
    metrics.items.put_item(Item={**ITEM, "source_id": "done", "status": "analyzed"})
    assert metrics.invoke({}) == {"StuckItems": 2}
    assert metrics.metrics() == {"StuckItems": 2}
    annotations = traces.annotations("dynamodb_query_stuck_items")
    assert annotations["item_count"] == 2 and annotations["duration_ms"] >= 0
    (query,), (put,) = traces.calls("Query"), traces.calls("PutMetricData")
    assert traces.path(query)[1:] == ["dynamodb_query_stuck_items", "## handler"]
    assert traces.path(put)[1:] == ["put_metric_data", "## handler"]


def test_all_pages_are_counted(metrics, monkeypatch):
    pages = iter([{"Count": 3, "LastEvaluatedKey": {"source_id": "x"}}, {"Count": 4}])
    asked = []
    monkeypatch.setattr(metrics.module.items, "query", lambda **request: asked.append(request) or next(pages))
    assert metrics.module.stuck_items() == 7
    assert "ExclusiveStartKey" not in asked[0] and asked[1]["ExclusiveStartKey"] == {"source_id": "x"}


def test_a_query_that_fails_is_a_metric_and_a_fault(metrics, traces, monkeypatch):
    def refuse(**_):
        raise ClientError({"Error": {"Code": "AccessDeniedException", "Message": "no"}}, "Query")

    monkeypatch.setattr(metrics.module.items, "query", refuse)
    with pytest.raises(ClientError):
        metrics.invoke({})
    assert metrics.metrics() == {"MetricsLambdaErrors": 1}
    assert traces.exception("dynamodb_query_stuck_items") == "ClientError"


def test_metrics_that_cannot_be_put_are_marked_in_the_trace(metrics, traces, monkeypatch):
    import observability

    def refuse(**_):
        raise ClientError({"Error": {"Code": "AccessDenied", "Message": "no"}}, "PutMetricData")

    monkeypatch.setattr(observability.cloudwatch, "put_metric_data", refuse)
    with pytest.raises(ClientError):
        metrics.invoke({})
    assert traces.one("put_metric_data")["fault"] is True and traces.one("## handler")["fault"] is True


@pytest.fixture
def dashboard(system):
    system.load("dashboard", ALLOWED_ORIGIN="https://dev.sentiment.example.com")

    def get(path, **parameters):
        answer = system.invoke(
            {"httpMethod": "GET", "path": path, "queryStringParameters": parameters or None}
        )
        assert answer["headers"]["Access-Control-Allow-Origin"] == "https://dev.sentiment.example.com"
        return answer["statusCode"], json.loads(answer["body"])

    system.get = get
    return system


def test_the_newest_items_come_first(dashboard, traces):
    for number, hour in enumerate(("08", "09")):
        dashboard.items.put_item(
            Item={**ITEM, "source_id": str(number), "published_at": f"2026-11-02T{hour}:00:00.000+00:00",
                  "status": "analyzed", "score": Decimal("0.5"), "sentiment": "positive"}
        )  # fmt: skip
    dashboard.items.put_item(Item={**ITEM, "source_id": "pending"})
    status, body = dashboard.get("/items")
    assert status == 200 and [item["source_id"] for item in body["items"]] == ["1", "0"]
    assert body["items"][0]["score"] == 0.5
    assert traces.annotations("items_query") == {"item_count": 2}


def test_a_ticker_s_series_is_the_mean_of_each_bucket(dashboard, traces):
    points = {"08#a": "1", "08#b": "-0.5", "09#c": None}
    for bucket, score in points.items():
        scored = {} if score is None else {"score": Decimal(score)}
        dashboard.timeseries.put_item(Item={"ticker_resolution": "AAPL#1h", "bucket": bucket, **scored})
    dashboard.timeseries.put_item(Item={"ticker_resolution": "MSFT#1h", "bucket": "08#d", "score": Decimal(1)})
    assert dashboard.get("/timeseries", ticker="AAPL") == (
        200,
        {
            "ticker": "AAPL",
            "resolution": "1h",
            "buckets": [{"start": "08", "items": 2, "score": 0.25}, {"start": "09", "items": 0, "score": None}],
        },
    )
    assert traces.annotations("## handler") == {"route": "GET /timeseries", "ticker": "AAPL"}
    assert traces.annotations("timeseries_query") == {"item_count": 3}


@pytest.mark.parametrize(
    ("path", "parameters", "status"),
    [
        ("/timeseries", {}, 400),
        ("/timeseries", {"ticker": "aapl"}, 400),
        ("/timeseries", {"ticker": "AAPL", "resolution": "1s"}, 400),
        ("/nothing", {}, 404),
    ],
)
def test_what_is_asked_wrongly_is_no_fault(dashboard, traces, path, parameters, status):
    assert dashboard.get(path, **parameters)[0] == status
    assert "fault" not in traces.one("## handler")


def test_a_table_that_is_away_is_a_fault(dashboard, traces):
    dashboard.items.delete()
    with pytest.raises(ClientError):
        dashboard.get("/items")
    assert traces.one("## handler")["fault"] is True
    assert traces.exception("items_query") == "ResourceNotFoundException"
