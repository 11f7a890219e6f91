"""Fetches a video with yt-dlp, puts it into the bucket, and tells the phones.

yt-dlp is a Python package. What it has to do to get at a video changes every few weeks, so its wheel
is fetched from a bucket when the function starts: a new one needs no new build, only an upload.

    pip download yt-dlp --no-deps && aws s3 cp yt_dlp-*.whl s3://<the tools bucket>/yt_dlp.whl
"""

import io
import json
import os
import subprocess
import sys
import tempfile
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from media_tracing import logger, subsegment, traced_handler, tracer

import boto3  # after Tracer has patched it
from boto3.s3.transfer import TransferConfig

dynamodb = boto3.resource("dynamodb")
files = dynamodb.Table(os.environ["FILES_TABLE"])
devices = dynamodb.Table(os.environ["DEVICES_TABLE"])
s3 = boto3.client("s3")
sns = boto3.client("sns")

FORMAT = "best[ext=mp4]/best"
MAX_SIZE = "450M"  # Lambda's /tmp holds 512 MB
WHEEL = "yt_dlp.whl"
DOWNLOAD_SECONDS = 600
# In this thread, so that each part is a subsegment below the upload's.
TRANSFER = TransferConfig(multipart_chunksize=32 * 1024 * 1024, use_threads=False)


class ToolMissing(Exception):
    """Nobody has put yt-dlp where it belongs."""


class DownloadFailed(Exception):
    """yt-dlp has brought no file."""


@traced_handler
def handler(event, context):
    video = event["fileId"]
    tracer.put_annotation("videoId", video)
    file = files.get_item(Key={"fileId": video})["Item"]
    try:
        with tempfile.TemporaryDirectory() as folder:
            path = download(video, file["url"], Path(folder))
            key = f"{video}{path.suffix}"
            size = path.stat().st_size
            tracer.put_annotation("fileSize", size)
            with subsegment("s3-upload") as step:
                step.put_annotation("videoId", video)
                step.put_annotation("fileSize", size)
                s3.upload_file(str(path), os.environ["VIDEOS_BUCKET"], key, Config=TRANSFER)
    except Exception:
        note(video, status="failed")
        raise
    note(video, status="available", key=key, size=size, availableAt=datetime.now(UTC).isoformat(timespec="seconds"))
    notified = notify(file | {"size": size})
    logger.info("video available", extra={"videoId": video, "size": size, "notified": notified})
    return {"fileId": video, "size": size, "notified": notified}


def download(video: str, url: str, folder: Path) -> Path:
    with subsegment("yt-dlp-download") as step:
        step.put_annotation("videoId", video)
        step.put_metadata("url", url)
        step.put_metadata("format", FORMAT)
        options = ["--no-playlist", "--no-progress", "--no-cache-dir", "--format", FORMAT, "--max-filesize", MAX_SIZE]
        # "--" ends the options: an address can never be taken for one.
        command = [sys.executable, "-m", "yt_dlp", *options, "--output", f"{folder}/video.%(ext)s", "--", url]
        environment = os.environ | {"PYTHONPATH": str(installed())}
        done = subprocess.run(command, capture_output=True, text=True, timeout=DOWNLOAD_SECONDS, env=environment)
        found = list(folder.iterdir())
        if done.returncode or not found:
            reason = (done.stderr.strip() or "no file").splitlines()[-1]
            step.put_metadata("stderr", done.stderr[-2_000:])
            raise DownloadFailed(reason)
        return found[0]


def installed() -> Path:
    """The folder with yt-dlp, which each environment fetches once. Unpacked, so that Python compiles it once too."""
    folder = Path(tempfile.gettempdir(), "yt-dlp")
    if not folder.exists():
        bucket = os.environ["TOOLS_BUCKET"]
        with subsegment("yt-dlp-fetch"):
            try:
                wheel = s3.get_object(Bucket=bucket, Key=WHEEL)["Body"].read()
            except s3.exceptions.NoSuchKey:
                raise ToolMissing(f"put the wheel of yt-dlp at s3://{bucket}/{WHEEL}") from None
            with zipfile.ZipFile(io.BytesIO(wheel)) as archive:
                archive.extractall(folder)
    return folder


def note(video: str, **facts):
    """`status` and `size` are words that DynamoDB keeps for itself."""
    files.update_item(
        Key={"fileId": video},
        UpdateExpression="SET " + ", ".join(f"#{name} = :{name}" for name in facts),
        ExpressionAttributeNames={f"#{name}": name for name in facts},
        ExpressionAttributeValues={f":{name}": value for name, value in facts.items()},
    )


def notify(file: dict) -> int:
    """How many phones were told. A token that has expired is no reason to tell no other (use case 4)."""
    with subsegment("notify-devices") as step:
        step.put_annotation("videoId", file["fileId"])
        told, expired = 0, 0
        for device in all_devices():
            try:
                sns.publish(TargetArn=device["endpointArn"], Message=message(file), MessageStructure="json")
                told += 1
            except sns.exceptions.EndpointDisabledException:
                expired += 1
                logger.warning("endpoint disabled", extra={"deviceId": device["deviceId"]})
        step.put_annotation("devicesNotified", told)
        step.put_annotation("endpointsDisabled", expired)
        return told


def all_devices():
    page = {}
    while True:
        answer = devices.scan(**page)
        yield from answer["Items"]
        if "LastEvaluatedKey" not in answer:
            return
        page = {"ExclusiveStartKey": answer["LastEvaluatedKey"]}


def message(file: dict) -> str:
    facts = {"fileId": file["fileId"], "title": file["title"], "size": file["size"]}
    alert = {"aps": {"alert": f"{file['title']} is ready", "content-available": 1}, "file": facts}
    text = json.dumps(alert)
    return json.dumps({"default": alert["aps"]["alert"], "APNS": text, "APNS_SANDBOX": text})
