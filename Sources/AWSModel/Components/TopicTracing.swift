public import TerraformModel

/// Draws topics on the X-Ray map: the policy that SNS needs beside `tracing: .active`, replaced whenever it changes,
/// for the provider cannot change it in place.
///
/// ```swift
/// let events = stack.add(Topic("events", tracing: .active))
/// stack.add(TopicTracing(of: [events.arn]))
/// ```
public struct TopicTracing: Component {
  public var name: String
  /// Every topic of the region whose tracing is active.
  public var topics: [ARN<Topic>]

  public init(_ name: String = "topic-tracing", of topics: [ARN<Topic>]) {
    self.name = name
    self.topics = topics
  }

  public func declare(in stack: inout StackBuilder) -> Declared<TracingPolicy> {
    let account = stack.callerIdentity().accountID
    let document = TracingPolicy.document(for: topics, in: account)
    let revision = stack.add(TerraformData("\(name)-revision", remembering: document))
    return stack.add(TracingPolicy(name, for: topics, in: account, replacedBy: revision))
  }
}
