"""Registers a phone for notifications: `POST /devices`."""

import os
from datetime import UTC, datetime

from media_tracing import BadRequest, json_body, logger, response, subsegment, text_of, traced_handler, tracer

import boto3  # after Tracer has patched it

devices = boto3.resource("dynamodb").Table(os.environ["DEVICES_TABLE"])
sns = boto3.client("sns")


@traced_handler
def handler(event, context):
    try:
        body = json_body(event)
        device, token = text_of(body, "deviceId"), text_of(body, "token")
    except BadRequest as error:
        tracer.put_annotation("error", "BadRequest")
        return response(400, {"message": str(error)})
    tracer.put_annotation("deviceId", device)
    with subsegment("create-platform-endpoint"):
        endpoint = sns.create_platform_endpoint(
            PlatformApplicationArn=os.environ["PLATFORM_APPLICATION_ARN"], Token=token, CustomUserData=device
        )["EndpointArn"]
    devices.put_item(
        Item={
            "deviceId": device,
            "endpointArn": endpoint,
            "name": body.get("name", ""),
            "registeredAt": datetime.now(UTC).isoformat(timespec="seconds"),
        }
    )
    logger.info("device registered", extra={"deviceId": device})
    return response(201, {"deviceId": device, "endpointArn": endpoint})
