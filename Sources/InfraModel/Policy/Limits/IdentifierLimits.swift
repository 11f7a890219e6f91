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
  "aws_cloudwatch_event_rule": ids("event_bus_name"),
  "aws_cloudwatch_event_target": ids("rule", "event_bus_name") + arns("dead_letter_config.arn", "role_arn"),
  "aws_iam_role_policy": ids("role"),
  "aws_iam_role_policy_attachment": ids("role"),
  "aws_lambda_alias": ids("function_name", "name") + [ArgumentLimit("function_version", .version)],
  "aws_lambda_event_source_mapping": ids("function_name") + arns("event_source_arn"),
  "aws_lambda_function": ids("logging_config.log_group") + [
    ArgumentLimit("vpc_config.subnet_ids", .shape("a subnet's id") { $0.hasPrefix("subnet-") }),
    ArgumentLimit("vpc_config.security_group_ids", .shape("a security group's id") { $0.hasPrefix("sg-") }),
  ],
  "aws_lambda_function_event_invoke_config": ids("function_name"),
  "aws_lambda_function_url": ids("function_name"),
  "aws_lambda_permission": ids("function_name") + [ArgumentLimit("principal", .principal)],
  "aws_lambda_provisioned_concurrency_config": ids("function_name", "qualifier"),
  "aws_scheduler_schedule": arns("target.arn", "target.role_arn", "target.dead_letter_config.arn") + [
    ArgumentLimit("schedule_expression_timezone", .timeZone)
  ],
  "aws_security_group": ids("vpc_id"),
  "aws_sfn_state_machine": arns("role_arn"),
  "aws_sns_topic": ids("kms_master_key_id"),
  "aws_sns_topic_policy": arns("arn"),
  "aws_sns_topic_subscription": arns("topic_arn", "redrive_policy.deadLetterTargetArn"),
  "aws_sqs_queue": arns("redrive_policy.deadLetterTargetArn") + ids("kms_master_key_id"),
  "aws_sqs_queue_policy": ids("queue_url"),
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

private let timeZoneAreas: Set = [
  "Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Brazil", "Canada", "Chile", "Etc",
  "Europe", "Indian", "Mexico", "Pacific", "US",
]

private func ids(_ arguments: String...) -> [ArgumentLimit] {
  arguments.map { ArgumentLimit($0, .identifier) }
}

private func arns(_ arguments: String...) -> [ArgumentLimit] {
  arguments.map { ArgumentLimit($0, .arn) }
}

extension ValueLimit {
  fileprivate static let version = ValueLimit.shape("'$LATEST' or a version's number") { version in
    version == "$LATEST" || Int(version).map { $0 > 0 } ?? false
  }

  /// A zone of the IANA database is named for an area and a place in it; those that are not are old names or fixed.
  fileprivate static let timeZone = ValueLimit.shape("a time zone of the IANA database, such as 'Europe/Berlin'") {
    zone in
    guard zone.utf8.allSatisfy({ !$0.isSpace }), let slash = zone.firstIndex(of: "/") else {
      return ["UTC", "GMT", "EST", "MST", "HST", "CET", "EET", "MET", "WET", "Japan", "Singapore", "Zulu"].contains(
        zone)
    }
    return timeZoneAreas.contains(String(zone[..<slash])) && zone.index(after: slash) < zone.endIndex
  }

  /// Whom a function lets in.
  fileprivate static let principal = ValueLimit.shape("'*', a service, an account or an ARN") { principal in
    principal == "*" || principal.hasPrefix("arn:") || principal.hasSuffix(".amazonaws.com")
      || principal.hasSuffix(".amazonaws.com.cn") || (principal.utf8.count == 12 && Int(principal) != nil)
  }
}
