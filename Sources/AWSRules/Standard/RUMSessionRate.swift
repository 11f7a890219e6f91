import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let rumSessionRate: RuleID = "rum-session-rate"
}

struct RUMSessionRate: StandardRule {
  static let description = RuleDescription(
    id: .rumSessionRate,
    title: "RUM records the share of sessions that the repository declares for the environment",
    rationale: """
      In tests, every session matters and there are few. In production, each recorded session is billed by the event, \
      and each of its requests starts a trace.
      """,
    sources: ["FR-016", "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch-RUM.html"],
    asked: .ofStacksOnly(because: standardIsOfARepository), subjects: [AppMonitor.self],
    good: [
      Example("A tenth of the sessions in production") { stack in
        stack.add(AppMonitor("web", domain: "example.com", sessionSampleRate: .percent(10), http: .traced))
      }
    ],
    bad: [
      Counterexample("Half of the sessions in production, where the repository declares a tenth") { stack in
        let web = AppMonitor("web", domain: "example.com", sessionSampleRate: .percent(50), http: .traced)
        return [stack.add(web).address]
      }
    ])

  private let leastInTest: SamplingRate?
  private let mostInProduction: SamplingRate?

  init() {
    leastInTest = .everything
    mostInProduction = .percent(10)
  }

  init?(standard: ObservabilityStandard, for stack: StackIdentity) {
    let numbers = standard[stack.stack]
    guard numbers.leastTestSessions != nil || numbers.mostProductionSessions != nil else { return nil }
    leastInTest = numbers.leastTestSessions
    mostInProduction = numbers.mostProductionSessions
  }

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    stack.subjects(AppMonitor.self).evaluateEach { monitor throws(DecodingFailure) in
      let rate = try monitor[\.sessionSampleRate]
      if stack.isProduction {
        guard let most = mostInProduction, rate.fraction > most.fraction else { return nil }
        return finding(on: monitor, rate, "production, more than \(most.percent)", most)
      }
      guard let least = leastInTest, rate.fraction < least.fraction else { return nil }
      return finding(on: monitor, rate, "a test environment, less than \(least.percent)", least)
    }
  }

  private func finding(
    on monitor: Subject<AppMonitor>, _ rate: SamplingRate, _ place: String, _ limit: SamplingRate
  ) -> Finding {
    finding(
      on: monitor, "app monitor '\(monitor.name)' records \(rate.percent) of the sessions in \(place)",
      fix: "set `sessionSampleRate: \(limit.swift)` on '\(monitor.name)'")
  }
}
