"""Starts the processing of a recording that was uploaded: `recordings/<user>/<meeting>.<ending>`."""

import hashlib
import json
import logging
import os
from pathlib import PurePosixPath
from urllib.parse import unquote_plus

import boto3
from aws_xray_sdk.core import patch_all, xray_recorder
from aws_xray_sdk.core.models.trace_header import TraceHeader

patch_all()  # before any client is made

step_functions = boto3.client("stepfunctions")
logger = logging.getLogger()


def handler(event, context):
    return {"executions": [start(record["s3"]) for record in event["Records"]]}


def start(uploaded: dict) -> str:
    with xray_recorder.in_subsegment("start_processing"):
        recording = describe(uploaded["bucket"]["name"], unquote_plus(uploaded["object"]["key"]))
        xray_recorder.put_annotation("user_id", recording["userId"])
        xray_recorder.put_annotation("meeting_id", recording["meetingId"])
        with xray_recorder.in_subsegment("start_execution") as subsegment:
            execution = step_functions.start_execution(
                stateMachineArn=os.environ["STATE_MACHINE_ARN"],
                name=execution_name(recording["key"], uploaded["object"].get("sequencer", "")),
                input=json.dumps(recording),
                traceHeader=header(subsegment),
            )
        xray_recorder.put_metadata("execution", execution["executionArn"])
        logger.info("processing %s", recording["key"])
        return execution["executionArn"]


def describe(bucket: str, key: str) -> dict:
    _, user, *rest = PurePosixPath(key).parts
    if not rest:
        raise ValueError(f"'{key}' is not recordings/<user>/<meeting>")
    return {"bucket": bucket, "key": key, "userId": user, "meetingId": PurePosixPath(*rest).stem}


def execution_name(key: str, sequencer: str) -> str:
    """S3 may report an upload twice; Step Functions starts an execution of one name once."""
    return hashlib.sha256(f"{key} {sequencer}".encode()).hexdigest()


def header(subsegment) -> str:
    """The state machine's trace goes on from here."""
    if subsegment is None or not subsegment.sampled:
        return TraceHeader.from_header_str(os.environ.get("_X_AMZN_TRACE_ID")).to_header_str()
    return TraceHeader(root=subsegment.trace_id, parent=subsegment.id, sampled=1).to_header_str()
