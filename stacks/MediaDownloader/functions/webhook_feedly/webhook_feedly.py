"""Takes an article from Feedly's webhook, `POST /webhook`, and has its video fetched."""

import json
import os
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit

from media_tracing import BadRequest, json_body, logger, response, text_of, traced_handler, tracer

import boto3  # after Tracer has patched it

files = boto3.resource("dynamodb").Table(os.environ["FILES_TABLE"])
functions = boto3.client("lambda")


@traced_handler
def handler(event, context):
    try:
        article = json_body(event)
        url = text_of(article, "articleURL")
        video = video_id(url)
    except BadRequest as error:
        tracer.put_annotation("error", "BadRequest")
        return response(400, {"message": str(error)})
    tracer.put_annotation("videoId", video)
    tracer.put_metadata("url", url)
    known = files.get_item(Key={"fileId": video}).get("Item")
    if known and known["status"] != "failed":
        return response(200, {"fileId": video, "status": known["status"]})
    files.put_item(
        Item={
            "fileId": video,
            "url": url,
            "title": article.get("articleTitle") or video,
            "status": "requested",
            "requestedAt": datetime.now(UTC).isoformat(timespec="seconds"),
        }
    )
    functions.invoke(
        FunctionName=os.environ["FILE_COORDINATOR"], InvocationType="Event", Payload=json.dumps({"fileId": video})
    )
    logger.info("download requested", extra={"videoId": video})
    return response(202, {"fileId": video, "status": "requested"})


def video_id(url: str) -> str:
    """YouTube's id of a video, from either form of its address."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise BadRequest("articleURL is no address")
    if parts.hostname == "youtu.be":
        found = parts.path.lstrip("/")
    elif parts.hostname == "youtube.com" or parts.hostname.endswith(".youtube.com"):
        found = parse_qs(parts.query).get("v", [""])[0]
    else:
        raise BadRequest("articleURL is not of YouTube")
    if not found or not found.replace("-", "").replace("_", "").isalnum():
        raise BadRequest("articleURL names no video")
    return found
