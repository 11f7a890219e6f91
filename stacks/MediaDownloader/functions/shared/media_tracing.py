"""Tracing, as the stack has switched it on or off, and log lines that name their trace.

`ENABLE_XRAY=false` leaves the SDK out: nothing is patched and no subsegment is made. boto3 sends the
trace header along all the same, so that a function which passes through does not break the trace.
"""

import functools
import json
import os

from aws_lambda_powertools import Logger, Tracer

# Patches boto3, unless it is disabled.
tracer = Tracer(service="media-downloader", disabled=os.environ.get("ENABLE_XRAY", "true") != "true")
logger = Logger(service="media-downloader")


def traced_handler(handler):
    """The handler in a subsegment of its own, which says whether the start was cold, and for whom it was."""

    @tracer.capture_lambda_handler(capture_response=False)
    @functools.wraps(handler)
    def run(event, context):
        logger.append_keys(requestId=context.aws_request_id)
        if user := event.get("requestContext", {}).get("authorizer", {}).get("principalId"):
            tracer.put_annotation("userId", user)
        return handler(event, context)

    return run


def subsegment(name: str):
    return tracer.provider.in_subsegment(name)


def json_body(event: dict) -> dict:
    try:
        body = json.loads(event.get("body") or "")
    except ValueError:
        raise BadRequest("the body is not JSON") from None
    if not isinstance(body, dict):
        raise BadRequest("the body is not an object")
    return body


def text_of(body: dict, name: str) -> str:
    value = body.get(name)
    if not isinstance(value, str) or not value:
        raise BadRequest(f"{name} is required")
    return value


class BadRequest(Exception):
    """The client's mistake, which is no fault of the function."""


def response(status: int, body: dict) -> dict:
    return {"statusCode": status, "headers": {"Content-Type": "application/json"}, "body": json.dumps(body)}
