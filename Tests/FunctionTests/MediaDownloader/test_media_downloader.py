"""From Feedly's webhook to a notification, with the real yt-dlp and videos of a server of our own."""

import io
import json
import subprocess
import sys
import threading
import zipfile
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import boto3
import function_harness
import pytest
import yt_dlp
from botocore.exceptions import ClientError
from function_harness import ACCOUNT, REGION, trace_header_of

FILES, DEVICES, VIDEOS = "media-downloader-dev-files", "media-downloader-dev-devices", "media-downloader-dev-videos"
ENVIRONMENT = {
    "FILES_TABLE": FILES, "DEVICES_TABLE": DEVICES, "VIDEOS_BUCKET": VIDEOS,
    "AWS_XRAY_CONTEXT_MISSING": "LOG_ERROR",
}  # fmt: skip
VIDEO = "dQw4w9WgXcQ"
REQUESTED = {
    "fileId": VIDEO, "url": f"https://www.youtube.com/watch?v={VIDEO}", "title": "A song", "status": "requested",
    "requestedAt": "2026-11-02T08:00:00+00:00",
}  # fmt: skip


@pytest.fixture
def media(lambda_of, requests):
    dynamodb = boto3.resource("dynamodb")
    for name, key in ((FILES, "fileId"), (DEVICES, "deviceId")):
        index = {
            "IndexName": "by-status",
            "KeySchema": [{"AttributeName": "status", "KeyType": "HASH"}],
            "Projection": {"ProjectionType": "ALL"},
        }
        keys = (key, "status") if name == FILES else (key,)
        dynamodb.create_table(
            TableName=name,
            BillingMode="PAY_PER_REQUEST",
            AttributeDefinitions=[{"AttributeName": k, "AttributeType": "S"} for k in keys],
            KeySchema=[{"AttributeName": key, "KeyType": "HASH"}],
            **({"GlobalSecondaryIndexes": [index]} if name == FILES else {}),
        )
    boto3.client("s3").create_bucket(Bucket=VIDEOS)
    function = lambda_of("MediaDownloader")
    function.files, function.devices = dynamodb.Table(FILES), dynamodb.Table(DEVICES)

    def load(name, **more):
        module = function.load(name, **ENVIRONMENT, **more)
        if hasattr(module, "functions"):
            requests.watch(module.functions, Invoke=(202, {}))
        return module, lambda event, **options: function.invoke(module.handler, event, **options)

    function.load_function = load
    return function


def invoked(requests):
    sent = [r for operation, r in requests.sent if operation == "Invoke"]
    return [(r.url.split("/functions/")[1].split("/")[0], json.loads(r.body)) for r in sent]


def webhook(body):
    return {"httpMethod": "POST", "path": "/webhook", "body": body, "requestContext": {"authorizer": {"principalId": "api-token"}}}  # fmt: skip


@pytest.mark.parametrize("url", [REQUESTED["url"], f"https://youtu.be/{VIDEO}", f"https://m.youtube.com/watch?t=1&v={VIDEO}"])  # fmt: skip
def test_an_article_requests_its_video(media, requests, traces, url):
    _, call = media.load_function("webhook_feedly", FILE_COORDINATOR="coordinator")
    answer = call(webhook(json.dumps({"articleURL": url, "articleTitle": "A song"})))
    assert answer["statusCode"] == 202 and json.loads(answer["body"]) == {"fileId": VIDEO, "status": "requested"}
    file = media.files.get_item(Key={"fileId": VIDEO})["Item"]
    assert datetime.fromisoformat(file.pop("requestedAt")).tzinfo
    assert file == {"fileId": VIDEO, "url": url, "title": "A song", "status": "requested"}
    assert invoked(requests) == [("coordinator", {"fileId": VIDEO})]

    assert traces.annotations("## handler") == {"videoId": VIDEO, "userId": "api-token"}
    assert traces.one("## handler")["annotations"]["ColdStart"] is True  # the filter of the stack's group
    assert traces.one("## handler")["metadata"]["media-downloader"]["url"] == url
    (headers,), (call,) = requests.headers("Invoke"), traces.calls("Invoke")
    assert trace_header_of(headers) == {"Root": media.trace_id, "Parent": call["id"], "Sampled": "1"}


@pytest.mark.parametrize(("status", "code", "times"), [("available", 200, 0), ("requested", 200, 0), ("failed", 202, 1)])  # fmt: skip
def test_a_video_is_fetched_once_unless_it_failed(media, requests, status, code, times):
    media.files.put_item(Item={**REQUESTED, "status": status})
    _, call = media.load_function("webhook_feedly", FILE_COORDINATOR="coordinator")
    assert call(webhook(json.dumps({"articleURL": REQUESTED["url"]})))["statusCode"] == code
    assert len(invoked(requests)) == times


