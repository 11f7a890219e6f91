"""What the macOS app is configured with."""

from __future__ import annotations

from ..requirement import requirement


@requirement("S0-6", "S0-9")
def the_app_finds_the_exchange_and_its_data(account):
    [api] = [a for a in account.client("apigatewayv2").get_apis()["Items"] if a["Name"].startswith(account.prefix)]
    url = f"{api['ApiEndpoint']}/auth/exchange"
    if account.outputs["auth_exchange_url"] != url:
        yield f"tokens are exchanged at {account.outputs['auth_exchange_url']}, not at {url}"
    role = account.variables("auth-exchange")["MACOS_APP_ROLE_ARN"]
    shown = {
        "macos_app_role_arn": role,
        "recordings_bucket": account.bucket("recordings"),
        "meetings_table": f"{account.prefix}meetings",
        "region": account.region,
    }
    for name, value in shown.items():
        if account.outputs[name] != value:
            yield f"{name} is {account.outputs[name]}, not {value}"
    account.client("s3").head_bucket(Bucket=account.outputs["recordings_bucket"])
