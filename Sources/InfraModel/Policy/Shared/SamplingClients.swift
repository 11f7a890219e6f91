extension DeclaredStack {
  /// Whether anything in the stack asks X-Ray which requests to record. Where programs run that may have an X-Ray SDK,
  /// they may.
  var asksForSamplingRules: Bool {
    declarations.contains { declaration in
      guard let raw = declaration.resource as? RawResource else { return false }
      return hosts.contains(raw.resourceType)
        || tracedEntries[raw.resourceType].map { raw.arguments[$0] == true } == true
    }
  }
}

/// Entries that ask once their tracing is on, by the argument that switches it.
private let tracedEntries = [
  "aws_api_gateway_stage": "xray_tracing_enabled",
  "aws_appsync_graphql_api": "xray_enabled",
]

private let hosts: Set<String> = [
  "aws_apprunner_service", "aws_autoscaling_group", "aws_ecs_service", "aws_ecs_task_definition", "aws_eks_cluster",
  "aws_elastic_beanstalk_environment", "aws_instance", "aws_launch_template",
]
