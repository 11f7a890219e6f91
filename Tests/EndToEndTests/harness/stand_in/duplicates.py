"""Requests to make what is there already, which moto takes and AWS refuses.

Where neither this table nor moto refuses a repetition, AWS takes it too: CreateTopic, CreateQueue and Subscribe answer
with what is there, and Put… calls write the same again.
"""

from __future__ import annotations

from moto.awslambda.exceptions import UnknownFunctionException
from moto.backends import get_backend

from .account import ACCOUNT
from .errors import AwsError


def refuse_duplicate(service, operation, params, region):
    check = CHECKS.get((service, operation))
    if check:
        check(get_backend(service)[ACCOUNT][region], params)


def function_of(backend, params):
    try:
        return backend.get_function(params["FunctionName"], params.get("Qualifier"))
    except UnknownFunctionException:
        return None  # moto says so


def check_permission(backend, p):
    function = function_of(backend, p)
    if function and any(s.get("Sid") == p["StatementId"] for s in function.policy.statements):
        raise AwsError(
            "ResourceConflictException",
            f"The statement id ({p['StatementId']}) provided already exists. "
            "Please provide a new statement id, or remove the existing statement.",
            409,
        )


def check_function_url(backend, p):
    function = function_of(backend, p)
    if function and function.url_config:
        raise AwsError("ResourceConflictException", "FunctionUrlConfig exists for this Lambda function", 409)


def check_event_source(backend, p):
    function = function_of(backend, p)
    source = p.get("EventSourceArn")
    for mapping in backend.list_event_source_mappings(source, None) if function and source else []:
        if mapping.function_arn == function.function_arn:
            raise AwsError(
                "ResourceConflictException",
                f'An event source mapping with event source arn (" {source} ") and function name '
                f'(" {function.function_name} ") already exists. '
                f"Please update or delete the existing mapping with UUID {mapping.uuid}",
                409,
            )


def conflict(text):
    return AwsError("ConflictException", text, 409)


def check_api_resource(backend, p):
    resources = backend.apis[p["restApiId"]].resources.values() if p["restApiId"] in backend.apis else []
    if any(r.parent_id == p["parentId"] and r.path_part == p["pathPart"] for r in resources):
        raise conflict(f"Another resource with the same parent already has this name: {p['pathPart']}")


def method_of(backend, p):
    api = backend.apis.get(p["restApiId"])
    resource = api.resources.get(p["resourceId"]) if api else None
    return resource.resource_methods.get(p["httpMethod"]) if resource else None


def check_method(backend, p):
    if method_of(backend, p):
        raise conflict("Method already exists for this resource")


def check_method_response(backend, p):
    method = method_of(backend, p)
    if method and p["statusCode"] in method.method_responses:
        raise conflict("Response already exists for this resource")


def check_method_to_delete(backend, p):
    if not method_of(backend, p):
        raise AwsError("NotFoundException", "Invalid Method identifier specified", 404)


def check_api_to_delete(backend, p):
    if p["restApiId"] not in backend.apis:
        raise AwsError("NotFoundException", "Invalid API identifier specified", 404)


def check_authorizer(backend, p):
    authorizers = backend.apis[p["restApiId"]].authorizers.values() if p["restApiId"] in backend.apis else []
    if any(a.name == p["name"] for a in authorizers):
        raise AwsError(
            "BadRequestException",
            f"Authorizer name must be unique. Authorizer {p['name']} already exists in this RestApi.",
        )


def check_model(backend, p):
    models = backend.apis[p["restApiId"]].models.values() if p["restApiId"] in backend.apis else []
    if any(m.name == p["name"] for m in models):
        raise conflict("Model name already exists for this REST API")


def check_route(backend, p):
    api = backend.apis.get(p["ApiId"])
    if api and any(r.route_key == p["RouteKey"] for r in api.routes.values()):
        raise conflict(f"Route with key {p['RouteKey']} already exists for this API")


def check_http_stage(backend, p):
    api = backend.apis.get(p["ApiId"])
    if api and p["StageName"] in api.stages:
        raise conflict("Stage already exists")


def check_domain(backend, p):
    if p["Domain"] in backend.user_pool_domains:
        raise AwsError("InvalidParameterException", "Domain already associated with another user pool.")


def check_state_machine(backend, p):
    """Idempotent only with the same definition and the same settings of logging and tracing."""
    for machine in backend.state_machines:
        if machine.name == p["name"]:
            held = machine.definition, *settings(machine.loggingConfiguration, machine.tracingConfiguration)
            if held != (p["definition"], *settings(p.get("loggingConfiguration"), p.get("tracingConfiguration"))):
                raise AwsError("StateMachineAlreadyExists", f"State Machine Already Exists: '{machine.arn}'")


def settings(logging, tracing):
    return {"level": "OFF", "includeExecutionData": False} | (logging or {}), {"enabled": False} | (tracing or {})


CHECKS = {
    ("apigateway", "CreateAuthorizer"): check_authorizer,
    ("apigateway", "CreateModel"): check_model,
    ("apigateway", "CreateResource"): check_api_resource,
    ("apigateway", "DeleteMethod"): check_method_to_delete,
    ("apigateway", "DeleteRestApi"): check_api_to_delete,
    ("apigateway", "PutMethod"): check_method,
    ("apigateway", "PutMethodResponse"): check_method_response,
    ("apigatewayv2", "CreateRoute"): check_route,
    ("apigatewayv2", "CreateStage"): check_http_stage,
    ("cognito-idp", "CreateUserPoolDomain"): check_domain,
    ("lambda", "AddPermission"): check_permission,
    ("lambda", "CreateEventSourceMapping"): check_event_source,
    ("lambda", "CreateFunctionUrlConfig"): check_function_url,
    ("stepfunctions", "CreateStateMachine"): check_state_machine,
}
