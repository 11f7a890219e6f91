"""Exchanges a Firebase ID token for temporary AWS credentials: `POST /auth/exchange`.

STS checks the token, by its signature and the role's trust; here it is only read, for the names in
it. Lambda owns the invocation's segment, so annotations go to a subsegment of the function's own.
"""

import base64
import json
import logging
import os
import re
from datetime import UTC, datetime

import boto3
from aws_xray_sdk.core import patch_all, xray_recorder
from botocore.exceptions import ClientError

patch_all()  # before any client is made

sts = boto3.client("sts")
events = boto3.client("events")
logger = logging.getLogger()

# What STS says of a token that it does not accept; anything else is not the caller's fault.
REFUSALS = {
    "InvalidIdentityToken": 401,
    "ExpiredTokenException": 401,
    "IDPRejectedClaim": 401,
    "AccessDenied": 403,
}


class EventNotPublished(Exception):
    """EventBridge accepted the request and refused the event in it."""


def lambda_handler(event, context):
    with xray_recorder.in_subsegment("auth_exchange"):
        try:
            token = id_token(event)
            user = claims(token)
            xray_recorder.put_annotation("user_id", user["sub"])
            with xray_recorder.in_subsegment("sts_assume_role"):
                answer = sts.assume_role_with_web_identity(
                    RoleArn=os.environ["MACOS_APP_ROLE_ARN"],
                    RoleSessionName=session_name(user["sub"]),
                    WebIdentityToken=token,
                    DurationSeconds=int(os.environ["SESSION_DURATION"]),
                )
            with xray_recorder.in_subsegment("emit_user_signed_in_event"):
                emit_user_signed_in(user)
        except ValueError as error:
            xray_recorder.put_annotation("auth_result", "validation_error")
            xray_recorder.put_annotation("error_type", "ValueError")
            return response(400, {"error": str(error)})
        except ClientError as error:
            code = error.response["Error"]["Code"]
            xray_recorder.put_annotation("auth_result", "failure")
            xray_recorder.put_annotation("error_code", code)
            logger.error("sign-in failed: %s", code)
            if code not in REFUSALS:
                raise  # a fault of ours: Lambda counts it, and the API answers 500
            return response(REFUSALS[code], {"error": code})
        xray_recorder.put_annotation("auth_result", "success")
        if provider := user.get("firebase", {}).get("sign_in_provider"):
            xray_recorder.put_metadata("firebase_provider", provider)
        return response(200, credentials(answer))


def id_token(event: dict) -> str:
    body = event.get("body") or ""
    if event.get("isBase64Encoded"):
        body = base64.b64decode(body).decode(errors="replace")
    try:
        request = json.loads(body)
    except ValueError:
        raise ValueError("the body is not JSON") from None
    token = request.get("idToken") if isinstance(request, dict) else None
    if not isinstance(token, str) or not token:
        raise ValueError("idToken is required")
    return token


def claims(token: str) -> dict:
    """The second part of a JWT: base64url without padding."""
    try:
        _, payload, _ = token.split(".")
        claims = json.loads(base64.urlsafe_b64decode(payload + "=" * (-len(payload) % 4)))
    except ValueError:
        raise ValueError("idToken is not a JSON Web Token") from None
    if not isinstance(claims, dict) or not isinstance(claims.get("sub"), str) or not claims["sub"]:
        raise ValueError("idToken names no user")
    return claims


def session_name(user_id: str) -> str:
    """STS takes 2 to 64 characters of a set; CloudTrail then shows whose session it was."""
    return re.sub(r"[^\w+=,.@-]", "_", user_id, flags=re.ASCII)[:64].ljust(2, "_")


def emit_user_signed_in(user: dict):
    detail = {
        "userId": user["sub"],
        "email": user.get("email", ""),
        "displayName": user.get("name"),
        "photoURL": user.get("picture"),
        "provider": user.get("firebase", {}).get("sign_in_provider"),
        "timestamp": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    entry = {
        "Source": "interview-companion.auth",
        "DetailType": "user.signed_in",
        "Detail": json.dumps({key: value for key, value in detail.items() if value is not None}),
        "EventBusName": os.environ["EVENT_BUS_NAME"],
    }
    answer = events.put_events(Entries=[entry])
    if answer["FailedEntryCount"]:
        refused = answer["Entries"][0]
        raise EventNotPublished(f"{refused.get('ErrorCode')} {refused.get('ErrorMessage')}")


def credentials(answer: dict) -> dict:
    keys = answer["Credentials"]
    return {
        "accessKeyId": keys["AccessKeyId"],
        "secretAccessKey": keys["SecretAccessKey"],
        "sessionToken": keys["SessionToken"],
        "expiration": keys["Expiration"].isoformat(),
        "assumedRoleArn": answer["AssumedRoleUser"]["Arn"],
    }


def response(status: int, body: dict) -> dict:
    return {
        "statusCode": status,
        # Credentials belong into no cache on the way.
        "headers": {"Content-Type": "application/json", "Cache-Control": "no-store"},
        "body": json.dumps(body),
    }
