"""Security groups, their rules, and endpoints of AWS's services."""

from __future__ import annotations


def security_group(v, reader):
    found = reader.client("ec2", v["arn"]).describe_security_groups(GroupIds=[v["id"]])["SecurityGroups"][0]
    yield "vpc_id", v["vpc_id"], found["VpcId"]
    yield "description", v["description"], found["Description"]


def rule(is_egress):
    def check(v, reader):
        rules = reader.client("ec2", v["arn"]).describe_security_group_rules(
            Filters=[{"Name": "group-id", "Values": [v["security_group_id"]]}]
        )["SecurityGroupRules"]
        found = {r["SecurityGroupRuleId"]: r for r in rules}[v["security_group_rule_id"]]
        yield "egress", is_egress, found["IsEgress"]
        yield "protocol", v["ip_protocol"], found["IpProtocol"]
        yield "ports", (v["from_port"], v["to_port"]), (found["FromPort"], found["ToPort"])
        peer = found.get("ReferencedGroupInfo", {}).get("GroupId", "")
        yield "group", v["referenced_security_group_id"] or "", peer

    return check


def vpc_endpoint(v, reader):
    found = reader.client("ec2", v["arn"]).describe_vpc_endpoints(VpcEndpointIds=[v["id"]])["VpcEndpoints"][0]
    yield "service_name", v["service_name"], found["ServiceName"]
    yield "vpc_endpoint_type", v["vpc_endpoint_type"], found["VpcEndpointType"]
    yield "subnet_ids", sorted(v["subnet_ids"] or []), sorted(found.get("SubnetIds", []))
    yield "private_dns_enabled", v["private_dns_enabled"] or False, found.get("PrivateDnsEnabled", False)


CHECKS = {
    "aws_security_group": security_group,
    "aws_vpc_security_group_egress_rule": rule(is_egress=True),
    "aws_vpc_security_group_ingress_rule": rule(is_egress=False),
    "aws_vpc_endpoint": vpc_endpoint,
}
