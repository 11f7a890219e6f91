/// A dimension whose values are names of resources: of which, and what of them.
struct NamedDimension: Sendable {
  /// The provider's word for the type.
  let type: String
  /// The attributes that hold the value, the one that configurations spell first.
  let attributes: [String]
  /// Values that AWS has by itself.
  var ofAWS: Set<String> = []

  static let byName: [String: NamedDimension] = [
    "FunctionName": NamedDimension(type: LambdaFunction.type, attributes: ["function_name", "id"]),
    "StateMachineArn": NamedDimension(type: StateMachine.type, attributes: ["arn", "id"]),
    "QueueName": NamedDimension(type: Queue.type, attributes: ["name"]),
    "TopicName": NamedDimension(type: Topic.type, attributes: ["name"]),
    "RuleName": NamedDimension(type: EventRule.type, attributes: ["name"]),
    "EventBusName": NamedDimension(type: EventBus.type, attributes: ["name", "id"], ofAWS: ["default"]),
    "TableName": NamedDimension(type: Table.type, attributes: ["name", "id"]),
    "BucketName": NamedDimension(type: Bucket.type, attributes: ["bucket", "id"]),
    "GroupName": NamedDimension(type: TraceGroup.type, attributes: ["group_name"], ofAWS: ["Default"]),
    "ApiName": NamedDimension(type: RestAPI.type, attributes: ["name"]),
    "ApiId": NamedDimension(type: HTTPAPI.type, attributes: ["id"]),
    "LogGroupName": NamedDimension(type: LogGroup.type, attributes: ["name", "id"]),
    "CanaryName": NamedDimension(type: "aws_synthetics_canary", attributes: ["name", "id"]),
  ]

  /// Whether AWS makes the value up, so that no configuration can spell it.
  var isMadeByAWS: Bool { ["arn", "id"].contains(attributes[0]) }
}
