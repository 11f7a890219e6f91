"""What the four services share: tracing set up once, annotations, and the way onto the event bus.

Lambda owns the segment of an invocation, and the X-Ray SDK refuses to write to it. Each handler
therefore opens a subsegment of its own, named after the service, and annotates that.
"""

import json
import os
from contextlib import contextmanager

import boto3
from aws_xray_sdk.core import patch_all, xray_recorder

# Before any client is made: patched clients record their calls and send the trace header along,
# which EventBridge passes on to the functions that its rules call.
patch_all()

events = boto3.client("events")


class EventNotPublished(Exception):
    """EventBridge accepted the request and refused the event in it."""


@contextmanager
def traced(service_name: str, **annotations):
    """A subsegment that every trace of the service can be found by, also when it fails."""
    with xray_recorder.in_subsegment(service_name) as subsegment:
        annotate(service_name=service_name, **annotations)
        try:
            yield subsegment
        except Exception as error:
            annotate(error=type(error).__name__)
            raise


def annotate(**annotations):
    """Indexed by X-Ray, so never anything about a person but opaque ids."""
    for key, value in annotations.items():
        xray_recorder.put_annotation(key, value)


def publish(source: str, detail_type: str, detail: dict):
    entry = {
        "Source": source,
        "DetailType": detail_type,
        "Detail": json.dumps(detail),
        "EventBusName": os.environ["EVENT_BUS_NAME"],
    }
    answer = events.put_events(Entries=[entry])
    if answer["FailedEntryCount"]:
        refused = answer["Entries"][0]
        raise EventNotPublished(f"{detail_type}: {refused.get('ErrorCode')} {refused.get('ErrorMessage')}")
