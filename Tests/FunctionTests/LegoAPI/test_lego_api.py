"""The four features, with a real Postgres and a real Redis behind them."""

import base64
import io
import json
import threading
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import boto3
import pytest
from lego_servers import PASSWORD, SCHEMA, free_port

BUCKET = "lego-api-files-dev"


class Search(BaseHTTPRequestHandler):
    def answer(self):
        length = int(self.headers.get("Content-Length") or 0)
        body = json.loads(self.rfile.read(length)) if length else None
        self.server.requests.append((self.command, self.path, body, self.headers))
        hits = {"total": {"value": 1}, "hits": [{"_source": {"title": "Castle"}}]}
        self.send_response(self.server.status)
        self.end_headers()
        self.wfile.write(json.dumps({"hits": hits}).encode())

    do_POST = do_PUT = do_DELETE = answer

    def log_message(self, *_):
        pass


class API:
    def __init__(self, function, server, database, requests):
        self.function, self.search, self.database, self.aws_requests = function, server, database, requests
        self.user = "user-1"

    def load(self, name):
        self.module = self.function.load(name)
        import stores

        self.stores = stores
        self.feature = "/api/" + {"moc_instructions": "mocs"}.get(name, name)

    def call(self, method, path="", body=None, query=None, user=None):
        event = {
            "httpMethod": method, "path": self.feature + path, "queryStringParameters": query,
            "body": None if body is None else json.dumps(body),
            "requestContext": {
                "requestId": "abc123", "identity": {"sourceIp": "192.0.2.1"},
                "authorizer": {"claims": {"sub": user or self.user}},
            },
        }  # fmt: skip
        answer = self.function.invoke(self.module.handler, event)
        assert answer["headers"]["Access-Control-Allow-Origin"] == "https://dev.lego.example.com"
        return answer["statusCode"], json.loads(answer["body"] or "{}")

    def log(self):
        import lego_tracing

        written = io.StringIO()
        lego_tracing.logger.registered_handler.setStream(written)
        return written


@pytest.fixture
def api(lambda_of, postgres_server, redis_server, requests, monkeypatch):
    server = ThreadingHTTPServer(("127.0.0.1", 0), Search)
    server.requests, server.status = [], 200
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    secret = boto3.client("secretsmanager").create_secret(
        Name="lego-api/dev/postgres", SecretString=json.dumps({"username": "lego_api", "password": PASSWORD})
    )
    boto3.client("s3").create_bucket(Bucket=BUCKET)
    environment = {
        "POSTGRES_HOST": "127.0.0.1", "POSTGRES_PORT": str(postgres_server), "POSTGRES_DB": "postgres",
        "POSTGRES_USER": "lego_api", "POSTGRES_PASSWORD_ARN": secret["ARN"], "S3_BUCKET": BUCKET, "STAGE": "dev",
        "REDIS_URL": f"redis://127.0.0.1:{redis_server[0]}", "ALLOWED_ORIGIN": "https://dev.lego.example.com",
        "OPENSEARCH_ENDPOINT": f"http://127.0.0.1:{server.server_address[1]}",
    }  # fmt: skip
    function = lambda_of("LegoAPI")
    for key, value in environment.items():
        monkeypatch.setenv(key, value)
    postgres = function.load("shared", "postgres")
    database = postgres.Connection("127.0.0.1", postgres_server, "postgres", "lego_api", PASSWORD)
    for statement in SCHEMA.split(";")[:-1]:
        database.query(statement)
    made = API(function, server, database, requests)
    yield made
    for name in list(made.stores.connections):
        made.stores.forget(name)
    for table in ("moc_instructions", "gallery_images", "wishlist_items", "user_profiles"):
        database.query(f"DROP TABLE {table}")
    database.close()
    server.shutdown()
    server.server_close()


IMAGE = {"contentType": "image/webp", "data": base64.b64encode(b"picture").decode()}


def test_a_moc_is_made_read_from_the_cache_changed_and_gone(api, traces):
    api.load("moc_instructions")
    status, made = api.call("POST", body={"title": "Falcon", "part_count": 7541, "image": IMAGE})
    assert status == 201 and made["title"] == "Falcon" and made["part_count"] == 7541
    assert made["imageUrl"].startswith(f"https://{BUCKET}.s3") and "user_id" not in made and "image_key" not in made
    path = f"/{made['id']}"
    assert api.call("GET", path)[1]["title"] == "Falcon"
    assert api.call("GET", path)[1]["title"] == "Falcon"
    assert len(traces.named("Database Query - Get MOC")) == 1  # the second came out of the cache
    assert [d["metadata"]["default"]["hit"] for d in traces.named("Redis - GET")] == [False, True]

    status, changed = api.call("PUT", path, {"title": "Millennium Falcon"})
    assert status == 200 and changed["title"] == "Millennium Falcon"
    assert api.call("GET", path)[1]["title"] == "Millennium Falcon"
    assert [item["title"] for item in api.call("GET")[1]["items"]] == ["Millennium Falcon"]

    key = f"mocs/user-1/{made['id']}/image"
    assert boto3.client("s3").get_object(Bucket=BUCKET, Key=key)["Body"].read() == b"picture"
    assert api.call("DELETE", path) == (204, {})
    assert api.call("GET", path)[0] == 404
    assert "Contents" not in boto3.client("s3").list_objects_v2(Bucket=BUCKET)


