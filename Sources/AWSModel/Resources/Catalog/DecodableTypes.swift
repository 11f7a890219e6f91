package import TerraformModel

/// Every type that can be read, by the provider's name for it.
package let decodableTypes: [String: any DecodableResource.Type] = Dictionary(
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
