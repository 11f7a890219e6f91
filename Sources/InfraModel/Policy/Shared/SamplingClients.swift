/// Who in a stack asks X-Ray which requests to record. Rules are of a region, so its own clients are all they have.
struct SamplingClients {
  private let stack: DeclaredStack
  /// The traced REST API stages, by what X-Ray calls them.
  private var stages: [Region: Set<String>] = [:]
  /// Where something asks of which the stack does not tell what it is called, such as a host with an X-Ray SDK.
  private var unknown: Set<Region> = []

  init(_ stack: DeclaredStack) {
    self.stack = stack
    for stage in stack.declared(Stage.self) where stage.tracing.canBe(.active) {
      if let name = stack.resolved(stage.traceServiceName) {
        stages[stage.region, default: []].insert(name)
      } else {
        unknown.insert(stage.region)
      }
    }
    for raw in stack.declared(RawResource.self) where mayAsk(raw.resource) {
      unknown.insert(raw.region)
    }
  }

  /// Whether anybody asks in a region.
  func isEmpty(in region: Region) -> Bool {
    stages[region] == nil && !unknown.contains(region)
  }

  /// Whether something asks in a region that the stack does not tell all about.
  func mayBeOthers(in region: Region) -> Bool { unknown.contains(region) }

  /// Whether a rule is for a client that there is.
  func contains(_ match: SamplingRule.Match, in region: Region) -> Bool {
    if unknown.contains(region) { return !match.serviceType.lowercased().hasPrefix("aws::lambda") }
    guard let stages = stages[region], matches("AWS::ApiGateway::Stage", pattern: match.serviceType) else {
      return false
    }
    guard let name = stack.resolved(match.serviceName), name != "*" else { return true }
    return stages.contains(name) || stages.contains { matches($0, pattern: name) }
  }
}

private func mayAsk(_ resource: RawResource) -> Bool {
  if let switched = tracedEntries[resource.resourceType] { return resource.arguments[switched] == true }
  return hosts.contains(resource.resourceType)
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