def test_the_trace_is_the_one_of_the_story(api, traces):
    api.load("moc_instructions")
    number = api.call("POST", body={"title": "Falcon", "image": IMAGE})[1]["id"]
    traces.documents.clear()
    traces.all()
    traces.documents.clear()
    assert api.call("GET", f"/{number}")[0] == 200
    assert traces.annotations("## handler") == {
        "userId": "user-1", "mocId": number, "method": "GET", "path": f"/api/mocs/{number}", "stage": "dev",
    }  # fmt: skip
    assert traces.one("## handler")["metadata"]["lego-api"] == {"requestId": "abc123", "sourceIp": "192.0.2.1"}
    query = traces.one("Database Query - Get MOC")
    assert query["annotations"] == {"table": "moc_instructions", "operation": "SELECT"}
    statement = "SELECT * FROM moc_instructions WHERE id = $1 AND user_id = $2"
    assert query["metadata"]["default"] == {"query": statement, "rowCount": 1}
    stored = traces.one("Redis - Set Cache")
    assert stored["annotations"] == {"operation": "SET"} and stored["metadata"]["default"]["ttl"] == 300
    signed = traces.one("S3 - Generate Presigned URL")
    assert signed["annotations"] == {"bucket": BUCKET, "operation": "getSignedUrl"}
    assert signed["metadata"]["default"] == {"key": f"mocs/user-1/{number}/image"}
    for name in ("Database Query - Get MOC", "Redis - GET", "Redis - Set Cache", "S3 - Generate Presigned URL"):
        assert traces.path(traces.one(name))[-1] == "## handler"
        assert traces.one(name)["end_time"] >= traces.one(name)["start_time"]  # AC4


def test_users_get_what_is_theirs_also_out_of_the_cache(api):
    api.load("wishlist")
    number = api.call("POST", body={"title": "Titanic", "priority": 1})[1]["id"]
    assert api.call("GET", f"/{number}")[0] == 200
    for method, body in (("GET", None), ("PUT", {"title": "mine"}), ("DELETE", None)):
        assert api.call(method, f"/{number}", body, user="user-2")[0] == 404
    assert api.call("GET", user="user-2")[1] == {"items": []}
    assert api.call("GET", f"/{number}")[1]["title"] == "Titanic"


def test_pictures_are_searched_for(api, traces):
    api.load("gallery")
    number = api.call("POST", body={"title": "Castle", "tags": "grey", "image": IMAGE})[1]["id"]
    method, path, document, headers = api.search.requests.pop()
    assert (method, path) == ("PUT", f"/gallery_images/_doc/{number}")
    assert document["title"] == "Castle" and document["userId"] == "user-1" and "image_key" not in document
    assert "/us-east-1/es/aws4_request" in headers["Authorization"] and headers["X-Amz-Security-Token"] == "testing"

    assert api.call("GET", query={"q": "grey castle"})[1] == {"items": [{"title": "Castle"}]}
    method, path, asked, _ = api.search.requests.pop()
    assert (method, path) == ("POST", "/gallery_images/_search")
    assert asked["query"]["bool"]["filter"] == [{"term": {"userId": "user-1"}}]
    assert asked["query"]["bool"]["must"][0]["multi_match"] == {
        "query": "grey castle", "fields": ["title", "description", "tags"],
    }  # fmt: skip
    search = traces.one("OpenSearch - Search Gallery")
    assert search["annotations"] == {"index": "gallery_images", "operation": "SEARCH"}
    assert search["metadata"]["default"] == {"query": "grey castle", "hits": 1}

    assert api.call("DELETE", f"/{number}")[0] == 204
    assert api.search.requests.pop()[:2] == ("DELETE", f"/gallery_images/_doc/{number}")


