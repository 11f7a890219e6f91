"""What moto leaves out of the services that it has, and Terraform needs. One module a service."""

from . import (
    apigateway,
    apigatewayv2,
    budgets,
    cloudwatch,
    deliveries,
    ec2,
    functions,
    iam,
    messaging,
    stepfunctions,
)

GAPS = (apigateway, apigatewayv2, budgets, cloudwatch, deliveries, ec2, functions, iam, messaging, stepfunctions)


def complete_moto():
    for service in GAPS:
        service.complete()
