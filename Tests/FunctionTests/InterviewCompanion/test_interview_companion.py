"""Signing in, and what becomes of a recording."""

import base64
import io
import json
from datetime import datetime

import boto3
import pytest
from botocore.exceptions import ClientError
from botocore.response import StreamingBody
from botocore.stub import ANY, Stubber
from function_harness import ACCOUNT, REGION, trace_header_of

BUS = "interview-companion-dev-auth-events"
ROLE = f"arn:aws:iam::{ACCOUNT}:role/interview-companion-dev-macos-app"
USER = {
    "sub": "firebase|uid/1",
    "email": "anna@example.com",
    "name": "Anna",
    "firebase": {"sign_in_provider": "google.com"},
}


def jwt(claims):
    def part(value):
        return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()

    return f"{part({'alg': 'RS256'})}.{part(claims)}.c2lnbmF0dXJl"


def request(body, **more):
    return {"version": "2.0", "routeKey": "POST /auth/exchange", "body": body, **more}


@pytest.fixture
def exchange(lambda_of, requests):
    boto3.client("events").create_event_bus(Name=BUS)
    function = lambda_of("InterviewCompanion")
    module = function.load("auth_exchange", MACOS_APP_ROLE_ARN=ROLE, SESSION_DURATION="3600", EVENT_BUS_NAME=BUS)
    requests.watch(module.events)
    requests.watch(module.sts)
    function.module = module
    function.call = lambda event: function.invoke(module.lambda_handler, event)
    return function


def test_a_token_is_exchanged_for_credentials(exchange, traces, requests):
    answer = exchange.call(request(json.dumps({"idToken": jwt(USER)})))
    assert answer["statusCode"] == 200
    assert answer["headers"]["Cache-Control"] == "no-store"
    body = json.loads(answer["body"])
    assert set(body) == {"accessKeyId", "secretAccessKey", "sessionToken", "expiration", "assumedRoleArn"}
    assert datetime.fromisoformat(body["expiration"]).tzinfo
    assert body["assumedRoleArn"].endswith("assumed-role/interview-companion-dev-macos-app/firebase_uid_1")

    assert traces.annotations("auth_exchange") == {"user_id": "firebase|uid/1", "auth_result": "success"}
    assert traces.one("auth_exchange")["metadata"]["default"] == {"firebase_provider": "google.com"}
    (assumed,) = traces.calls("AssumeRoleWithWebIdentity")
    assert traces.path(assumed) == ["sts", "sts_assume_role", "auth_exchange"]
    (put,) = traces.calls("PutEvents")
    assert traces.path(put) == ["events", "emit_user_signed_in_event", "auth_exchange"]
    (headers,) = requests.headers("PutEvents")
    assert trace_header_of(headers) == {"Root": exchange.trace_id, "Parent": put["id"], "Sampled": "1"}


def test_the_event_is_the_one_that_the_rule_waits_for(exchange, requests):
    exchange.call(request(json.dumps({"idToken": jwt(USER)})))
    (sent,) = [json.loads(r.body) for operation, r in requests.sent if operation == "PutEvents"]
    (entry,) = sent["Entries"]
    assert (entry["Source"], entry["DetailType"]) == ("interview-companion.auth", "user.signed_in")
    detail = json.loads(entry["Detail"])
    assert datetime.fromisoformat(detail.pop("timestamp")).tzinfo
    assert detail == {
        "userId": "firebase|uid/1",
        "email": "anna@example.com",
        "displayName": "Anna",
        "provider": "google.com",
    }


@pytest.mark.parametrize(
    "body",
    [None, "no json", "[]", "{}", '{"idToken": 3}', '{"idToken": "a.b"}', '{"idToken": "a.!!!.c"}',
     json.dumps({"idToken": jwt({"email": "a@example.com"})}), json.dumps({"idToken": jwt([])})],
)  # fmt: skip
def test_what_is_no_token_is_refused_before_sts_is_asked(exchange, traces, body):
    answer = exchange.call(request(body))
    assert answer["statusCode"] == 400
    assert traces.annotations("auth_exchange") == {"auth_result": "validation_error", "error_type": "ValueError"}
    assert traces.calls("AssumeRoleWithWebIdentity") == []
    assert "fault" not in traces.one("auth_exchange")


