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
  static var limits: [ArgumentLimit] { arguments.arguments.flatMap(\.limits) }
  static var constraints: [ArgumentAgreement] { arguments.constraints }
}

extension ResourceCatalog {
  /// The types of AWS.
  public static let aws = ResourceCatalog(models: [
    APIGatewayAccount.self,
    APIResource.self,
    Authorizer.self,
    BodyModel.self,
    Deployment.self,
    EgressRule.self,
    EventArchive.self,
    EventBus.self,
    EventInvokeConfig.self,
    EventRule.self,
    EventSourceMapping.self,
    EventTarget.self,
    FunctionURL.self,
    GatewayResponse.self,
    HTTPAPI.self,
    HTTPIntegration.self,
    HTTPRoute.self,
    HTTPStage.self,
    IngressRule.self,
    Integration.self,
    IntegrationResponse.self,
    JWTAuthorizer.self,
    LambdaAlias.self,
    LambdaFunction.self,
    LambdaPermission.self,
    ManagedPolicy.self,
    Method.self,
    MethodResponse.self,
    MethodSettings.self,
    OpenIDConnectProvider.self,
    ProvisionedConcurrency.self,
    Queue.self,
    QueuePolicy.self,
    RequestValidator.self,
    RestAPI.self,
    Role.self,
    RolePolicy.self,
    RolePolicyAttachment.self,
    Schedule.self,
    SecurityGroup.self,
    Stage.self,
    StateMachine.self,
    Topic.self,
    TopicPolicy.self,
    TopicSubscription.self,
    VPCEndpoint.self,
  ])
}
