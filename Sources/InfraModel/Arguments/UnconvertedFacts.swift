extension ResourceCatalog {
  /// Facts of types with a model whose arguments are not declared in a table yet. Each goes into its type's file with them.
  static let unconverted: [ResourceFacts] = [
    facts(StateMachine.type, dimension: NamedDimension("StateMachineArn", attributes: ["arn", "id"])),
    facts(Topic.type, dimension: NamedDimension("TopicName", attributes: ["name"])),
    facts(
      EventRule.type, container: "event_bus_name", dimension: NamedDimension("RuleName", attributes: ["name"])),
    facts(
      EventBus.type,
      dimension: NamedDimension("EventBusName", attributes: ["name", "id"], ofAWS: ["default"])),
    facts(Table.type, dimension: NamedDimension("TableName", attributes: ["name", "id"]), DynamoDBMetrics.namespace),
    facts(
      TraceGroup.type, dimension: NamedDimension("GroupName", attributes: ["group_name"], ofAWS: ["Default"])),
    facts(RestAPI.type, dimension: NamedDimension("ApiName", attributes: ["name"])),
    facts(HTTPAPI.type, dimension: NamedDimension("ApiId", attributes: ["id"])),
    facts(LogGroup.type, dimension: NamedDimension("LogGroupName", attributes: ["name", "id"])),
    facts(RolePolicy.type, container: "role"),
    facts(LogMetricFilter.type, container: "log_group_name"),
    facts(SecurityGroup.type, container: "vpc_id"),
  ]

  /// Types without a model.
  static let unmodeled: [ResourceFacts] = [
    facts("aws_synthetics_canary", dimension: NamedDimension("CanaryName", attributes: ["name", "id"]))
  ]

  private static func facts(
    _ type: String, container: String? = nil, dimension: NamedDimension? = nil, _ metrics: MetricNamespace? = nil
  ) -> ResourceFacts {
    ResourceFacts(
      type, documentation: "", name: readableTypes[type]?.namingRule, nameContainer: container, dimension: dimension,
      metrics: metrics)
  }
}