def test_a_body_may_come_in_base_64(exchange):
    body = base64.b64encode(json.dumps({"idToken": jwt(USER)}).encode()).decode()
    assert exchange.call(request(body, isBase64Encoded=True))["statusCode"] == 200


@pytest.mark.parametrize(
    ("code", "status", "exception"),
    [
        ("InvalidIdentityToken", 401, "InvalidIdentityTokenException"),
        ("ExpiredTokenException", 401, "ExpiredTokenException"),
        ("AccessDenied", 403, "ClientError"),
    ],
)
def test_a_token_that_sts_refuses_is_a_failure_that_can_be_searched_for(exchange, traces, code, status, exception):
    with Stubber(exchange.module.sts) as sts:
        sts.add_client_error("assume_role_with_web_identity", code)
        answer = exchange.call(request(json.dumps({"idToken": jwt(USER)})))
    assert answer["statusCode"] == status
    assert traces.annotations("auth_exchange") == {
        "user_id": "firebase|uid/1",
        "auth_result": "failure",
        "error_code": code,
    }
    assert traces.exception("sts_assume_role") == exception
    assert "emit_user_signed_in_event" not in traces.names()


def test_trouble_of_sts_is_a_fault(exchange, traces):
    with Stubber(exchange.module.sts) as sts:
        sts.add_client_error("assume_role_with_web_identity", "InternalFailure")
        with pytest.raises(ClientError):
            exchange.call(request(json.dumps({"idToken": jwt(USER)})))
    assert traces.annotations("auth_exchange")["error_code"] == "InternalFailure"
    assert traces.one("auth_exchange")["fault"] is True


def test_an_event_that_the_bus_refuses_is_a_fault(exchange, traces):
    refusal = {"FailedEntryCount": 1, "Entries": [{"ErrorCode": "InternalFailure", "ErrorMessage": "later"}]}
    with Stubber(exchange.module.events) as events:
        events.add_response("put_events", refusal)
        with pytest.raises(exchange.module.EventNotPublished):
            exchange.call(request(json.dumps({"idToken": jwt(USER)})))
    assert traces.one("emit_user_signed_in_event")["fault"] is True


@pytest.mark.parametrize("user_id", ["u", "a" * 200, "größe|1"])
def test_sts_takes_every_session_name(exchange, requests, user_id):
    assert exchange.call(request(json.dumps({"idToken": jwt({"sub": user_id})})))["statusCode"] == 200
    name = exchange.module.session_name(user_id)
    assert 2 <= len(name) <= 64 and name.isascii()


USERS = "interview-companion-dev-users"
SIGNED_IN = {
    "detail": {
        "userId": "uid-1", "email": "anna@example.com", "timestamp": "2026-11-02T08:00:00+00:00",
        "displayName": "Anna", "provider": "google.com",
    }
}  # fmt: skip


def table(name, *keys):
    return boto3.resource("dynamodb").create_table(
        TableName=name,
        BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[{"AttributeName": key, "AttributeType": "S"} for key in keys],
        KeySchema=[{"AttributeName": key, "KeyType": kind} for key, kind in zip(keys, ("HASH", "RANGE"))],
    )


@pytest.fixture
def profile(lambda_of):
    users = table(USERS, "userId")
    function = lambda_of("InterviewCompanion")
    module = function.load("user_profile", USERS_TABLE=USERS)
    function.call = lambda event: function.invoke(module.handler, event)
    function.users = users
    return function


def test_the_first_sign_in_makes_a_profile(profile, traces):
    assert profile.call(SIGNED_IN)["statusCode"] == 200
    assert profile.users.get_item(Key={"userId": "uid-1"})["Item"] == {
        "userId": "uid-1",
        "email": "anna@example.com",
        "displayName": "Anna",
        "provider": "google.com",
        "createdAt": "2026-11-02T08:00:00+00:00",
        "lastLoginDate": "2026-11-02T08:00:00+00:00",
    }
    assert traces.annotations("user_profile") == {
        "user_id": "uid-1",
        "event_source": "EventBridge",
        "action": "created",
    }
    assert traces.one("user_profile")["metadata"]["default"] == {"user_email": "anna@example.com"}
    (get,), (put,) = traces.calls("GetItem"), traces.calls("PutItem")
    assert traces.path(get) == ["dynamodb", "dynamodb_get_user", "user_profile"]
    assert traces.path(put) == ["dynamodb", "dynamodb_put_user", "user_profile"]


