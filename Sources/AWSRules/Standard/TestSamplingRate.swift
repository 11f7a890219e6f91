import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let testSamplingRate: RuleID = "test-sampling-rate"
}

struct TestSamplingRate: StandardRule {
  static let description = RuleDescription(
    id: .testSamplingRate,
    title: "In test environments, sampling rules record at least the share that the repository declares",
    rationale: """
      Test environments have little traffic, so recording all of it costs next to nothing, and the one request that \
      failed has a trace.
      """,
    sources: ["FR-034", "AC8", "https://docs.aws.amazon.com/xray/latest/devguide/xray-console-sampling.html"],
    asked: .ofStacksOnly(because: standardIsOfARepository), subjects: [SamplingRule.self],
    good: [
      Example("Everything is recorded") { stack in
        stack.add(SamplingRule("api", priority: 1_000, fixedRate: .everything, reservoir: 1))
      }
    ],
    bad: [
      Counterexample("Half of the requests, where the repository declares all") { stack in
        [stack.add(SamplingRule("api", priority: 1_000, fixedRate: .percent(50), reservoir: 1)).address]
      }
    ])

  private let least: SamplingRate
  /// Examples are in no environment, and are judged as tests.
  private let takesAllForTests: Bool

  init() {
    least = .everything
    takesAllForTests = true
  }

  init?(standard: ObservabilityStandard, for stack: StackIdentity) {
    guard let least = standard[stack.stack].leastTestSampling else { return nil }
    self.least = least
    takesAllForTests = false
  }

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    guard takesAllForTests || !stack.isProduction else { return RuleEvaluation() }
    return stack.subjects(SamplingRule.self).evaluateEach { rule throws(DecodingFailure) in
      guard try rule[\.fixedRate].known.fraction < least.fraction else { return nil }
      let rate = try rule[\.fixedRate].known
      return finding(
        on: rule, "sampling rule '\(rule.name)' records \(rate.percent) in a test environment, not \(least.percent)",
        fix: "set `fixedRate: \(least.swift)` on '\(rule.name)'")
    }
  }
}
