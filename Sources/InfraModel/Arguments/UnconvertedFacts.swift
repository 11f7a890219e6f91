extension ResourceCatalog {
  /// Facts of types with a model whose arguments are not declared in a table yet. Each goes into its type's file with them.
  static let unconverted: [ResourceFacts] = [
    facts(
      StateMachine.type, attribute: "arn", iam: "states",
      dimension: NamedDimension("StateMachineArn", attributes: ["arn", "id"])),
    facts(Topic.type, iam: "sns", hasParts: false, dimension: NamedDimension("TopicName", attributes: ["name"])),
    facts(TopicPolicy.type, identifiedBy: []),
    facts("aws_sns_topic_data_protection_policy", identifiedBy: []),
    facts(
      EventRule.type, container: "event_bus_name", iam: "events", namesOf: ["event_bus_name": EventBus.type],
      dimension: NamedDimension("RuleName", attributes: ["name"])),
    facts(
      EventBus.type, iam: "events",
      dimension: NamedDimension("EventBusName", attributes: ["name", "id"], ofAWS: ["default"])),
    facts(
      EventTarget.type, identifiedBy: [], namesOf: ["rule": EventRule.type, "event_bus_name": EventBus.type]),
    facts(
      RestAPI.type, identifiedBy: ["arn", "id", "execution_arn"],
      dimension: NamedDimension("ApiName", attributes: ["name"])),
    facts(
      HTTPAPI.type, identifiedBy: ["arn", "id", "execution_arn"],
      dimension: NamedDimension("ApiId", attributes: ["id"])),
    facts(Role.type, iam: "iam"),
    facts(RolePolicy.type, container: "role", namesOf: ["role": Role.type]),
    facts(RolePolicyAttachment.type, namesOf: ["role": Role.type]),
    facts(SecurityGroup.type, container: "vpc_id"),
    facts(LambdaAlias.type, namesOf: ["function_name": LambdaFunction.type]),
    facts(EventSourceMapping.type, namesOf: ["function_name": LambdaFunction.type]),
    facts(EventInvokeConfig.type, namesOf: ["function_name": LambdaFunction.type]),
    facts(FunctionURL.type, namesOf: ["function_name": LambdaFunction.type]),
    facts(LambdaPermission.type, namesOf: ["function_name": LambdaFunction.type]),
    facts(ProvisionedConcurrency.type, namesOf: ["function_name": LambdaFunction.type]),
  ]

  private static func facts(
    _ type: String, attribute: String? = nil, container: String? = nil, identifiedBy: [String] = ["arn"],
    iam: String? = nil, hasParts: Bool = true, namesOf: [String: String] = [:], dimension: NamedDimension? = nil
  ) -> ResourceFacts {
    ResourceFacts(
      type, documentation: "", name: readableTypes[type]?.namingRule, nameAttribute: attribute,
      nameContainer: container, identifiedBy: identifiedBy, iamPrefix: iam, hasParts: hasParts, namesOf: namesOf,
      dimension: dimension)
  }
}
