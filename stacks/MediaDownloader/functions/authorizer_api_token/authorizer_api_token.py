"""API Gateway's judge: whoever shows the API's token may call it.

The answer is for the whole stage, for API Gateway remembers it for five minutes by the token alone.
"""

import hmac
import os

from media_tracing import logger, traced_handler, tracer

import boto3  # after Tracer has patched it

secrets = boto3.client("secretsmanager")


@traced_handler
def handler(event, context):
    shown = event.get("authorizationToken", "").removeprefix("Bearer ")
    expected = secrets.get_secret_value(SecretId=os.environ["API_TOKEN_SECRET_ARN"])["SecretString"]
    is_right = hmac.compare_digest(shown.encode(), expected.encode())
    effect = "Allow" if is_right else "Deny"
    tracer.put_annotation("authorization", effect)
    logger.info("authorization", extra={"effect": effect})
    api, stage, *_ = event["methodArn"].split("/")
    return {
        "principalId": "api-token" if is_right else "unknown",
        "policyDocument": {
            "Version": "2012-10-17",
            "Statement": [{"Action": "execute-api:Invoke", "Effect": effect, "Resource": f"{api}/{stage}/*"}],
        },
    }
