"""The four stores of the Lego API, each call of which is a subsegment with its timing (AC3, AC4).

Connections outlive an invocation, as Lambda keeps the process; one that was closed meanwhile is
made anew. A cache or a search index that is away makes the API slower or poorer, and is seen in the
trace; only the database is needed.
"""

import json
import os
import traceback
import urllib.request
from contextlib import contextmanager
from urllib.parse import quote

from lego_tracing import logger, tracer

import boto3  # after Tracer has patched it
import postgres
import redis_protocol
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.config import Config

secrets = boto3.client("secretsmanager")
s3 = boto3.client("s3", config=Config(signature_version="s3v4"))
connections = {}

CACHE_SECONDS = 300
URL_SECONDS = 3_600
SEARCH_SECONDS = 5


@contextmanager
def subsegment(name: str, **annotations):
    with tracer.provider.in_subsegment(name) as step:
        for key, value in annotations.items():
            step.put_annotation(key, value)
        yield step


@contextmanager
def dispensable(name: str, errors: tuple, **annotations):
    """A step without which the answer is still right."""
    with subsegment(name, **annotations) as step:
        try:
            yield step
        except errors as error:
            step.add_exception(error, traceback.extract_tb(error.__traceback__))
            logger.warning("%s failed", name, extra={"error": str(error)})


def connected(name: str, connect):
    kept = connections.get(name)
    if kept is None or not kept.is_usable:
        forget(name)
        connections[name] = connect()
    return connections[name]


def forget(name: str):
    if kept := connections.pop(name, None):
        kept.close()


def connect_to_database() -> postgres.Connection:
    return postgres.Connection(
        os.environ["POSTGRES_HOST"],
        int(os.environ["POSTGRES_PORT"]),
        os.environ["POSTGRES_DB"],
        os.environ["POSTGRES_USER"],
        database_password(),
    )


def database_password() -> str:
    """RDS keeps it as JSON; one that was put there by hand may be plain text."""
    secret = secrets.get_secret_value(SecretId=os.environ["POSTGRES_PASSWORD_ARN"])["SecretString"]
    try:
        return json.loads(secret)["password"]
    except (ValueError, TypeError, KeyError):
        return secret


def query(what: str, table: str, statement: str, *parameters) -> list[dict]:
    operation = statement.split(maxsplit=1)[0]
    with subsegment(f"Database Query - {what}", table=table, operation=operation) as step:
        step.put_metadata("query", statement)  # without its parameters, which are the users'
        try:
            rows = connected("postgres", connect_to_database).query(statement, *parameters)
        except (OSError, ValueError):
            forget("postgres")
            raise
        step.put_metadata("rowCount", len(rows))
        return rows


def cached(key: str):
    return redis_call("Redis - GET", "GET", key)


def cache(key: str, value: dict):
    redis_call("Redis - Set Cache", "SET", key, json.dumps(value), "EX", CACHE_SECONDS)


def uncache(key: str):
    redis_call("Redis - DEL", "DEL", key)


def redis_call(name: str, operation: str, key: str, *more):
    failures = (OSError, ValueError, redis_protocol.RedisError)
    with dispensable(name, failures, operation=operation) as step:
        step.put_metadata("key", key)
        try:
            connection = connected("redis", lambda: redis_protocol.Connection(os.environ["REDIS_URL"]))
            answer = connection.call(operation, key, *more)
        except (OSError, ValueError):
            forget("redis")
            raise
        if operation == "SET":
            step.put_metadata("ttl", CACHE_SECONDS)
        if operation != "GET":
            return None
        step.put_metadata("hit", answer is not None)
        return None if answer is None else json.loads(answer)
    return None


def presigned_url(key: str) -> str:
    bucket = os.environ["S3_BUCKET"]
    with subsegment("S3 - Generate Presigned URL", bucket=bucket, operation="getSignedUrl") as step:
        step.put_metadata("key", key)
        return s3.generate_presigned_url("get_object", {"Bucket": bucket, "Key": key}, ExpiresIn=URL_SECONDS)


def put_object(key: str, body: bytes, content_type: str):
    bucket = os.environ["S3_BUCKET"]
    with subsegment("S3 - Put Object", bucket=bucket, operation="putObject") as step:
        step.put_metadata("key", key)
        s3.put_object(Bucket=bucket, Key=key, Body=body, ContentType=content_type)


def delete_object(key: str):
    bucket = os.environ["S3_BUCKET"]
    with subsegment("S3 - Delete Object", bucket=bucket, operation="deleteObject") as step:
        step.put_metadata("key", key)
        s3.delete_object(Bucket=bucket, Key=key)


def search(index: str, words: str, user: str, fields: list[str]) -> list[dict]:
    """A search that fails has no answer, so that it is not dispensable."""
    match = {"multi_match": {"query": words, "fields": fields}}
    wanted = {"bool": {"filter": [{"term": {"userId": user}}], "must": [match]}}
    feature = index.split("_")[0].capitalize()
    with subsegment(f"OpenSearch - Search {feature}", index=index, operation="SEARCH") as step:
        step.put_metadata("query", words)
        found = ask_search("POST", f"/{index}/_search", {"query": wanted})["hits"]
        step.put_metadata("hits", found["total"]["value"])
        return [hit["_source"] for hit in found["hits"]]


def index_document(index: str, number: str, document: dict):
    with dispensable("OpenSearch - Index", (OSError,), index=index, operation="INDEX"):
        ask_search("PUT", f"/{index}/_doc/{quote(number, safe='')}", document)


def unindex_document(index: str, number: str):
    with dispensable("OpenSearch - Delete", (OSError,), index=index, operation="DELETE"):
        ask_search("DELETE", f"/{index}/_doc/{quote(number, safe='')}", None)


def ask_search(method: str, path: str, body: dict | None) -> dict:
    """Signed, as the domain's policy asks."""
    data = None if body is None else json.dumps(body).encode()
    url = os.environ["OPENSEARCH_ENDPOINT"] + path
    request = AWSRequest(method, url, {"Content-Type": "application/json"}, data)
    credentials = boto3.Session().get_credentials().get_frozen_credentials()
    SigV4Auth(credentials, "es", os.environ["AWS_REGION"]).add_auth(request)
    signed = urllib.request.Request(url, data, dict(request.headers), method=method)
    with urllib.request.urlopen(signed, timeout=SEARCH_SECONDS) as answer:
        return json.load(answer)
