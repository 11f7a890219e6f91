/// What arguments take that point at other things: ARNs, ids and names, none of which has a space in it. What they point
/// at may be another stack's, so only their shape is known.
let identifierLimits: [String: [ArgumentLimit]] = [
  "aws_api_gateway_integration": ids("rest_api_id", "resource_id", "uri"),
  "aws_api_gateway_integration_response": ids("rest_api_id", "resource_id"),
  "aws_api_gateway_method": ids("rest_api_id", "resource_id"),
  "aws_api_gateway_method_response": ids("rest_api_id", "resource_id"),
  "aws_api_gateway_resource": ids("rest_api_id", "parent_id"),
  "aws_api_gateway_stage": ids("rest_api_id", "deployment_id"),
  "aws_apigatewayv2_integration": ids("api_id", "integration_uri"),
  "aws_apigatewayv2_stage": ids("api_id"),
  "aws_iam_role_policy": ids("role"),
  "aws_iam_role_policy_attachment": ids("role"),
  "aws_lambda_function": ids("logging_config.log_group") + [
    ArgumentLimit("vpc_config.subnet_ids", .shape("a subnet's id") { $0.hasPrefix("subnet-") }),
    ArgumentLimit("vpc_config.security_group_ids", .shape("a security group's id") { $0.hasPrefix("sg-") }),
  ],
  "aws_security_group": ids("vpc_id"),
  "aws_vpc_endpoint": ids("vpc_id", "service_name", "subnet_ids", "security_group_ids"),
  "aws_vpc_security_group_egress_rule": ids("security_group_id", "referenced_security_group_id"),
  "aws_vpc_security_group_ingress_rule": ids("security_group_id", "referenced_security_group_id"),
]

/// What security groups, endpoints and buckets take for their settings.
let settingLimits: [String: [ArgumentLimit]] = [
  "aws_vpc_security_group_egress_rule": traffic,
  "aws_vpc_security_group_ingress_rule": traffic,
  "aws_vpc_endpoint": [
    ArgumentLimit(
      "vpc_endpoint_type", .word(["Gateway", "GatewayLoadBalancer", "Interface", "Resource", "ServiceNetwork"]))
  ],
]

/// Ports; -1 is every kind of ICMP and every protocol.
private let traffic = [
  ArgumentLimit("from_port", .range(-1...65_535)),
  ArgumentLimit("to_port", .range(-1...65_535)),
  ArgumentLimit(
    "ip_protocol",
    .shape("a protocol's name or number, or '-1'") { name in
      ["tcp", "udp", "icmp", "icmpv6"].contains(name) || Int(name).map { (-1...255).contains($0) } ?? false
    }),
]

private func ids(_ arguments: String...) -> [ArgumentLimit] {
  arguments.map { ArgumentLimit($0, .identifier) }
}

private func arns(_ arguments: String...) -> [ArgumentLimit] {
  arguments.map { ArgumentLimit($0, .arn) }
}
