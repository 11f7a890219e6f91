public import TerraformModel

/// Events, or a schedule, that functions are called for: the rule, a target and a permission for each function, retries,
/// and a queue for what could not be delivered, which lets EventBridge send and rings at the first event in it.
///
/// ```swift
/// stack.add(
///   EventRoute(
///     "order-created", when: .event(created, on: bus.busName), calls: [payment, inventory],
///     retries: .init(3, within: .seconds(3_600)), alerts: alerts.arn))
/// ```
///
/// An event counts as delivered once Lambda has taken it. What a function then fails at twice more goes to the function's
/// own `deadLetters`.
public struct EventRoute: Component {
  public var name: String
  public var trigger: EventRule.Trigger
  /// One rule calls them all (T31).
  public var functions: [Declared<LambdaFunction>]
  /// What each of them is given.
  public var input: EventTarget.Input
  public var retries: EventTarget.Retries
  /// Who is told of the first event that could not be delivered.
  public var alerts: ARN<Topic>

  /// `retries`: No default: AWS's own goes on for a day, and an event that is acted upon that late may do harm.
  public init(
    _ name: String, when trigger: EventRule.Trigger, calls functions: [Declared<LambdaFunction>],
    with input: EventTarget.Input = .event, retries: EventTarget.Retries, alerts: ARN<Topic>
  ) {
    self.name = name
    self.trigger = trigger
    self.functions = functions
    self.input = input
    self.retries = retries
    self.alerts = alerts
  }

  /// What others may refer to.
  public struct Parts: Sendable {
    public let rule: Declared<EventRule>
    /// In the order of the functions.
    public let targets: [Declared<EventTarget>]
    public let deadLetters: Declared<Queue>
  }

  public func declare(in stack: inout StackBuilder) -> Parts {
    let rule = stack.add(EventRule(name, when: trigger))
    let deadLetters = stack.add(DeadLetters("\(name)-dead-letters", rules: [rule.arn], alerts: alerts))
    let targets = functions.map { function in
      let call = "\(name)-to-\(function.name)"
      stack.add(LambdaPermission(call, of: function.functionName, to: .eventRule(rule.arn)))
      return stack.add(
        EventTarget(
          call, of: rule, calls: .function(function.arn), id: function.name, with: input, retries: retries,
          deadLetters: deadLetters.arn))
    }
    return Parts(rule: rule, targets: targets, deadLetters: deadLetters)
  }
}
