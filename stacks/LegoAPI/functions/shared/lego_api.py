"""A feature of the Lego API: a table of things that belong to users, and a route for each operation.

    GET    /api/mocs        all of the user's          POST   /api/mocs        a new one
    GET    /api/mocs/<id>   one                        PUT    /api/mocs/<id>   changed
    DELETE /api/mocs/<id>   gone

Lambda owns the invocation's segment and the X-Ray SDK refuses to write to it, so that annotations
go to the handler's subsegment.
"""

import base64
import binascii
import functools
import json
import os
import traceback
import uuid
from collections.abc import Callable
from dataclasses import dataclass

from lego_tracing import logger, tracer

import stores

PAGE = 100
MAX_IMAGE_BYTES = 4 * 1024 * 1024  # Lambda takes 6 MB, of which base 64 and JSON are a third


class APIError(Exception):
    """What a client got wrong, which is no fault of the function."""

    def __init__(self, status: int, code: str, message: str):
        self.status, self.code, self.message = status, code, message
        super().__init__(message)


@dataclass(frozen=True)
class Feature:
    path: str
    table: str
    thing: str
    """What one is called in a message and in the names of subsegments."""
    annotation: str
    """What its id is called in a trace."""
    columns: tuple[str, ...]
    """What clients may set; `title` has to be among them."""
    index: str | None = None
    """The search index of the feature, where it has one."""


def traced_api(respond: Callable) -> Callable:
    """A handler for API Gateway's events, in a subsegment that says who asked for what (AC5)."""

    @tracer.capture_lambda_handler(capture_response=False)
    @functools.wraps(respond)
    def handler(event, context):
        logger.append_keys(requestId=context.aws_request_id)
        request = event["requestContext"]
        tracer.put_annotation("method", event["httpMethod"])
        tracer.put_annotation("path", event["path"])
        tracer.put_annotation("stage", os.environ["STAGE"])
        tracer.put_metadata("requestId", request.get("requestId"))
        tracer.put_metadata("sourceIp", request.get("identity", {}).get("sourceIp"))
        try:
            user = request["authorizer"]["claims"]["sub"]  # Cognito's, checked by API Gateway
            tracer.put_annotation("userId", user)
            status, body = respond(event, user)
        except APIError as error:
            tracer.put_metadata("error", error.message)
            status, body = error.status, {"error": {"code": error.code, "message": error.message}}
        except Exception as error:
            # Answered, so Lambda counts no error: the trace and the log say it (AC9, alarm on logged errors).
            subsegment = tracer.provider.current_subsegment()
            subsegment.add_exception(error, traceback.extract_tb(error.__traceback__))
            subsegment.put_metadata("errorDetails", {"type": type(error).__name__, "message": str(error)})
            logger.exception("%s %s failed", event["httpMethod"], event["path"])
            status, body = 500, {"error": {"code": "INTERNAL_ERROR", "message": "Something went wrong"}}
        return response(status, body)

    return handler


def crud(feature: Feature, event: dict, user: str) -> tuple[int, dict]:
    number = event["path"].removeprefix(feature.path).strip("/")
    if number:
        if not is_uuid(number):
            raise APIError(404, "NOT_FOUND", f"{feature.thing} not found")
        tracer.put_annotation(feature.annotation, number)
    words = (event.get("queryStringParameters") or {}).get("q")
    match event["httpMethod"], bool(number):
        case "GET", False if words and feature.index:
            fields = [column for column in feature.columns if column != "image_key"]
            return 200, {"items": stores.search(feature.index, words, user, fields)}
        case "GET", False:
            return 200, {"items": every(feature, user)}
        case "GET", True:
            return 200, with_url(one(feature, user, number))
        case "POST", False:
            return 201, with_url(create(feature, user, body_of(event)))
        case ("PUT" | "PATCH"), True:
            return 200, with_url(change(feature, user, number, body_of(event)))
        case "DELETE", True:
            delete(feature, user, number)
            return 204, {}
        case _:
            raise APIError(405, "METHOD_NOT_ALLOWED", f"no {event['httpMethod']} here")


def every(feature: Feature, user: str) -> list[dict]:
    statement = f"SELECT * FROM {feature.table} WHERE user_id = $1 ORDER BY created_at DESC LIMIT {PAGE}"
    return [with_url(row) for row in stores.query(f"List {feature.thing}", feature.table, statement, user)]


def one(feature: Feature, user: str, number: str) -> dict:
    key = cache_key(feature, user, number)
    if known := stores.cached(key):
        return known
    statement = f"SELECT * FROM {feature.table} WHERE id = $1 AND user_id = $2"
    rows = stores.query(f"Get {feature.thing}", feature.table, statement, number, user)
    if not rows:
        raise APIError(404, "NOT_FOUND", f"{feature.thing} not found")
    stores.cache(key, rows[0])
    return rows[0]


