"""Layers of other accounts, the settings of a function that moto drops, and function URLs."""

from __future__ import annotations

import json
import re

from moto.awslambda import models as lambda_models
from moto.awslambda.responses import LambdaResponse

from .. import outside
from ..errors import AwsError

LAYER = r"arn:aws[\w-]*:lambda:([\w-]+):(\d{12}):layer:[\w-]{1,140}:\d+"


def complete():
    # Lambda: layers that other accounts share (ADOT, Powertools, Lambda Insights)
    moto_layers = lambda_models.LambdaFunction._get_layers_data

    def _get_layers_data(self, arns):
        out = []
        for arn in arns:
            m = re.fullmatch(LAYER, arn)
            if m and m.group(1) != self.region:
                raise AwsError("InvalidParameterValueException", f"Layer {arn} is not in region {self.region}")
            if m and m.group(2) != self.account_id and outside.is_there(arn):
                out.append({"Arn": arn, "CodeSize": 1})
            else:
                out.extend(moto_layers(self, [arn]))
        return out

    lambda_models.LambdaFunction._get_layers_data = _get_layers_data

    # GetLayerVersionByArn, which has the path of ListLayers
    moto_list = LambdaResponse.list_layers

    def list_layers(self):
        if self._get_param("find") != "LayerVersion":
            return moto_list(self)
        arn = self._get_param("Arn")
        if re.fullmatch(LAYER, arn) and outside.is_there(arn):
            return json.dumps({"LayerVersionArn": arn, "LayerArn": arn.rpartition(":")[0]})
        raise AwsError("ResourceNotFoundException", f"The resource you requested does not exist: {arn}", 404)

    LambdaResponse.list_layers = list_layers

    # Lambda: settings that moto drops on create, or on update
    kept = ("LoggingConfig", "DeadLetterConfig", "KMSKeyArn", "FileSystemConfigs")
    moto_init, moto_config = lambda_models.LambdaFunction.__init__, lambda_models.LambdaFunction.get_configuration
    moto_update = lambda_models.LambdaFunction.update_configuration

    def __init__(self, account_id, spec, region, version=1):
        self._kept = {k: spec[k] for k in kept if spec.get(k)}
        moto_init(self, account_id, spec, region, version)

    def get_configuration(self, on_create=False):
        log = {
            "LogFormat": "Text",
            "LogGroup": f"/aws/lambda/{self.function_name}",
            **self._kept.get("LoggingConfig", {}),
        }
        if log["LogFormat"] == "JSON":
            log.setdefault("ApplicationLogLevel", "INFO")
            log.setdefault("SystemLogLevel", "INFO")
        return {**moto_config(self, on_create), **self._kept, "LoggingConfig": log}

    def update_configuration(self, updates):
        for k in kept:
            if k in updates:  # an empty target or key takes the setting away
                gone = not updates[k] or (isinstance(updates[k], dict) and not any(updates[k].values()))
                self._kept.pop(k, None) if gone else self._kept.update({k: updates[k]})
        if updates.get("TracingConfig"):
            self.tracing_config = updates["TracingConfig"]
        if updates.get("EphemeralStorage"):
            self.ephemeral_storage = updates["EphemeralStorage"]["Size"]
        moto_update(self, updates)
        return self.get_configuration()

    lambda_models.LambdaFunction.__init__ = __init__
    lambda_models.LambdaFunction.get_configuration = get_configuration
    lambda_models.LambdaFunction.update_configuration = update_configuration

    # Lambda function URLs: as from AWS they end in a slash, and InvokeMode can be changed
    moto_url_update, moto_url = lambda_models.FunctionUrlConfig.update, lambda_models.FunctionUrlConfig.to_dict

    def url_update(self, new):
        if new.get("InvokeMode"):
            self.config["InvokeMode"] = new["InvokeMode"]
        moto_url_update(self, new)

    def url_to_dict(self):
        out = moto_url(self)
        return {
            **out,
            "FunctionUrl": out["FunctionUrl"].rstrip("/") + "/",
            "InvokeMode": self.config.get("InvokeMode") or "BUFFERED",
        }

    lambda_models.FunctionUrlConfig.update = url_update
    lambda_models.FunctionUrlConfig.to_dict = url_to_dict
