/// How often functions are called that schedules call and, as far as the stack says, nothing else does.
struct ScheduledCalls {
  private let stack: DeclaredStack
  private let runs: [Address: [ScheduledRuns.Run]]

  init(_ stack: DeclaredStack) {
    self.stack = stack
    runs = Dictionary(grouping: stack.fact { ScheduledRuns($0) }.runs, by: \.target.address)
  }

  /// The most attempts within a number of seconds; `nil` where something else may call it too.
  ///
  /// A schedule's call is asynchronous, and Lambda tries it again one and two minutes later unless the function's
  /// settings say otherwise. https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
  func most(of function: Declaration, within period: Double) -> Int? {
    guard let runs = runs[function.address], !runs.isEmpty, let attempts = attempts(of: function),
      !isCalledOtherwise(function, than: Set(runs.map(\.schedule.address)))
    else { return nil }
    let retrying = 180.0
    var calls = 0
    for run in runs {
      guard let shortest = run.shortestGap else { return nil }
      calls += Int(((period + retrying) / Double(shortest.wholeSeconds)).rounded(.down)) + 1
    }
    return calls * attempts
  }

  private func attempts(of function: Declaration) -> Int? {
    let functions = FunctionIndex(stack)
    for config in stack.managed(EventInvokeConfig.type) {
      guard case .text(let name) = config.block["function_name"] else { return nil }
      guard functions.function(named: name, in: config.region)?.address == function.address else { continue }
      guard let retries = config.block["maximum_retry_attempts"] else { continue }
      return retries.number(in: stack).map { Int($0) + 1 }
    }
    return 3
  }

  private func isCalledOtherwise(_ function: Declaration, than schedules: Set<Address>) -> Bool {
    let name = function.physicalName ?? ""
    return stack.declarations.contains { other in
      guard other.address.mode == .managed, other.address != function.address,
        !typesThatCallNothing.contains(other.address.type), !schedules.contains(other.address)
      else { return false }
      switch other.address.type {
      case EventTarget.type:
        if case .text(let rule) = other.block["rule"], let target = stack.target(of: rule),
          schedules.contains(target.address)
        {
          return false
        }
      case LambdaPermission.type where other.block["principal"]?.word == "events.amazonaws.com": return false
      default: break
      }
      return other.block.arguments.contains { $0.value.mentions(function.address, named: name) }
    }
  }
}

/// What refers to a function and never calls it.
private let typesThatCallNothing: Set = [
  MetricAlarm.type, CompositeAlarm.type, Dashboard.type, LogGroup.type, LogMetricFilter.type, QueryDefinition.type,
  EventInvokeConfig.type, "aws_cloudwatch_log_subscription_filter",
]

extension Value {
  /// Whether it refers to a resource, or its text has the resource's name in it.
  fileprivate func mentions(_ address: Address, named name: String) -> Bool {
    switch self {
    case .bool, .integer, .number: return false
    case .address(let other): return other == address
    case .literal(let literal): return !name.isEmpty && literal.contains(name)
    case .text(let text):
      if text.references.contains(where: { $0.address == address }) { return true }
      return text.parts.contains { part in
        if case .literal(let literal) = part { !name.isEmpty && literal.contains(name) } else { false }
      }
    case .list(let values): return values.contains { $0.mentions(address, named: name) }
    case .map(let members), .literalMap(let members):
      return members.values.contains { $0.mentions(address, named: name) }
    case .blocks(let blocks):
      return blocks.contains { $0.arguments.contains { $0.value.mentions(address, named: name) } }
    case .json(let document): return document.mentions(address, named: name)
    }
  }
}
