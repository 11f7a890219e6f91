/// Who decides at which entrance of a stack whether a request is recorded.
struct SamplingDecisions {
  private let stack: DeclaredStack
  private let rules: [Declared<SamplingRule>]
  private let functionsTrace: Bool

  init(_ stack: DeclaredStack) {
    self.stack = stack
    rules = stack.declared(SamplingRule.self).sorted { ($0.priority, $0.address) < ($1.priority, $1.address) }
    functionsTrace = stack.declared(LambdaFunction.self).contains { $0.tracing.known == .active }
  }

  func decision(at entrance: Declaration) -> Flow.Decision {
    switch entrance.resource {
    case let function as LambdaFunction:
      if let canary = CanaryRun(function) { return .canary(traces: canary.traces) }
      return function.tracing.known == .active ? .function : .nobody
    case let machine as StateMachine:
      return machine.tracing == .active ? .standardRule : .nobody
    case let stage as Stage where stage.tracing.known == .active:
      return decision(ofStage: stage.traceName, in: entrance.region)
    default:
      // An HTTP API, or a stage that does not trace: the functions behind it begin the trace.
      return functionsTrace ? .function : .nobody
    }
  }

  /// The first rule that is for all requests of the stage. One for some paths or methods decides about a part of which
  /// nobody has said how large it is.
  private func decision(ofStage name: Text, in region: Region) -> Flow.Decision {
    let name = stack.simplified(name)
    let first = rules.first { rule in
      rule.region == region && rule.matching.isForEveryRequest
        && matches("AWS::ApiGateway::Stage", pattern: rule.matching.serviceType)
        && stack.simplified(rule.matching.serviceName).isFor(name)
    }
    guard let first else { return .standardRule }
    return .rule(first.name, Sampling(reservoir: first.reservoir, rate: first.fixedRate.known))
  }
}

extension Stage {
  fileprivate var traceName: Text { "\(api.name)/\(stageName)" }
}

extension SamplingRule.Match {
  fileprivate var isForEveryRequest: Bool {
    host == "*" && method == "*" && path == "*" && resourceARN == "*"
  }
}

extension Text {
  /// Whether a pattern fits a name. What only Terraform knows fits itself.
  fileprivate func isFor(_ name: Text) -> Bool {
    if self == name { return true }
    guard let pattern = known else { return false }
    return name.known.map { matches($0, pattern: pattern) } ?? (pattern == "*")
  }
}
