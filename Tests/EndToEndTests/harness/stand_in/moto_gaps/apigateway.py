"""Deleting a part of what is gone already: moto stumbles, API Gateway says that it is not there."""

from __future__ import annotations

from moto.apigateway.responses import APIGatewayResponse

from ..errors import AwsError

PARTS = ("delete_integration_response", "delete_method_response", "delete_integration", "delete_method")


def complete():
    for name in PARTS:
        setattr(APIGatewayResponse, name, not_found_if_gone(getattr(APIGatewayResponse, name)))


def not_found_if_gone(delete):
    def answer(self):
        try:
            return delete(self)
        except (AttributeError, KeyError):
            raise AwsError("NotFoundException", "Invalid resource identifier specified", 404)

    return answer
