import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let samplingReservoirTooLarge: RuleID = "sampling-reservoir-too-large"
}

struct SamplingReservoirTooLarge: Rule {
  // A note: recording most requests while few arrive may be intended, but it is not what the rate says.
  static let description = RuleDescription(
    id: .samplingReservoirTooLarge,
    title: "At the expected load, a sampling rule's fixed rate records more requests than its reservoir",
    rationale: """
      X-Ray fills the reservoir first, every second, and applies the rate to the rest. A rate of 5 % saves 95 % of \
      a thousand requests a second and 85 % of ten, but only 35 % of one: requests arrive at random, and most of \
      them find an unused reservoir.
      """,
    sources: ["T17", "S0-16", "https://aws.amazon.com/xray/pricing/"],
    severity: .note,
    asked: .ofStacksOnly(because: "Terraform does not know the expected load"),
    subjects: [SamplingRule.self],
    reads: [
      .arguments("stage_name", "xray_tracing_enabled", of: Stage.self),
      .arguments(
        "fixed_rate", "host", "http_method", "priority", "reservoir_size", "resource_arn", "service_name",
        "service_type", "url_path", of: SamplingRule.self),
    ],
    good: [
      Example("At ten requests a second, 14.5 % are recorded") { stack in
        let api = stack.add(RestAPI("shop"))
        let stage = stack.add(Stage("shop", called: "v1", of: api.reference, serves: "abc123"))
        stack.add(SamplingRule("some", priority: 100, fixedRate: .percent(5), reservoir: 1))
        stack.expect(.perSecond(10), at: stage)
      },
      Example("A rule that records everything") { stack in
        let api = stack.add(RestAPI("shop"))
        let stage = stack.add(Stage("shop", called: "v1", of: api.reference, serves: "abc123"))
        stack.add(SamplingRule("all", priority: 100, fixedRate: .everything, reservoir: 1))
        stack.expect(.perSecond(0.5), at: stage)
      },
    ],
    bad: [
      Counterexample("At half a request a second, the reservoir records four in five") { stack in
        let api = stack.add(RestAPI("shop"))
        let stage = stack.add(Stage("shop", called: "v1", of: api.reference, serves: "abc123"))
        let rule = stack.add(SamplingRule("some", priority: 100, fixedRate: .percent(5), reservoir: 1))
        stack.expect(.perSecond(0.5), at: stage)
        return [rule.address]
      }
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    let decided = Dictionary(grouping: stack.flows) { flow in
      if case .rule(let name, _) = flow.decision { name } else { "" }
    }
    return stack.subjects(SamplingRule.self).evaluateEach { rule throws(DecodingFailure) in
      guard let flows = decided[rule.name], let first = flows.first else { return nil }
      let (fixed, reservoir) = (try rule[\.fixedRate].known, try rule[\.reservoir])
      let rate = flows.count == 1 ? first.rate : .perSecond(flows.reduce(0) { $0 + $1.rate.perSecond })
      let sampling = Sampling(reservoir: reservoir, rate: fixed)
      guard fixed.fraction < 1, sampling.reservedShare(of: rate) >= 0.5 else { return nil }
      return finding(
        on: rule,
        "sampling rule '\(rule.name)' records \(whole(sampling.effectiveRate(of: rate))) % of the expected requests, "
          + "although its rate is \(whole(fixed.fraction)) %: its reservoir of \(reservoir) a second "
          + "records most of them",
        fix: "keep '\(rule.name)' if that is intended, or set `reservoir: 0` to apply only its rate")
    }
  }

  private func whole(_ fraction: Double) -> Int { Int(exactly: (min(max(fraction, 0), 1) * 100).rounded()) ?? 0 }
}
