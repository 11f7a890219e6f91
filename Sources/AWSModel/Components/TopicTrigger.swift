public import TerraformModel

/// A function that a topic calls: subscription, permission, and a queue for what could not be delivered or handled.
public struct TopicTrigger: Component {
  public var function: Declared<LambdaFunction>
  public var topic: Declared<Topic>
  public var deadLetters: Declared<Queue>

  public init(_ function: Declared<LambdaFunction>, by topic: Declared<Topic>, deadLetters: Declared<Queue>) {
    self.function = function
    self.topic = topic
    self.deadLetters = deadLetters
  }

  public func declare(in stack: inout StackBuilder) {
    let name = "\(topic.name)-to-\(function.name)"
    stack.add(LambdaPermission(name, of: function.functionName, to: .topic(topic.arn)))
    stack.add(TopicSubscription(name, to: topic.arn, .function(function.arn), deadLetters: deadLetters.arn))
  }
}