@pytest.mark.parametrize(
    "body",
    [None, "x", "[]", "{}", '{"articleURL": "--exec=rm"}', '{"articleURL": "https://example.com/watch?v=abc"}',
     '{"articleURL": "https://evilyoutube.com/watch?v=abc"}', '{"articleURL": "https://youtube.com/watch?v=../x"}',
     '{"articleURL": "https://youtube.com/"}'],
)  # fmt: skip
def test_what_names_no_video_is_refused(media, requests, traces, body):
    _, call = media.load_function("webhook_feedly", FILE_COORDINATOR="coordinator")
    assert call(webhook(body))["statusCode"] == 400
    assert invoked(requests) == []
    assert traces.annotations("## handler")["error"] == "BadRequest" and "fault" not in traces.one("## handler")


def test_the_coordinator_starts_the_upload_of_a_file(media, requests, traces):
    _, call = media.load_function("file_coordinator", START_FILE_UPLOAD="upload")
    assert call({"fileId": VIDEO}) == {"started": [VIDEO]}
    assert invoked(requests) == [("upload", {"fileId": VIDEO})]
    assert traces.annotations("## handler") == {"videoId": VIDEO, "fileCount": 1}
    (headers,) = requests.headers("Invoke")
    assert trace_header_of(headers)["Root"] == media.trace_id


def test_the_coordinator_starts_all_that_wait_when_it_is_run_by_hand(media, requests):
    media.files.put_item(Item=REQUESTED)
    media.files.put_item(Item={**REQUESTED, "fileId": "done", "status": "available"})
    _, call = media.load_function("file_coordinator", START_FILE_UPLOAD="upload")
    assert call({}) == {"started": [VIDEO]}


def test_a_coordinator_that_may_not_invoke_shows_it_in_the_trace(media, requests, traces):
    _, call = media.load_function("file_coordinator", START_FILE_UPLOAD="upload")
    denied = {"Type": "User", "message": "not authorized to perform: lambda:InvokeFunction"}
    requests.answers["Invoke"] = (403, denied)
    with pytest.raises(ClientError, match="lambda:InvokeFunction"):
        call({"fileId": VIDEO})  # use case 2
    (invoke,) = traces.calls("Invoke")
    assert invoke["http"]["response"]["status"] == 403 and invoke["error"] is True
    assert traces.one("## handler")["fault"] is True


