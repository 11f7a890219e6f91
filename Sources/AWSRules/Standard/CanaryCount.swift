import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let canaryCount: RuleID = "canary-count"
}

struct CanaryCount: StandardRule {
  static let description = RuleDescription(
    id: .canaryCount,
    title: "An environment has as many canaries as the repository declares",
    rationale: """
      Without a canary, nothing tells that traces and metrics have stopped to arrive. A second one beside it doubles \
      the test traces and pages twice.
      """,
    sources: ["FR-019", "FR-021", "SC-009"],
    asked: .ofStacksOnly(because: standardIsOfARepository), subjects: [LambdaFunction.self],
    good: [
      Example("One canary") { stack in
        let alerts = stack.add(AlertTopic("alerts", subscribers: ["on-call": .email("oncall@example.com")]))
        stack.add(
          Canary(
            every: .minutes(5), metricsNamespace: "Shop/Canary",
            subscribers: ["on-call": .email("oncall@example.com")], alerts: alerts.arn))
      }
    ],
    bad: [
      Counterexample("No canary") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30), tracing: .active,
            logging: .json(to: "/aws/lambda/ingest")))
        return [ingest.address]
      },
      Counterexample("Two canaries") { stack in
        let alerts = stack.add(AlertTopic("alerts", subscribers: ["on-call": .email("oncall@example.com")]))
        stack.add(
          Canary(
            every: .minutes(5), metricsNamespace: "Shop/Canary",
            subscribers: ["on-call": .email("oncall@example.com")], alerts: alerts.arn))
        let second = stack.add(
          Canary(
            "second", every: .minutes(5), metricsNamespace: "Shop/Second",
            subscribers: ["on-call": .email("oncall@example.com")], alerts: alerts.arn))
        return [second.address]
      },
    ])

  private let expected: Int

  init() { expected = 1 }

  init?(standard: ObservabilityStandard, for stack: StackIdentity) {
    guard let expected = standard[stack.stack].canaries else { return nil }
    self.expected = expected
  }

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    let functions = stack.subjects(LambdaFunction.self)
    let purposes = functions.map { function in (function.address, try? function[\.purpose]) }
    let canaries = purposes.filter { $0.1?.isCanary == true }.map(\.0)
    // One of which it is unknown may be the canary that is missing.
    let isDecided = purposes.allSatisfy { $0.1 != nil }
    return functions.evaluateEach { function throws(DecodingFailure) in
      let isCanary = try function[\.purpose].isCanary
      if isCanary, canaries.dropFirst(expected).contains(function.address) {
        return finding(
          on: function, "'\(function.name)' is canary \(canaries.count) of an environment that has \(expected)",
          fix: "remove '\(function.name)', or raise `canaries` of the standard")
      }
      guard canaries.count < expected, isDecided, function.address == purposes.first?.0 else { return nil }
      return finding(
        on: function, "the stack of '\(function.name)' has \(canaries.count) of \(expected) canaries",
        fix: "add `stack.add(Canary(every: .minutes(5), metricsNamespace: …, subscribers: …, alerts: …))`")
    }
  }
}

extension LambdaFunction.Purpose {
  fileprivate var isCanary: Bool {
    if case .canary = self { true } else { false }
  }
}