def create(feature: Feature, user: str, body: dict) -> dict:
    values = values_of(feature, body)
    if not values.get("title"):
        raise APIError(400, "VALIDATION_ERROR", "title is required")
    number = str(uuid.uuid4())
    tracer.put_annotation(feature.annotation, number)
    if image := image_of(feature, body):
        values["image_key"] = f"{feature.path.rsplit('/')[-1]}/{user}/{number}/image"
        stores.put_object(values["image_key"], *image)
    names = ["id", "user_id", *values]
    places = ", ".join(f"${position}" for position in range(1, len(names) + 1))
    statement = f"INSERT INTO {feature.table} ({', '.join(names)}) VALUES ({places}) RETURNING *"
    (row,) = stores.query(f"Create {feature.thing}", feature.table, statement, number, user, *values.values())
    if feature.index:
        stores.index_document(feature.index, number, searchable(row, user))
    return row


def change(feature: Feature, user: str, number: str, body: dict) -> dict:
    values = values_of(feature, body)
    if not values:
        raise APIError(400, "VALIDATION_ERROR", f"one of {', '.join(feature.columns)} is required")
    settings = ", ".join(f"{name} = ${position}" for position, name in enumerate(values, 3))
    statement = f"UPDATE {feature.table} SET {settings}, updated_at = now() WHERE id = $1 AND user_id = $2 RETURNING *"
    rows = stores.query(f"Update {feature.thing}", feature.table, statement, number, user, *values.values())
    if not rows:
        raise APIError(404, "NOT_FOUND", f"{feature.thing} not found")
    stores.uncache(cache_key(feature, user, number))
    if feature.index:
        stores.index_document(feature.index, number, searchable(rows[0], user))
    return rows[0]


def delete(feature: Feature, user: str, number: str):
    statement = f"DELETE FROM {feature.table} WHERE id = $1 AND user_id = $2 RETURNING *"
    rows = stores.query(f"Delete {feature.thing}", feature.table, statement, number, user)
    if not rows:
        raise APIError(404, "NOT_FOUND", f"{feature.thing} not found")
    stores.uncache(cache_key(feature, user, number))
    if feature.index:
        stores.unindex_document(feature.index, number)
    if key := rows[0].get("image_key"):
        stores.delete_object(key)


def values_of(feature: Feature, body: dict) -> dict:
    """What a client may set, of what it has sent: the names get into statements."""
    values = {column: body[column] for column in feature.columns if column in body and column != "image_key"}
    for column, value in values.items():
        if value is not None and (isinstance(value, bool) or not isinstance(value, (str, int, float))):
            raise APIError(400, "VALIDATION_ERROR", f"{column} must be text or a number")
    return values


def image_of(feature: Feature, body: dict) -> tuple[bytes, str] | None:
    """`{"image": {"contentType": "image/webp", "data": "<base 64>"}}`"""
    if "image_key" not in feature.columns or "image" not in body:
        return None
    image = body["image"] if isinstance(body["image"], dict) else {}
    content_type, data = image.get("contentType"), image.get("data")
    if content_type not in ("image/jpeg", "image/png", "image/webp") or not isinstance(data, str):
        raise APIError(400, "VALIDATION_ERROR", "image must have a contentType of JPEG, PNG or WebP, and data")
    try:
        decoded = base64.b64decode(data, validate=True)
    except binascii.Error:
        raise APIError(400, "VALIDATION_ERROR", "image.data must be base 64") from None
    if len(decoded) > MAX_IMAGE_BYTES:
        raise APIError(413, "TOO_LARGE", "an image may have 4 MB")
    return decoded, content_type


def searchable(row: dict, user: str) -> dict:
    return {**{name: value for name, value in row.items() if name not in ("user_id", "image_key")}, "userId": user}


def with_url(row: dict) -> dict:
    """Users get an address that works for an hour instead of the object's key."""
    shown = {name: value for name, value in row.items() if name not in ("user_id", "image_key")}
    if key := row.get("image_key"):
        shown["imageUrl"] = stores.presigned_url(key)
    return shown


def body_of(event: dict) -> dict:
    try:
        body = json.loads(event.get("body") or "")
    except ValueError:
        raise APIError(400, "VALIDATION_ERROR", "the body is not JSON") from None
    if not isinstance(body, dict):
        raise APIError(400, "VALIDATION_ERROR", "the body is not an object")
    return body


def cache_key(feature: Feature, user: str, number: str) -> str:
    """With the user in it: nobody gets what belongs to somebody else out of the cache."""
    return f"{feature.table}:{user}:{number}"


def is_uuid(text: str) -> bool:
    try:
        return str(uuid.UUID(text)) == text.lower()
    except ValueError:
        return False


def response(status: int, body: dict) -> dict:
    return {
        "statusCode": status,
        # API Gateway answers preflight requests only; this header makes browsers show the answer.
        "headers": {"Content-Type": "application/json", "Access-Control-Allow-Origin": os.environ["ALLOWED_ORIGIN"]},
        "body": json.dumps(body) if body else "",
    }
