"""Has Amazon Transcribe write a recording down. The state machine waits for the job."""

import hashlib
import os

import boto3
from aws_xray_sdk.core import patch_all, xray_recorder

patch_all()  # before any client is made

transcribe = boto3.client("transcribe")


def handler(event, context):
    """`event` is what `start_processing` has put into the execution."""
    with xray_recorder.in_subsegment("start_transcribe"):
        xray_recorder.put_annotation("user_id", event["userId"])
        xray_recorder.put_annotation("meeting_id", event["meetingId"])
        job = job_name(context.function_name, event["key"])
        transcript = f"{os.environ['TRANSCRIPTS_PREFIX']}{event['userId']}/{event['meetingId']}.json"
        with xray_recorder.in_subsegment("start_transcription_job"):
            try:
                transcribe.start_transcription_job(
                    TranscriptionJobName=job,
                    Media={"MediaFileUri": f"s3://{event['bucket']}/{event['key']}"},
                    IdentifyLanguage=True,
                    OutputBucketName=os.environ["TRANSCRIPTS_BUCKET"],
                    OutputKey=transcript,
                )
            except transcribe.exceptions.ConflictException:
                # The state machine has tried again after an answer that was lost: the job is there.
                xray_recorder.put_metadata("job_was_there", True)
        xray_recorder.put_metadata("job", job)
        return {"jobName": job, "transcriptKey": transcript}


def job_name(function: str, key: str) -> str:
    """Begins with the function's own name, as all jobs that the role may start do."""
    return f"{function}-{hashlib.sha256(key.encode()).hexdigest()[:32]}"
