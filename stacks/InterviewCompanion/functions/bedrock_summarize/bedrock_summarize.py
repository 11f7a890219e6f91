"""Has Claude on Amazon Bedrock sum up a transcript, and keeps the summary with the meeting."""

import json
import os
from datetime import UTC, datetime

import boto3
from aws_xray_sdk.core import patch_all, xray_recorder
from botocore.config import Config

patch_all()  # before any client is made

# A long transcript takes minutes to read; the function's timeout is five.
bedrock = boto3.client("bedrock-runtime", config=Config(read_timeout=240, retries={"total_max_attempts": 2}))
s3 = boto3.client("s3")
meetings = boto3.resource("dynamodb").Table(os.environ["MEETINGS_TABLE"])

INSTRUCTIONS = (
    "Summarize this interview in at most ten sentences. Then list the candidate's strengths, open questions "
    "and next steps. Use only what was said."
)
MAX_TOKENS = 2_000


class Incomplete(Exception):
    """The model stopped before it was done."""


def handler(event, context):
    """`event` is the state of the execution: the recording, and what was made of it so far."""
    with xray_recorder.in_subsegment("bedrock_summarize"):
        xray_recorder.put_annotation("user_id", event["userId"])
        xray_recorder.put_annotation("meeting_id", event["meetingId"])
        with xray_recorder.in_subsegment("read_transcript"):
            transcript = read_transcript(event["bucket"], event["transcription"]["Payload"]["transcriptKey"])
        with xray_recorder.in_subsegment("bedrock_invoke_model"):
            summary = summarize(transcript)
        with xray_recorder.in_subsegment("dynamodb_update_meeting"):
            meetings.update_item(
                Key={"userId": event["userId"], "meetingId": event["meetingId"]},
                UpdateExpression="SET summary = :summary, summarizedAt = :now",
                ExpressionAttributeValues={
                    ":summary": summary,
                    ":now": datetime.now(UTC).isoformat(timespec="seconds"),
                },
            )
        return {"summaryLength": len(summary)}


def read_transcript(bucket: str, key: str) -> str:
    document = json.load(s3.get_object(Bucket=bucket, Key=key)["Body"])
    return document["results"]["transcripts"][0]["transcript"]


def summarize(transcript: str) -> str:
    request = {
        "anthropic_version": "bedrock-2023-05-31",
        "max_tokens": MAX_TOKENS,
        "messages": [{"role": "user", "content": f"{INSTRUCTIONS}\n\n<transcript>\n{transcript}\n</transcript>"}],
    }
    answer = json.load(bedrock.invoke_model(modelId=os.environ["MODEL_ID"], body=json.dumps(request))["body"])
    usage = answer.get("usage", {})
    xray_recorder.put_annotation("input_tokens", usage.get("input_tokens", 0))
    xray_recorder.put_annotation("output_tokens", usage.get("output_tokens", 0))
    if answer["stop_reason"] != "end_turn":
        raise Incomplete(answer["stop_reason"])
    return "".join(block["text"] for block in answer["content"] if block["type"] == "text")