@pytest.fixture
def server():
    class Videos(BaseHTTPRequestHandler):
        def do_GET(self):
            if self.path.endswith("missing.mp4"):
                self.send_error(404)
                return
            self.send_response(200)
            self.send_header("Content-Type", "video/mp4")
            self.send_header("Content-Length", "5000")
            self.end_headers()
            if self.command == "GET":
                self.wfile.write(b"v" * 5000)

        do_HEAD = do_GET

        def log_message(self, *_):
            pass

    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Videos)
    threading.Thread(target=httpd.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{httpd.server_address[1]}"
    httpd.shutdown()
    httpd.server_close()


def endpoint(name):
    return f"arn:aws:sns:{REGION}:{ACCOUNT}:endpoint/APNS_SANDBOX/media-downloader-dev-apns/{name}"


@pytest.fixture(scope="session")
def wheel_of_yt_dlp():
    folder, memory = Path(yt_dlp.__file__).parent, io.BytesIO()
    with zipfile.ZipFile(memory, "w") as wheel:
        for file in folder.rglob("*.py"):
            wheel.write(file, file.relative_to(folder.parent))
    return memory.getvalue()


@pytest.fixture(scope="session")
def environment_of_lambda(tmp_path_factory):
    """/tmp of a warm one: to compile yt-dlp takes longer than all tests of it."""
    return str(tmp_path_factory.mktemp("tmp"))


@pytest.fixture
def upload(media, server, wheel_of_yt_dlp, environment_of_lambda, monkeypatch):
    media.files.put_item(Item={**REQUESTED, "url": f"{server}/song.mp4"})
    sns = boto3.client("sns")
    application = sns.create_platform_application(
        Name="media-downloader-dev-apns", Platform="APNS_SANDBOX", Attributes={}
    )["PlatformApplicationArn"]
    for name, enabled in (("phone", "true"), ("old-phone", "false")):
        made = sns.create_platform_endpoint(
            PlatformApplicationArn=application, Token=name, Attributes={"Enabled": enabled}
        )
        media.devices.put_item(Item={"deviceId": name, "endpointArn": made["EndpointArn"]})
    # yt-dlp as pip installs it makes the wheel that an operator uploads.
    tools = boto3.client("s3")
    tools.create_bucket(Bucket="tools")
    tools.put_object(Bucket="tools", Key="yt_dlp.whl", Body=wheel_of_yt_dlp)
    monkeypatch.setattr("tempfile.tempdir", environment_of_lambda)
    media.module, media.call = media.load_function("start_file_upload", TOOLS_BUCKET="tools")
    media.server = server
    return media


def test_a_video_is_fetched_stored_and_announced(upload, traces, requests):
    requests.watch(upload.module.sns)
    assert upload.call({"fileId": VIDEO}) == {"fileId": VIDEO, "size": 5000, "notified": 1}
    stored = boto3.client("s3").get_object(Bucket=VIDEOS, Key=f"{VIDEO}.mp4")["Body"].read()
    assert stored == b"v" * 5000
    file = upload.files.get_item(Key={"fileId": VIDEO})["Item"]
    assert (file["status"], file["key"], file["size"]) == ("available", f"{VIDEO}.mp4", 5000)

    assert traces.annotations("## handler") == {"videoId": VIDEO, "fileSize": 5000}
    fetched = traces.one("yt-dlp-download")
    assert fetched["annotations"] == {"videoId": VIDEO}
    assert fetched["metadata"]["default"]["url"] == f"{upload.server}/song.mp4"
    assert traces.annotations("s3-upload") == {"videoId": VIDEO, "fileSize": 5000}
    (put,) = traces.calls("PutObject")
    assert traces.path(put)[1:] == ["s3-upload", "## handler"]
    # Use case 4: one phone was told, the other's token has expired.
    assert traces.annotations("notify-devices") == {"videoId": VIDEO, "devicesNotified": 1, "endpointsDisabled": 1}
    headers = [trace_header_of(headers) for headers in requests.headers("Publish")]
    assert {header["Root"] for header in headers} == {upload.trace_id}


def test_a_notification_has_what_the_app_needs(upload):
    message = json.loads(upload.module.message({**REQUESTED, "size": 5000}))
    assert set(message) == {"default", "APNS", "APNS_SANDBOX"}
    assert json.loads(message["APNS"])["file"] == {"fileId": VIDEO, "title": "A song", "size": 5000}


def test_a_video_that_is_away_is_noted_and_fails(upload, traces):
    upload.files.put_item(Item={**REQUESTED, "url": f"{upload.server}/missing.mp4"})
    with pytest.raises(upload.module.DownloadFailed, match="404"):
        upload.call({"fileId": VIDEO})
    assert upload.files.get_item(Key={"fileId": VIDEO})["Item"]["status"] == "failed"
    fetched = traces.one("yt-dlp-download")
    assert fetched["fault"] is True and "404" in fetched["metadata"]["default"]["stderr"]
    assert traces.one("## handler")["fault"] is True
    assert traces.calls("PutObject") == []


def test_yt_dlp_is_fetched_once_for_each_environment(upload, traces, monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    for _ in range(2):
        assert upload.invoke(lambda event, context: upload.module.installed(), {}) == tmp_path / "yt-dlp"
    assert (tmp_path / "yt-dlp/yt_dlp/__main__.py").exists()
    assert len(traces.named("yt-dlp-fetch")) == 1


def test_without_yt_dlp_the_function_says_where_it_belongs(upload, traces, monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    boto3.client("s3").delete_object(Bucket="tools", Key="yt_dlp.whl")
    with pytest.raises(upload.module.ToolMissing, match="s3://tools/yt_dlp.whl"):
        upload.call({"fileId": VIDEO})
    assert traces.one("yt-dlp-fetch")["fault"] is True


def test_a_bucket_that_refuses_is_noted_and_fails(upload, traces, monkeypatch):
    monkeypatch.setenv("VIDEOS_BUCKET", "no-such-bucket")
    with pytest.raises(Exception, match="NoSuchBucket"):
        upload.call({"fileId": VIDEO})
    assert upload.files.get_item(Key={"fileId": VIDEO})["Item"]["status"] == "failed"
    assert traces.one("s3-upload")["fault"] is True


@pytest.fixture
def register(media):
    application = boto3.client("sns").create_platform_application(
        Name="media-downloader-dev-apns", Platform="APNS_SANDBOX", Attributes={}
    )["PlatformApplicationArn"]
    _, media.call = media.load_function("register_device", PLATFORM_APPLICATION_ARN=application)
    return media


def test_a_phone_is_registered(register, traces):
    answer = register.call({"body": json.dumps({"deviceId": "d-1", "token": "abc", "name": "Anna's phone"})})
    assert answer["statusCode"] == 201
    device = register.devices.get_item(Key={"deviceId": "d-1"})["Item"]
    assert device["endpointArn"] == json.loads(answer["body"])["endpointArn"]
    assert boto3.client("sns").get_endpoint_attributes(EndpointArn=device["endpointArn"])["Attributes"]["Token"] == "abc"
    assert traces.annotations("## handler") == {"deviceId": "d-1"}
    (create,) = traces.calls("CreatePlatformEndpoint")
    assert traces.path(create)[1:] == ["create-platform-endpoint", "## handler"]


@pytest.mark.parametrize("body", [None, "x", '{"deviceId": "d-1"}', '{"token": "abc"}', '{"deviceId": 1, "token": "a"}'])  # fmt: skip
def test_what_is_no_phone_is_refused(register, body):
    assert register.call({"body": body})["statusCode"] == 400
    assert register.devices.scan()["Count"] == 0


METHOD = f"arn:aws:execute-api:{REGION}:{ACCOUNT}:api123/dev/GET/files"


@pytest.fixture
def authorize(media):
    secret = boto3.client("secretsmanager").create_secret(Name="media-downloader-token", SecretString="s3cret")
    # Without its random suffix, as the stack has it.
    partial = secret["ARN"].rsplit("-", 1)[0]
    _, media.call = media.load_function("authorizer_api_token", API_TOKEN_SECRET_ARN=partial)
    return media


@pytest.mark.parametrize(
    ("token", "effect", "principal"),
    [("s3cret", "Allow", "api-token"), ("Bearer s3cret", "Allow", "api-token"), ("wrong", "Deny", "unknown"),
     ("", "Deny", "unknown"), ("s3cret ", "Deny", "unknown"), ("größe", "Deny", "unknown")],
)  # fmt: skip
def test_the_token_opens_the_whole_stage_and_nothing_else_does(authorize, traces, token, effect, principal):
    answer = authorize.call({"type": "TOKEN", "authorizationToken": token, "methodArn": METHOD})
    assert answer["principalId"] == principal
    (statement,) = answer["policyDocument"]["Statement"]
    assert statement == {
        "Action": "execute-api:Invoke", "Effect": effect,
        "Resource": f"arn:aws:execute-api:{REGION}:{ACCOUNT}:api123/dev/*",
    }  # fmt: skip
    assert traces.annotations("## handler") == {"authorization": effect}
    assert "s3cret" not in json.dumps(traces.all())


def test_a_token_that_cannot_be_read_is_a_fault_and_lets_nobody_in(authorize, traces, monkeypatch):
    monkeypatch.setenv("API_TOKEN_SECRET_ARN", "arn:aws:secretsmanager:us-east-1:123456789012:secret:other")
    with pytest.raises(ClientError):
        authorize.call({"type": "TOKEN", "authorizationToken": "s3cret", "methodArn": METHOD})
    assert traces.one("## handler")["fault"] is True


def test_what_is_there_is_listed_newest_first(media, traces):
    for name, at in (("old", "2026-11-01"), ("new", "2026-11-02")):
        media.files.put_item(
            Item={**REQUESTED, "fileId": name, "status": "available", "key": f"{name}.mp4", "size": 5, "availableAt": at}
        )
    media.files.put_item(Item=REQUESTED)
    boto3.client("s3").put_object(Bucket=VIDEOS, Key="new.mp4", Body=b"video")
    _, call = media.load_function("list_files")
    answer = call({"httpMethod": "GET", "path": "/files"})
    files = json.loads(answer["body"])["files"]
    assert [file["fileId"] for file in files] == ["new", "old"]
    assert files[0]["url"].startswith(f"https://{VIDEOS}.s3") and "X-Amz-Signature=" in files[0]["url"]
    assert traces.annotations("files-query") == {"fileCount": 2}


# A process of its own, for the SDK that other tests have patched into boto3 stays there.
PASSES_THROUGH = """
import sys
import function_harness
from function_harness import Lambda, Requests, Traces
import pytest
from moto import mock_aws

with mock_aws(), pytest.MonkeyPatch.context() as patched:
    function, requests = Lambda("MediaDownloader", patched), Requests()
    module = function.load("file_coordinator", FILES_TABLE="files", START_FILE_UPLOAD="upload", ENABLE_XRAY="false")
    requests.watch(module.functions, Invoke=(202, {}))
    function.invoke(module.handler, {"fileId": "a"})
    (headers,) = requests.headers("Invoke")
    header = function_harness.trace_header_of(headers)
    assert header == {"Root": function.trace_id, "Parent": function.parent, "Sampled": "1"}, header
    assert Traces().all() == []
    assert "aws_xray_sdk.ext.botocore" not in sys.modules, "boto3 is patched"
"""


def test_without_x_ray_the_trace_is_handed_on_and_nothing_is_recorded():
    folder = Path(function_harness.__file__).parent
    done = subprocess.run([sys.executable, "-c", PASSES_THROUGH], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
