"""Starts an upload for each file that was requested: the one of the event, or all that wait."""

import json
import os

from media_tracing import logger, traced_handler, tracer

import boto3  # after Tracer has patched it
from boto3.dynamodb.conditions import Key

files = boto3.resource("dynamodb").Table(os.environ["FILES_TABLE"])
functions = boto3.client("lambda")


@traced_handler
def handler(event, context):
    if "fileId" in event:
        tracer.put_annotation("videoId", event["fileId"])
        waiting = [event["fileId"]]
    else:
        found = files.query(IndexName="by-status", KeyConditionExpression=Key("status").eq("requested"))
        waiting = [file["fileId"] for file in found["Items"]]
    for file in waiting:
        functions.invoke(
            FunctionName=os.environ["START_FILE_UPLOAD"], InvocationType="Event", Payload=json.dumps({"fileId": file})
        )
    tracer.put_annotation("fileCount", len(waiting))
    logger.info("uploads started", extra={"files": waiting})
    return {"started": waiting}
