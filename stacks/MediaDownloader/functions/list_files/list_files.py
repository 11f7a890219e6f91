"""Lists the videos that are there, with addresses to fetch them from: `GET /files`."""

import os

from media_tracing import response, subsegment, traced_handler

import boto3  # after Tracer has patched it
from boto3.dynamodb.conditions import Key
from botocore.config import Config

files = boto3.resource("dynamodb").Table(os.environ["FILES_TABLE"])
s3 = boto3.client("s3", config=Config(signature_version="s3v4"))

URL_SECONDS = 3_600


@traced_handler
def handler(event, context):
    with subsegment("files-query") as step:
        found = files.query(IndexName="by-status", KeyConditionExpression=Key("status").eq("available"))["Items"]
        step.put_annotation("fileCount", len(found))
    found.sort(key=lambda file: file["availableAt"], reverse=True)
    return response(200, {"files": [shown(file) for file in found]})


def shown(file: dict) -> dict:
    url = s3.generate_presigned_url(
        "get_object", {"Bucket": os.environ["VIDEOS_BUCKET"], "Key": file["key"]}, ExpiresIn=URL_SECONDS
    )
    return {"fileId": file["fileId"], "title": file["title"], "size": int(file["size"]), "url": url}
