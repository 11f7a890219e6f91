"""Writes the profile of a user who has signed in, from the event of `auth_exchange`.

Lambda owns the invocation's segment, so annotations go to a subsegment of the function's own.
"""

import logging
import os

import boto3
from aws_xray_sdk.core import patch_all, xray_recorder

patch_all()  # before any client is made

users_table = boto3.resource("dynamodb").Table(os.environ["USERS_TABLE"])
logger = logging.getLogger()


def handler(event, context):
    detail = event["detail"]
    user_id = detail["userId"]
    with xray_recorder.in_subsegment("user_profile"):
        xray_recorder.put_annotation("user_id", user_id)
        xray_recorder.put_annotation("event_source", "EventBridge")

        with xray_recorder.in_subsegment("dynamodb_get_user"):
            known = users_table.get_item(Key={"userId": user_id}).get("Item")
        action = "updated" if known else "created"
        xray_recorder.put_annotation("action", action)

        with xray_recorder.in_subsegment("dynamodb_put_user"):
            users_table.put_item(Item=profile(detail, known))
        # Metadata is not indexed, but whoever reads traces sees it.
        xray_recorder.put_metadata("user_email", detail.get("email", ""))
        logger.info("user profile %s: %s", action, user_id)
        return {"statusCode": 200, "body": f"User profile {action} for {user_id}"}


def profile(detail: dict, known: dict | None) -> dict:
    item = {
        "userId": detail["userId"],
        "email": detail.get("email", ""),
        "lastLoginDate": detail["timestamp"],
        "createdAt": known["createdAt"] if known else detail["timestamp"],
    }
    optional = {name: detail[name] for name in ("displayName", "photoURL", "provider") if detail.get(name)}
    return item | optional
