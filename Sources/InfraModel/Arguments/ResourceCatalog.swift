/// Every resource type that the program knows facts of, by the provider's name for it.
public struct ResourceCatalog: Sendable {
  /// The types with a model in Swift.
  public let models: [String: any ResourceModel.Type]
  /// The facts of all types, those without a model included.
  public let facts: [String: ResourceFacts]

  public init(models: [any ResourceModel.Type], facts others: [ResourceFacts] = []) {
    self.models = Dictionary(models.map { ($0.type, $0) }, uniquingKeysWith: { first, _ in first })
    facts = Dictionary(
      models.map { ($0.type, $0.facts) } + others.map { ($0.type, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension ResourceModel {
  /// Every argument that the type declares.
  static var declaredArguments: [Argument] { arguments.arguments }
  static var limits: [ArgumentLimit] { declaredArguments.flatMap(\.limits) }
  static var constraints: [ArgumentAgreement] { arguments.constraints }
}

extension ResourceCatalog {
  /// The types of AWS.
  public static let aws = ResourceCatalog(
    models: [
      Bucket.self,
      BucketEncryption.self,
      BucketLifecycle.self,
      BucketNotification.self,
      BucketPolicy.self,
      BucketVersioning.self,
      EventArchive.self,
      EventBus.self,
      EventInvokeConfig.self,
      EventRule.self,
      EventSourceMapping.self,
      EventTarget.self,
      FunctionURL.self,
      LambdaAlias.self,
      LambdaFunction.self,
      LambdaPermission.self,
      ProvisionedConcurrency.self,
      PublicAccessBlock.self,
      Queue.self,
      QueuePolicy.self,
      Schedule.self,
      StateMachine.self,
      Topic.self,
      TopicPolicy.self,
      TopicSubscription.self,
    ],
    facts: unconverted + unmodeled)
}
