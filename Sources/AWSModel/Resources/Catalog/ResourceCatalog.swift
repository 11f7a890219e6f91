package import TerraformModel

/// Every resource type that the program knows facts of, by the provider's name for it.
public struct ResourceCatalog: Sendable {
  /// The types with a model in Swift.
  public let models: [String: any ResourceModel.Type]
  /// The facts of all types, those without a model included.
  public let facts: [String: ResourceFacts]

  /// What AWS publishes to CloudWatch, of types and of services that have none.
  let namespaces: [MetricNamespace]
  /// Where policy documents are, by type.
  package let policies: [String: [PolicyDocumentLocation]]
  /// How resources make their services call functions, by type.
  package let functionCalling: [String: FunctionCalling]
  /// What a service may need to be allowed to send to resources.
  package let sendActions: [String]
  package let quotas: [String: ResourceQuota]
  package let sampling: [String: SamplingUse]

  init(
    models: [any ResourceModel.Type], facts others: [ResourceFacts] = [], services: [MetricNamespace] = []
  ) {
    self.models = Dictionary(models.map { ($0.type, $0) }, uniquingKeysWith: { first, _ in first })
    facts = Dictionary(
      models.map { ($0.type, $0.facts) } + others.map { ($0.type, $0) }, uniquingKeysWith: { first, _ in first })
    namespaces = facts.values.flatMap(\.namespaces) + services
    policies = facts.mapValues(\.policies).filter { !$0.value.isEmpty }
    functionCalling = facts.compactMapValues(\.calls)
    sendActions = facts.values.compactMap(\.sendAction).sorted()
    quotas = facts.compactMapValues(\.quota)
    sampling = facts.compactMapValues(\.sampling)
  }
}

extension ResourceModel {
  /// Every argument that the type declares.
  package static var declaredArguments: [Argument] { arguments.arguments }
  static var limits: [ArgumentLimit] { declaredArguments.flatMap(\.limits) }
  package static var constraints: [ArgumentConstraint] { arguments.constraints }
}

extension ResourceCatalog {
  /// The types of AWS.
  public static let aws = ResourceCatalog(
    models: [
      APIGatewayAccount.self,
      APIResource.self,
      AppMonitor.self,
      Authorizer.self,
      BodyModel.self,
      Bucket.self,
      BucketEncryption.self,
      BucketLifecycle.self,
      BucketNotification.self,
      BucketPolicy.self,
      BucketVersioning.self,
      CompositeAlarm.self,
      Dashboard.self,
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
      LogGroup.self,
      LogMetricFilter.self,
      ManagedPolicy.self,
      Method.self,
      MethodResponse.self,
      MethodSettings.self,
      MetricAlarm.self,
      OpenIDConnectProvider.self,
      ProvisionedConcurrency.self,
      PublicAccessBlock.self,
      QueryDefinition.self,
      Queue.self,
      QueuePolicy.self,
      RequestValidator.self,
      RestAPI.self,
      Role.self,
      RolePolicy.self,
      RolePolicyAttachment.self,
      SamplingRule.self,
      Schedule.self,
      SecurityGroup.self,
      Stage.self,
      StateMachine.self,
      Table.self,
      Topic.self,
      TopicPolicy.self,
      TopicSubscription.self,
      TraceGroup.self,
      TracingPolicy.self,
      VPCEndpoint.self,
    ],
    facts: unmodeled,
    services: [BillingMetrics.namespace, DeliveryMetrics.firewall, MailMetrics.namespace])

  /// The facts of types without a model in Swift.
  static let unmodeled = [
    budgets, caches, canaries, chats, databases, dataHolders, delivery, firewalls, functionCallers, hosts,
    identityPolicies,
    keysAndSecrets,
    loadBalancers, logDelivery, networks, repositories, search, secretHolders, storage, streams, topics,
    traceEncryption, userPools, zones,
  ].flatMap(\.self)
}
