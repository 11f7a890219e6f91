"""The validation that Terraform asks for while it plans, versions, and updates of tracing."""

from __future__ import annotations

import json

from moto.stepfunctions import responses as sfn


def complete():
    # Step Functions: Terraform calls this while it plans
    def validate_state_machine_definition(self):
        found = []
        try:
            from moto.stepfunctions.parser.asl.parse.asl_parser import AmazonStateLanguageParser
        except ImportError:  # without antlr4: JSON only
            AmazonStateLanguageParser = None
        text = self._get_param("definition")
        try:
            tree = json.loads(text)
            if AmazonStateLanguageParser:
                AmazonStateLanguageParser.parse(text)
            states = tree["States"]
            if tree["StartAt"] not in states:
                raise ValueError(f"StartAt names a state that does not exist: {tree['StartAt']}")
            for name, state in states.items():
                if "Next" in state and state["Next"] not in states:
                    raise ValueError(f"Next of {name} names a state that does not exist: {state['Next']}")
        except Exception as e:
            found.append(
                {"severity": "ERROR", "code": "SCHEMA_VALIDATION_FAILED", "message": str(e)[:500], "location": "/"}
            )
        return json.dumps({"result": "FAIL" if found else "OK", "diagnostics": found, "truncated": False})

    def list_state_machine_versions(self):
        return json.dumps({"stateMachineVersions": []})

    # ... an SDK leaves `enabled: false` out, and what is left, {}, moto ignores
    moto_machine = sfn.StepFunctionResponse.update_state_machine

    def update_state_machine(self):
        tracing = self._get_param("tracingConfiguration")
        answer = moto_machine(self)
        if tracing is not None:
            machine = self.stepfunction_backend.describe_state_machine(self._get_param("stateMachineArn"))
            machine.update(
                definition=None, roleArn=None, tracingConfiguration={"enabled": bool(tracing.get("enabled"))}
            )
        return answer

    sfn.StepFunctionResponse.update_state_machine = update_state_machine
    sfn.StepFunctionResponse.validate_state_machine_definition = validate_state_machine_definition
    sfn.StepFunctionResponse.list_state_machine_versions = list_state_machine_versions
