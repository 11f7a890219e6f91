"""What an operator has to do before a stack can be destroyed: take protection off what must not be lost."""

from __future__ import annotations

from readback import managed_resources


def lift_protection(state, cloud):
    for resource in managed_resources(state["values"]["root_module"]):
        if resource["type"] == "aws_dynamodb_table" and resource["values"]["deletion_protection_enabled"]:
            region = resource["values"]["arn"].split(":")[3]
            cloud.client("dynamodb", region).update_table(
                TableName=resource["values"]["name"], DeletionProtectionEnabled=False
            )
