"""The four order services, each from the event that EventBridge or API Gateway sends it."""

import json

import boto3
import pytest
from function_harness import trace_header_of

BUS = "distributed-tracing-dev-orders"
ORDER = {"orderId": "o-1", "customerId": "c-7", "productId": "12345", "quantity": 2, "amount": 149.99}


@pytest.fixture
def published(aws):
    """The events on the bus, by an archive of everything that moto keeps."""
    client = boto3.client("events")
    client.create_event_bus(Name=BUS)
    queue = boto3.client("sqs").create_queue(QueueName="seen")["QueueUrl"]
    arn = boto3.client("sqs").get_queue_attributes(QueueUrl=queue, AttributeNames=["QueueArn"])
    client.put_rule(Name="all", EventBusName=BUS, EventPattern=json.dumps({"account": ["123456789012"]}))
    target = {"Id": "seen", "Arn": arn["Attributes"]["QueueArn"]}
    client.put_targets(Rule="all", EventBusName=BUS, Targets=[target])

    def read():
        messages = boto3.client("sqs").receive_message(QueueUrl=queue, MaxNumberOfMessages=10).get("Messages", [])
        return [json.loads(message["Body"]) for message in messages]

    return read


@pytest.fixture
def service(lambda_of, published, requests):
    function = lambda_of("OrderTracing")

    def load(name):
        module = function.load(name, EVENT_BUS_NAME=BUS, ALLOWED_ORIGIN="https://shop.example.com")
        import order_events

        requests.watch(order_events.events)
        return module, lambda event: function.invoke(module.lambda_handler, event)

    load.function = function
    return load


def event(source, detail_type, detail):
    return {"source": source, "detail-type": detail_type, "detail": detail}


def test_an_order_is_created_announced_and_annotated(service, published, traces):
    _, invoke = service("order_service")
    answer = invoke({"body": json.dumps({"productId": "12345", "quantity": 2, "amount": 149.99, "customerId": "c-7"})})
    assert answer["statusCode"] == 201
    assert answer["headers"]["Access-Control-Allow-Origin"] == "https://shop.example.com"
    order_id = json.loads(answer["body"])["orderId"]

    (created,) = published()
    assert (created["source"], created["detail-type"]) == ("order.service", "Order Created")
    assert created["detail"] == {**ORDER, "orderId": order_id}

    assert traces.annotations("order-service") == {
        "service_name": "order-service",
        "order_id": order_id,
        "customer_id": "c-7",
        "payment_amount": 149.99,
    }
    assert traces.one("order-service")["metadata"]["default"]["order"]["productId"] == "12345"
    (call,) = traces.calls("PutEvents")
    assert traces.path(call) == ["events", "order-service"]


def test_the_document_s_load_test_sends_no_amount(service, published):
    _, invoke = service("order_service")
    assert invoke({"body": '{"productId": "test-1", "quantity": 1}'})["statusCode"] == 201
    assert published()[0]["detail"]["amount"] == 0


@pytest.mark.parametrize(
    "body",
    [None, "", "not json", "[]", "{}", '{"productId": "", "quantity": 1}', '{"productId": "a", "quantity": 0}',
     '{"productId": "a", "quantity": true}', '{"productId": "a", "quantity": 1, "amount": -1}',
     '{"productId": "a", "quantity": 1, "customerId": 3}'],
)  # fmt: skip
def test_what_is_no_order_is_the_client_s_error_and_not_a_fault(service, published, traces, body):
    _, invoke = service("order_service")
    answer = invoke({"body": body})
    assert answer["statusCode"] == 400
    assert json.loads(answer["body"])["message"]
    assert published() == []
    assert traces.annotations("order-service")["error"] == "InvalidOrder"
    assert "fault" not in traces.one("order-service")


@pytest.mark.parametrize(
    ("name", "incoming"),
    [
        ("order_service", {"body": '{"productId": "a", "quantity": 1}'}),
        ("payment_service", event("order.service", "Order Created", ORDER)),
        ("inventory_service", event("order.service", "Order Created", ORDER)),
    ],
)
def test_the_trace_goes_on_behind_the_bus(service, traces, requests, name, incoming):
    _, invoke = service(name)
    invoke(incoming)
    (headers,) = requests.headers("PutEvents")
    (call,) = traces.calls("PutEvents")
    assert trace_header_of(headers) == {"Root": service.function.trace_id, "Parent": call["id"], "Sampled": "1"}
    assert {d["trace_id"] for d in traces.all()} == {service.function.trace_id}