def test_a_profile_is_the_user_s_own(api, traces):
    api.load("profile")
    assert api.call("GET")[0] == 404
    assert api.call("PUT", body={"display_name": "Anna"}) == (200, {"display_name": "Anna", "bio": None})
    assert api.call("GET") == (200, {"display_name": "Anna", "bio": None})
    assert api.call("PUT", body={"display_name": "Anna", "bio": "Builds"})[1]["bio"] == "Builds"
    assert api.call("GET")[1]["bio"] == "Builds"
    assert api.call("GET", user="user-2")[0] == 404
    assert api.call("PUT", body={"bio": 3})[0] == 400 and api.call("DELETE")[0] == 405


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "code"),
    [
        ("POST", "", None, 400, "VALIDATION_ERROR"),
        ("POST", "", [], 400, "VALIDATION_ERROR"),
        ("POST", "", {"description": "no title"}, 400, "VALIDATION_ERROR"),
        ("POST", "", {"title": {"a": 1}}, 400, "VALIDATION_ERROR"),
        ("POST", "", {"title": "a", "image": {"contentType": "text/html", "data": ""}}, 400, "VALIDATION_ERROR"),
        ("POST", "", {"title": "a", "image": {"contentType": "image/png", "data": "?"}}, 400, "VALIDATION_ERROR"),
        ("PUT", f"/{uuid.UUID(int=1)}", {"user_id": "other"}, 400, "VALIDATION_ERROR"),
        ("PUT", f"/{uuid.UUID(int=1)}", {"title": "a"}, 404, "NOT_FOUND"),
        ("GET", "/1;DROP", None, 404, "NOT_FOUND"),
        ("DELETE", "", None, 405, "METHOD_NOT_ALLOWED"),
        ("POST", f"/{uuid.UUID(int=1)}", {"title": "a"}, 405, "METHOD_NOT_ALLOWED"),
    ],
)
def test_what_is_asked_wrongly_is_no_fault(api, traces, method, path, body, status, code):
    api.load("moc_instructions")
    answered, told = api.call(method, path, body)
    assert (answered, told["error"]["code"]) == (status, code)
    subsegment = traces.one("## handler")
    assert "fault" not in subsegment and subsegment["metadata"]["lego-api"]["error"] == told["error"]["message"]


def test_a_fault_is_answered_recorded_and_logged(api, traces):
    api.load("moc_instructions")
    api.database.query("ALTER TABLE moc_instructions RENAME TO gone")
    log = api.log()
    status, told = api.call("GET")
    api.database.query("ALTER TABLE gone RENAME TO moc_instructions")
    assert status == 500 and told["error"] == {"code": "INTERNAL_ERROR", "message": "Something went wrong"}
    subsegment = traces.one("## handler")
    assert subsegment["fault"] is True and traces.exception("## handler") == "PostgresError"
    assert subsegment["metadata"]["default"]["errorDetails"]["type"] == "PostgresError"
    assert traces.one("Database Query - List MOC")["fault"] is True
    (line,) = [json.loads(line) for line in log.getvalue().splitlines()]
    assert line["level"] == "ERROR"  # what the stack's filters of the logs count
    assert line["requestId"] == "3f1c9ad4-0000-4000-8000-6d2f0b8b5b7e"  # what its saved query joins by
    assert line["xray_trace_id"] == api.function.trace_id


def test_without_its_cache_the_api_goes_on_and_the_trace_says_so(api, traces, monkeypatch):
    api.load("moc_instructions")
    monkeypatch.setenv("REDIS_URL", f"redis://127.0.0.1:{free_port()}")
    number = api.call("POST", body={"title": "Falcon"})[1]["id"]
    assert api.call("GET", f"/{number}")[0] == 200
    assert traces.one("Redis - GET")["fault"] is True and traces.one("Redis - Set Cache")["fault"] is True
    assert "fault" not in traces.named("## handler")[-1]


def test_without_its_index_a_picture_is_kept_and_a_search_is_a_fault(api, traces):
    api.load("gallery")
    api.search.status = 503
    assert api.call("POST", body={"title": "Castle"})[0] == 201
    assert traces.one("OpenSearch - Index")["fault"] is True
    assert api.call("GET", query={"q": "castle"})[0] == 500
    assert traces.exception("OpenSearch - Search Gallery") == "HTTPError"


def test_a_connection_that_was_closed_meanwhile_is_made_anew(api):
    api.load("wishlist")
    assert api.call("GET")[0] == 200
    first = api.stores.connections["postgres"]
    assert api.call("GET")[0] == 200 and api.stores.connections["postgres"] is first
    (row,) = first.query("SELECT pg_backend_pid() AS pid")
    api.database.query("SELECT pg_terminate_backend($1)", row["pid"])
    threading.Event().wait(0.2)
    assert api.call("GET")[0] == 200 and api.stores.connections["postgres"] is not first


def test_the_password_may_be_plain_text_and_is_in_no_trace(api, traces):
    boto3.client("secretsmanager").put_secret_value(SecretId="lego-api/dev/postgres", SecretString=PASSWORD)
    api.load("wishlist")
    assert api.call("GET")[0] == 200
    assert "wörd" not in json.dumps(traces.all(), ensure_ascii=False)