def test_the_next_sign_in_keeps_when_the_profile_was_made(profile, traces):
    profile.call(SIGNED_IN)
    profile.call({"detail": {**SIGNED_IN["detail"], "timestamp": "2026-11-03T09:30:00+00:00"}})
    item = profile.users.get_item(Key={"userId": "uid-1"})["Item"]
    assert item["createdAt"] == "2026-11-02T08:00:00+00:00"
    assert item["lastLoginDate"] == "2026-11-03T09:30:00+00:00"
    assert traces.named("user_profile")[1]["annotations"]["action"] == "updated"


def test_a_table_that_refuses_fails_the_invocation(profile, traces):
    profile.users.delete()
    with pytest.raises(ClientError):
        profile.call(SIGNED_IN)
    assert traces.one("user_profile")["fault"] is True
    assert traces.exception("dynamodb_get_user") == "ResourceNotFoundException"


MACHINE = f"arn:aws:states:{REGION}:{ACCOUNT}:stateMachine:interview-companion-dev-processing-pipeline"
UPLOADED = {
    "Records": [
        {"s3": {"bucket": {"name": "recordings"}, "object": {"key": "recordings/uid-1/job+talk.m4a", "sequencer": "1"}}}
    ]
}
RECORDING = {
    "bucket": "recordings",
    "key": "recordings/uid-1/job talk.m4a",
    "userId": "uid-1",
    "meetingId": "job talk",
}


@pytest.fixture
def pipeline(lambda_of):
    trust = json.dumps({"Version": "2012-10-17", "Statement": []})
    role = boto3.client("iam").create_role(RoleName="pipeline", AssumeRolePolicyDocument=trust)["Role"]["Arn"]
    definition = json.dumps({"StartAt": "End", "States": {"End": {"Type": "Succeed"}}})
    machines = boto3.client("stepfunctions")
    machines.create_state_machine(name=MACHINE.rsplit(":")[-1], definition=definition, roleArn=role)
    function = lambda_of("InterviewCompanion")
    module = function.load("start_processing", STATE_MACHINE_ARN=MACHINE)
    function.call = lambda event: function.invoke(module.handler, event)
    function.machines, function.module = machines, module
    return function


def test_an_upload_starts_the_pipeline_in_its_own_trace(pipeline, traces, requests):
    requests.watch(pipeline.module.step_functions)
    (execution,) = pipeline.call(UPLOADED)["executions"]
    started = pipeline.machines.describe_execution(executionArn=execution)
    assert json.loads(started["input"]) == RECORDING
    subsegment = traces.one("start_execution")
    (sent,) = [json.loads(r.body) for operation, r in requests.sent if operation == "StartExecution"]
    header = trace_header_of({"X-Amzn-Trace-Id": sent["traceHeader"]})
    assert header == {"Root": pipeline.trace_id, "Parent": subsegment["id"], "Sampled": "1"}
    assert traces.annotations("start_processing") == {"user_id": "uid-1", "meeting_id": "job talk"}


def test_an_upload_that_is_reported_twice_is_processed_once(pipeline):
    assert pipeline.call(UPLOADED) == pipeline.call(UPLOADED)


def test_an_upload_that_belongs_to_nobody_fails(pipeline, traces):
    stray = {"Records": [{"s3": {"bucket": {"name": "recordings"}, "object": {"key": "recordings/stray.m4a"}}}]}
    with pytest.raises(ValueError, match="stray"):
        pipeline.call(stray)
    assert traces.one("start_processing")["fault"] is True


def test_what_is_not_sampled_hands_that_decision_on(pipeline, requests, traces):
    requests.watch(pipeline.module.step_functions)
    pipeline.invoke(pipeline.module.handler, UPLOADED, sampled=0)
    (sent,) = [json.loads(r.body) for operation, r in requests.sent if operation == "StartExecution"]
    assert "Sampled=0" in sent["traceHeader"] and pipeline.trace_id in sent["traceHeader"]
    assert traces.all() == []