@pytest.mark.parametrize(
    ("name", "incoming"),
    [
        ("order_service", {"body": '{"productId": "a", "quantity": 1}'}),
        ("payment_service", event("order.service", "Order Created", ORDER)),
        ("inventory_service", event("order.service", "Order Created", ORDER)),
    ],
)
def test_an_event_that_the_bus_refuses_fails_the_invocation(service, traces, monkeypatch, name, incoming):
    module, invoke = service(name)
    import order_events

    refusal = {"FailedEntryCount": 1, "Entries": [{"ErrorCode": "ThrottlingException", "ErrorMessage": "slow down"}]}
    monkeypatch.setattr(order_events.events, "put_events", lambda **_: refusal)
    with pytest.raises(order_events.EventNotPublished, match="ThrottlingException"):
        invoke(incoming)
    (subsegment,) = [d for d in traces.all() if d["name"].endswith("-service")]
    assert subsegment["annotations"]["error"] == "EventNotPublished"
    assert subsegment["fault"] is True
    assert subsegment["cause"]["exceptions"][0]["type"] == "EventNotPublished"


def test_a_payment_is_processed_once_for_each_order(service, published, traces):
    _, invoke = service("payment_service")
    first = invoke(event("order.service", "Order Created", ORDER))
    again = invoke(event("order.service", "Order Created", ORDER))
    assert first == again and first["status"] == "approved"
    assert all(e["source"] == "payment.service" and e["detail-type"] == "Payment Processed" for e in published())
    subsegment = traces.named("payment-service")[0]
    assert subsegment["annotations"] == {
        "service_name": "payment-service",
        "order_id": "o-1",
        "customer_id": "c-7",
        "payment_amount": 149.99,
        "payment_status": "approved",
    }
    assert traces.path(traces.named("payment_processor")[0]) == ["payment_processor", "payment-service"]


def test_a_payment_beyond_the_limit_is_declined_and_announced(service, published):
    _, invoke = service("payment_service")
    assert invoke(event("order.service", "Order Created", {**ORDER, "amount": 10_000.01}))["status"] == "declined"
    assert published()[0]["detail"]["status"] == "declined"


@pytest.mark.parametrize(
    ("quantity", "warehouse", "status"),
    [(10, "north", "reserved"), (11, "central", "reserved"), (1_001, "none", "out_of_stock")],
)
def test_goods_come_from_the_nearest_warehouse_that_has_them(
    service, published, traces, quantity, warehouse, status
):
    _, invoke = service("inventory_service")
    invoke(event("order.service", "Order Created", {**ORDER, "quantity": quantity}))
    (updated,) = published()
    assert (updated["source"], updated["detail-type"]) == ("inventory.service", "Inventory Updated")
    assert (updated["detail"]["warehouse"], updated["detail"]["status"]) == (warehouse, status)
    annotations = traces.annotations("inventory-service")
    assert annotations["warehouse"] == warehouse and annotations["order_id"] == "o-1"
    stock = traces.one("select_warehouse")["metadata"]["default"]["stock_level"]
    assert stock["wanted"] == quantity


@pytest.mark.parametrize(
    ("source", "detail_type", "status"),
    [("payment.service", "Payment Processed", "approved"), ("inventory.service", "Inventory Updated", "reserved")],
)
def test_customers_are_told_by_every_channel(service, published, traces, source, detail_type, status):
    _, invoke = service("notification_service")
    sent = invoke(event(source, detail_type, {**ORDER, "status": status}))
    assert sent["channels"] == ["email", "sms"] and status in sent["message"]
    assert traces.annotations("notification-service") == {
        "service_name": "notification-service",
        "order_id": "o-1",
        "customer_id": "c-7",
        "event_type": detail_type,
    }
    assert traces.annotations("deliver_email") == {"channel": "email"}
    assert traces.annotations("deliver_sms") == {"channel": "sms"}
    assert published() == []  # its role may not publish


def test_an_event_without_a_message_fails(service, traces):
    _, invoke = service("notification_service")
    with pytest.raises(ValueError, match="Order Lost"):
        invoke(event("order.service", "Order Lost", ORDER))
    assert traces.one("notification-service")["fault"] is True


def test_what_is_not_sampled_is_not_recorded_and_works(service, published, traces):
    module, _ = service("order_service")
    answer = service.function.invoke(module.lambda_handler, {"body": '{"productId": "a", "quantity": 1}'}, sampled=0)
    assert answer["statusCode"] == 201 and len(published()) == 1
    assert traces.all() == []
