"""Mails an item of strong sentiment by SendGrid.

The secret is JSON: `{"apiKey": "…", "from": "…", "to": ["…"]}`. SendGrid's own client is not traced
by the SDK, so the call is a subsegment of ours, with what an operator looks for (FR-028).
"""

import json
import os
import time
import urllib.error
import urllib.request

from observability import logger, subsegment, traced_handler, tracer

import boto3

items = boto3.resource("dynamodb").Table(os.environ["ITEMS_TABLE"])
secrets = boto3.client("secretsmanager")

MAIL_SEND = "https://api.sendgrid.com/v3/mail/send"
TIMEOUT_SECONDS = 10


class MailRefused(Exception):
    """SendGrid did not take the mail."""


@traced_handler
def handler(event, context):
    for record in event["Records"]:
        key = json.loads(record["Sns"]["Message"])
        tracer.put_annotation("source_id", key["source_id"])
        item = items.get_item(Key=key)["Item"]
        # Read each time: a key that was rotated works with the next mail.
        account = json.loads(secrets.get_secret_value(SecretId=os.environ["SENDGRID_SECRET_ARN"])["SecretString"])
        send(account, item)
        logger.info("mailed", extra={"source_id": key["source_id"], "recipients": len(account["to"])})


def send(account: dict, item: dict):
    request = urllib.request.Request(
        MAIL_SEND,
        data=json.dumps(mail(account, item)).encode(),
        headers={"Authorization": f"Bearer {account['apiKey']}", "Content-Type": "application/json"},
        method="POST",
    )
    with subsegment("sendgrid_send") as step:
        step.put_annotation("recipient_count", len(account["to"]))
        began = time.monotonic()
        try:
            status = post(request)
        finally:
            step.put_annotation("duration_ms", round((time.monotonic() - began) * 1_000))
        step.put_annotation("status_code", status)
        if status >= 300:
            raise MailRefused(f"SendGrid answered {status}")


def post(request: urllib.request.Request) -> int:
    try:
        with urllib.request.urlopen(request, timeout=TIMEOUT_SECONDS) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        logger.error("SendGrid refused", extra={"answer": error.read(1_000).decode(errors="replace")})
        return error.code


def mail(account: dict, item: dict) -> dict:
    tickers = ", ".join(item["tickers"]) or "news"
    return {
        "from": {"email": account["from"]},
        "personalizations": [{"to": [{"email": address}]} for address in account["to"]],
        "subject": f"{tickers}: {item['sentiment']} sentiment",
        "content": [{"type": "text/plain", "value": f"{item['headline']}\n{item['link']}\n"}],
    }
