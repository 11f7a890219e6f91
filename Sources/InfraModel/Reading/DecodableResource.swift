/// A resource type that reads back what it writes, so that the rules see a plan's resources as they see declared ones.
///
/// For every value `reading` a block that `encode` wrote gives a value that encodes to the same block.
public protocol DecodableResource: Resource {
  /// `name`: The Terraform label.
  init(named name: String, reading block: BlockDecoder) throws(DecodingFailure)
}

/// Every type that can be read, by the provider's name for it.
let decodableTypes: [String: any DecodableResource.Type] = Dictionary(
  uniqueKeysWithValues: ([
    APIGatewayAccount.self, APIResource.self, AppMonitor.self, Authorizer.self, BodyModel.self, Bucket.self,
    BucketEncryption.self, BucketLifecycle.self, BucketNotification.self, BucketPolicy.self, BucketVersioning.self,
    CompositeAlarm.self, Dashboard.self, Deployment.self, EgressRule.self, EventArchive.self, EventBus.self,
    EventInvokeConfig.self, EventRule.self, EventSourceMapping.self, EventTarget.self, FunctionURL.self,
    GatewayResponse.self, HTTPAPI.self, HTTPIntegration.self, HTTPRoute.self, HTTPStage.self, IngressRule.self,
    Integration.self, IntegrationResponse.self, JWTAuthorizer.self, LambdaAlias.self, LambdaFunction.self,
    LambdaPermission.self, LogGroup.self, LogMetricFilter.self, ManagedPolicy.self, Method.self, MethodResponse.self,
    MethodSettings.self, MetricAlarm.self, OpenIDConnectProvider.self, ProvisionedConcurrency.self,
    PublicAccessBlock.self, QueryDefinition.self, Queue.self, QueuePolicy.self, RequestValidator.self, RestAPI.self,
    Role.self, RolePolicy.self, RolePolicyAttachment.self, SamplingRule.self, Schedule.self, SecurityGroup.self,
    Stage.self, StateMachine.self, Table.self, Topic.self, TopicPolicy.self, TopicSubscription.self, TraceGroup.self,
    TracingPolicy.self, VPCEndpoint.self,
  ] as [any DecodableResource.Type]).map { ($0.type, $0) })
