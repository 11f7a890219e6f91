"""From the webhook to the notification."""

from __future__ import annotations

from fnmatch import fnmatchcase

from ..requirement import requirement
from ..watched import logs_that_never_expire, rest_methods


@requirement("UC2")
def functions_may_invoke_the_next_and_no_other(account):
    for caller, callee in (("WebhookFeedly", "FileCoordinator"), ("FileCoordinator", "StartFileUpload")):
        for name, function in account.functions.items():
            may = account.may(caller, "lambda:InvokeFunction", function["FunctionArn"])
            if may != (name == callee):
                yield f"'{caller}' {'may' if may else 'may not'} invoke '{name}'"
        if account.functions[callee]["FunctionName"] not in account.variables(caller).values():
            yield f"'{caller}' does not know what '{callee}' is called"


@requirement("architecture")
def the_api_leads_to_its_functions_past_the_authorizer(account):
    gateway = account.client("apigateway")
    called = {}
    for path, verb, method in rest_methods(account):
        uri = method["methodIntegration"]["uri"]
        called[f"{verb} {path}"] = next(n for n, f in account.functions.items() if f["FunctionArn"] in uri)
        if method["authorizationType"] != "CUSTOM":
            yield f"{verb} {path} is not behind AuthorizerAPIToken: {method['authorizationType']}"
    if called != {"POST /webhook": "WebhookFeedly", "POST /devices": "RegisterDevice", "GET /files": "ListFiles"}:
        yield f"the API calls {called}"
    arn = account.functions["AuthorizerAPIToken"]["FunctionArn"]
    for api in gateway.get_rest_apis()["items"]:
        judges = gateway.get_authorizers(restApiId=api["id"])["items"]
        if not judges or not all(arn in j["authorizerUri"] for j in judges):
            yield f"AuthorizerAPIToken does not judge for '{api['name']}'"


@requirement("architecture")
def uploads_reach_their_bucket_and_their_tables(account):
    variables = account.variables("StartFileUpload")
    videos = f"arn:aws:s3:::{variables['VIDEOS_BUCKET']}"
    if not account.may("StartFileUpload", "s3:PutObject", f"{videos}/video.mp4"):
        yield f"'StartFileUpload' may not write to {videos}"
    account.client("s3").head_bucket(Bucket=variables["VIDEOS_BUCKET"])
    table = account.client("dynamodb").describe_table(TableName=variables["FILES_TABLE"])["Table"]["TableArn"]
    for name, action in (("WebhookFeedly", "dynamodb:Query"), ("ListFiles", "dynamodb:Query")):
        if not account.may(name, action, table):
            yield f"'{name}' may not {action} {table}"


@requirement("UC4")
def notifications_may_go_to_apple_alone(account):
    application = account.variables("RegisterDevice")["PLATFORM_APPLICATION_ARN"]
    platform = "APNS" if account.environment == "prod" else "APNS_SANDBOX"
    if not fnmatchcase(application, f"arn:aws:sns:{account.region}:*:app/{platform}/*"):
        yield f"the application is '{application}'"
    if not account.may("RegisterDevice", "sns:CreatePlatformEndpoint", application):
        yield f"'RegisterDevice' may not register devices at {application}"
    endpoint = application.replace(":app/", ":endpoint/") + "/0123"
    if not account.may("StartFileUpload", "sns:Publish", endpoint):
        yield f"'StartFileUpload' may not publish to {endpoint}"
    if account.may("StartFileUpload", "sns:Publish", f"arn:aws:sns:{account.region}:123456789012:any-topic"):
        yield "'StartFileUpload' may publish to any topic"


@requirement("R5")
def logs_go_on(account):
    yield from logs_that_never_expire(account)
