"""From a Firebase token to AWS credentials and a profile."""

from __future__ import annotations

from ..requirement import requirement


@requirement("S0-6", "S0-13", "S0-17")
def tokens_are_exchanged_behind_a_throttled_http_api(account):
    gateway = account.client("apigatewayv2")
    [api] = [a for a in gateway.get_apis()["Items"] if a["Name"].startswith(account.prefix)]
    if api["ProtocolType"] != "HTTP":
        yield f"the API is {api['ProtocolType']}"
    [route] = gateway.get_routes(ApiId=api["ApiId"])["Items"]
    [integration] = gateway.get_integrations(ApiId=api["ApiId"])["Items"]
    function = account.functions["auth-exchange"]
    if route["RouteKey"] != "POST /auth/exchange" or route["Target"] != f"integrations/{integration['IntegrationId']}":
        yield f"the route is {route}"
    if function["FunctionArn"] not in integration["IntegrationUri"]:
        yield f"the route calls {integration['IntegrationUri']}"
    if not any(":execute-api:" in arn for arn in account.callers(function["FunctionArn"])):
        yield "the API may not call auth-exchange"
    if not function["Timeout"] * 1000 < integration["TimeoutInMillis"] <= 30_000:
        yield f"auth-exchange outlives its API: {function['Timeout']} s of {integration['TimeoutInMillis']} ms"
    [stage] = gateway.get_stages(ApiId=api["ApiId"])["Items"]
    settings = stage["DefaultRouteSettings"]
    got = [settings.get(k) for k in ("ThrottlingBurstLimit", "ThrottlingRateLimit", "DetailedMetricsEnabled")]
    if got != [100, 50, True]:
        yield f"burst, rate and detailed metrics are {got}, not 100, 50 and on"


@requirement("S0-7")
def whoever_signs_in_gets_a_profile(account):
    if account.buses != [f"{account.prefix}auth-events"]:
        yield f"the buses are {account.buses}"
    bus = account.client("events").describe_event_bus(Name=account.buses[0])["Arn"]
    found = [(kinds, function) for _, kinds, function in account.targets(account.buses[0])]
    if (["user.signed_in"], "user-profile") not in found:
        yield f"the bus calls {found}"
    if not account.may("auth-exchange", "events:PutEvents", bus):
        yield "auth-exchange may not tell who signed in"
    if account.may("auth-exchange", "events:PutEvents", bus.replace("auth-events", "other")):
        yield "auth-exchange may tell anybody"


@requirement("S0-8")
def data_is_where_the_document_says(account):
    dynamodb = account.client("dynamodb")
    for name in ("meetings", "users"):
        table = dynamodb.describe_table(TableName=f"{account.prefix}{name}")["Table"]
        if table["KeySchema"][0] != {"AttributeName": "userId", "KeyType": "HASH"}:
            yield f"table '{name}' has the key {table['KeySchema']}"
        if table.get("DeletionProtectionEnabled", False) != (account.environment == "prod"):
            yield f"table '{name}' is protected: {table.get('DeletionProtectionEnabled')}"
        backups = dynamodb.describe_continuous_backups(TableName=table["TableName"])["ContinuousBackupsDescription"]
        if backups["PointInTimeRecoveryDescription"]["PointInTimeRecoveryStatus"] != "ENABLED":
            yield f"table '{name}' cannot be recovered"
    users = dynamodb.describe_table(TableName=f"{account.prefix}users")["Table"]["TableArn"]
    for action in ("dynamodb:GetItem", "dynamodb:PutItem"):
        if not account.may("user-profile", action, users):
            yield f"user-profile may not {action}"
        if account.may("user-profile", action, users.replace("users", "meetings")):
            yield f"user-profile may {action} of meetings"
    if account.variables("user-profile").get("USERS_TABLE") != f"{account.prefix}users":
        yield "user-profile does not know its table"
    block = account.client("s3").get_public_access_block(Bucket=account.bucket("recordings"))
    if not all(block["PublicAccessBlockConfiguration"].values()):
        yield f"recordings may be made public: {block['PublicAccessBlockConfiguration']}"


@requirement("S0-9")
def the_app_becomes_a_role_of_its_firebase_users(account):
    variables = account.variables("auth-exchange")
    arn, session = variables["MACOS_APP_ROLE_ARN"], int(variables["SESSION_DURATION"])
    iam = account.client("iam")
    role = iam.get_role(RoleName=arn.rpartition("/")[2])["Role"]
    if not 900 <= session <= role["MaxSessionDuration"]:
        yield f"sessions of {session} s, of a role that gives {role['MaxSessionDuration']}"
    [trust] = role["AssumeRolePolicyDocument"]["Statement"]
    provider = iam.get_open_id_connect_provider(OpenIDConnectProviderArn=trust["Principal"]["Federated"])
    if not provider["Url"].removeprefix("https://").startswith("securetoken.google.com/"):
        yield f"the app's users are those of {provider['Url']}"
    conditions = trust.get("Condition", {}).get("StringEquals", {})
    audiences = [v for k, v in conditions.items() if k.endswith(":aud")]
    if trust["Action"] not in ("sts:AssumeRoleWithWebIdentity", ["sts:AssumeRoleWithWebIdentity"]) or not audiences:
        yield f"the role trusts {trust}"
    if provider["ClientIDList"] != audiences:
        yield f"the role takes tokens for {audiences}, the provider for {provider['ClientIDList']}"
    # what it may do, it may do with the user's own things alone
    for policy in account.policies(role["RoleName"]):
        for statement in policy["Statement"]:
            if ":sub}" not in str(statement):
                yield f"the app may {statement} of every user"
