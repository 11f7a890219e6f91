"""Updates of a stage."""

from __future__ import annotations

import json
from urllib.parse import unquote

from moto.apigatewayv2 import responses as apigatewayv2


def complete():
    # API Gateway v2: stages can be changed
    def update_stage(self):
        stage = self.apigatewayv2_backend.get_stage(self.path.split("/")[-3], unquote(self.path.split("/")[-1]))
        new = json.loads(self.body)
        for wire, field in (
            ("defaultRouteSettings", "default_route_settings"),
            ("accessLogSettings", "access_log_settings"),
            ("autoDeploy", "auto_deploy"),
            ("description", "description"),
            ("routeSettings", "route_settings"),
            ("stageVariables", "stage_variables"),
            ("deploymentId", "deployment_id"),
            ("clientCertificateId", "client_certificate_id"),
        ):
            if wire in new:
                setattr(stage, field, new[wire])
        return 200, {}, json.dumps(stage.to_json())

    apigatewayv2.ApiGatewayV2Response.update_stage = update_stage
