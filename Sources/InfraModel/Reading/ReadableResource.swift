/// A resource type that reads back what it writes, so that the rules see a plan's resources as they see declared ones.
///
/// For every value `reading` a block that `encode` wrote gives a value that encodes to the same block.
public protocol ReadableResource: Resource {
  /// `name`: The Terraform label.
  init(named name: String, reading block: BlockReader) throws(Unreadable)
}

/// Every type that can be read, by the provider's name for it.
let readableTypes: [String: any ReadableResource.Type] = Dictionary(
  uniqueKeysWithValues: ([
    BucketNotification.self, BucketPolicy.self, CompositeAlarm.self, Dashboard.self, EventSourceMapping.self,
    EventTarget.self, FunctionURL.self, HTTPAPI.self, HTTPIntegration.self, HTTPRoute.self, Integration.self,
    IntegrationResponse.self, LambdaAlias.self, LambdaFunction.self, LambdaPermission.self, LogGroup.self,
    LogMetricFilter.self, ManagedPolicy.self, Method.self, MetricAlarm.self, ProvisionedConcurrency.self, Queue.self,
    QueuePolicy.self, Role.self, RolePolicy.self, RolePolicyAttachment.self, SamplingRule.self, Schedule.self,
    Stage.self, StateMachine.self, Topic.self, TopicPolicy.self, TopicSubscription.self, TraceGroup.self,
    TracingPolicy.self, VPCEndpoint.self,
  ] as [any ReadableResource.Type]).map { ($0.type, $0) })
