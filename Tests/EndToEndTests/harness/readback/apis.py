"""API Gateway, REST and HTTP."""

from __future__ import annotations

from .reader import first


def rest_stage(v, reader):
    found = reader.client("apigateway", v["arn"]).get_stage(restApiId=v["rest_api_id"], stageName=v["stage_name"])
    yield "xray_tracing_enabled", v["xray_tracing_enabled"] or False, found.get("tracingEnabled", False)


def method(v, reader):
    found = reader.client("apigateway").get_method(
        restApiId=v["rest_api_id"], resourceId=v["resource_id"], httpMethod=v["http_method"]
    )
    yield "authorization", v["authorization"], found["authorizationType"]
    yield "api_key_required", v["api_key_required"] or False, found.get("apiKeyRequired", False)


def integration(v, reader):
    found = reader.client("apigateway").get_integration(
        restApiId=v["rest_api_id"], resourceId=v["resource_id"], httpMethod=v["http_method"]
    )
    yield "type", v["type"], found["type"]
    yield "uri", v["uri"] or "", found.get("uri") or ""


def integration_response(v, reader):
    found = reader.client("apigateway").get_integration_response(
        restApiId=v["rest_api_id"],
        resourceId=v["resource_id"],
        httpMethod=v["http_method"],
        statusCode=v["status_code"],
    )
    yield "response_parameters", v["response_parameters"] or {}, found.get("responseParameters") or {}


def authorizer(v, reader):
    found = reader.client("apigateway").get_authorizer(restApiId=v["rest_api_id"], authorizerId=v["id"])
    yield "type", v["type"], found["type"]
    yield "provider_arns", sorted(v["provider_arns"] or []), sorted(found.get("providerARNs", []))
    yield "authorizer_uri", v["authorizer_uri"] or "", found.get("authorizerUri") or ""


def http_api(v, reader):
    found = reader.client("apigatewayv2", f"arn:aws:apigateway:{reader.region}::/apis").get_api(ApiId=v["id"])
    yield "protocol_type", v["protocol_type"], found["ProtocolType"]
    declared, cors = first(v["cors_configuration"]), found.get("CorsConfiguration", {})
    yield "allow_headers", lower(declared.get("allow_headers")), lower(cors.get("AllowHeaders"))
    yield "allow_origins", lower(declared.get("allow_origins")), lower(cors.get("AllowOrigins"))


def http_route(v, reader):
    routes = reader.client("apigatewayv2").get_routes(ApiId=v["api_id"])["Items"]
    yield "route_key", True, v["route_key"] in [r["RouteKey"] for r in routes]


def lower(names):
    return sorted(n.lower() for n in names or [])


CHECKS = {
    "aws_api_gateway_authorizer": authorizer,
    "aws_api_gateway_stage": rest_stage,
    "aws_api_gateway_method": method,
    "aws_api_gateway_integration": integration,
    "aws_api_gateway_integration_response": integration_response,
    "aws_apigatewayv2_api": http_api,
    "aws_apigatewayv2_route": http_route,
}
