import AWSModel
import TerraformModel

/// Who decides at which entry point of a stack whether a request is recorded.
struct SamplingDecisions {
  private let stack: DeclaredStack
  private let rules: [KnownRule]
  private let functionsTrace: Bool

  /// A rule all of whose arguments are known. One with an argument that is unknown is left out.
  private struct KnownRule {
    let name: String
    let region: Region
    let priority: Int
    let address: Address
    let matching: SamplingRule.Match
    let sampling: Sampling

    init?(_ rule: Subject<SamplingRule>) {
      guard let priority = try? rule[\.priority], let matching = try? rule[\.matching],
        let reservoir = try? rule[\.reservoir], let rate = try? rule[\.fixedRate].known
      else { return nil }
      self.priority = priority
      self.matching = matching
      name = rule.name
      region = rule.region
      address = rule.address
      sampling = Sampling(reservoir: reservoir, rate: rate)
    }
  }

  init(_ stack: DeclaredStack) {
    self.stack = stack
    rules = stack.subjects(SamplingRule.self).compactMap(KnownRule.init)
      .sorted { ($0.priority, $0.address) < ($1.priority, $1.address) }
    functionsTrace = stack.subjects(LambdaFunction.self).contains { (try? $0[\.tracing])?.known == .active }
  }

  func decision(at entryPoint: Declaration) -> Flow.Decision {
    if let function = Subject<LambdaFunction>(entryPoint, in: stack) {
      if let canary = CanaryRun(function) { return .canary(traces: canary.traces) }
      return (try? function[\.tracing])?.known == .active ? .function : .untraced
    }
    if let machine = Subject<StateMachine>(entryPoint, in: stack) {
      return (try? machine[\.tracing]) == .active ? .standardRule : .untraced
    }
    if let stage = Subject<Stage>(entryPoint, in: stack), (try? stage[\.tracing])?.known == .active,
      let name = try? stage.traceServiceName
    {
      return decision(ofStage: name, in: entryPoint.region)
    }
    // An HTTP API, or a stage that does not trace: the functions behind it begin the trace.
    return functionsTrace ? .function : .untraced
  }

  /// The first rule that matches all requests of the stage. A rule for some paths or methods decides for a share of the
  /// requests, and the stack does not declare how large that share is.
  private func decision(ofStage name: Text, in region: Region) -> Flow.Decision {
    let name = stack.simplified(name)
    let first = rules.first { rule in
      rule.region == region && rule.matching.isForEveryRequest
        && matches("AWS::ApiGateway::Stage", pattern: rule.matching.serviceType)
        && stack.simplified(rule.matching.serviceName).isFor(name)
    }
    guard let first else { return .standardRule }
    return .rule(first.name, first.sampling)
  }
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