FUNCTION = "interview-companion-dev-start-transcribe"


@pytest.fixture
def transcribe(lambda_of):
    function = lambda_of("InterviewCompanion")
    module = function.load("start_transcribe", TRANSCRIPTS_BUCKET="recordings", TRANSCRIPTS_PREFIX="transcripts/")
    function.call = lambda event: function.invoke(module.handler, event, name=FUNCTION)
    return function


def test_a_recording_is_written_down(transcribe, traces):
    answer = transcribe.call(RECORDING)
    assert answer["jobName"].startswith(f"{FUNCTION}-")
    assert answer["transcriptKey"] == "transcripts/uid-1/job talk.json"
    job = boto3.client("transcribe").get_transcription_job(TranscriptionJobName=answer["jobName"])["TranscriptionJob"]
    assert job["Media"]["MediaFileUri"] == "s3://recordings/recordings/uid-1/job talk.m4a"
    assert traces.annotations("start_transcribe") == {"user_id": "uid-1", "meeting_id": "job talk"}
    (call,) = traces.calls("StartTranscriptionJob")
    assert traces.path(call) == ["transcribe", "start_transcription_job", "start_transcribe"]


def test_a_job_that_is_there_is_the_one_that_was_asked_for(transcribe):
    assert transcribe.call(RECORDING) == transcribe.call(RECORDING)


MEETINGS = "interview-companion-dev-meetings"
STATE = {**RECORDING, "transcription": {"Payload": {"jobName": "j", "transcriptKey": "transcripts/uid-1/job talk.json"}}}


@pytest.fixture
def summarize(lambda_of):
    meetings = table(MEETINGS, "userId", "meetingId")
    s3 = boto3.client("s3")
    s3.create_bucket(Bucket="recordings")
    transcript = {"results": {"transcripts": [{"transcript": "Why this job? Because."}]}}
    s3.put_object(Bucket="recordings", Key="transcripts/uid-1/job talk.json", Body=json.dumps(transcript))
    function = lambda_of("InterviewCompanion")
    function.module = function.load("bedrock_summarize", MODEL_ID="us.model", MEETINGS_TABLE=MEETINGS)
    function.meetings = meetings

    def call(answer):
        body = json.dumps(answer).encode()
        with Stubber(function.module.bedrock) as bedrock:
            bedrock.add_response(
                "invoke_model",
                {"body": StreamingBody(io.BytesIO(body), len(body)), "contentType": "application/json"},
                {"modelId": "us.model", "body": ANY},
            )
            return function.invoke(function.module.handler, STATE)

    function.call = call
    return function


def test_a_transcript_is_summed_up_and_kept_with_its_meeting(summarize, traces):
    answer = {
        "content": [{"type": "text", "text": "A short talk."}],
        "stop_reason": "end_turn",
        "usage": {"input_tokens": 50, "output_tokens": 4},
    }
    assert summarize.call(answer) == {"summaryLength": 13}
    item = summarize.meetings.get_item(Key={"userId": "uid-1", "meetingId": "job talk"})["Item"]
    assert item["summary"] == "A short talk." and datetime.fromisoformat(item["summarizedAt"]).tzinfo
    assert traces.annotations("bedrock_summarize") == {"user_id": "uid-1", "meeting_id": "job talk"}
    assert traces.annotations("bedrock_invoke_model") == {"input_tokens": 50, "output_tokens": 4}
    (read,) = traces.calls("GetObject")
    assert traces.path(read)[1:] == ["read_transcript", "bedrock_summarize"]
    (update,) = traces.calls("UpdateItem")
    assert traces.path(update)[1:] == ["dynamodb_update_meeting", "bedrock_summarize"]


def test_half_a_summary_is_none(summarize, traces):
    answer = {"content": [{"type": "text", "text": "A sho"}], "stop_reason": "max_tokens"}
    with pytest.raises(summarize.module.Incomplete):
        summarize.call(answer)
    assert traces.one("bedrock_summarize")["fault"] is True
    assert "Item" not in summarize.meetings.get_item(Key={"userId": "uid-1", "meetingId": "job talk"})
