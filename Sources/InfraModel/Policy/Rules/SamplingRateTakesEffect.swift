extension RuleID {
  public static let samplingRateTakesEffect: RuleID = "sampling-rate-takes-effect"
}

struct SamplingRateTakesEffect: Rule {
  // A note: to record everything while little comes may be just what somebody wants, but it is not what the rate says.
  static let description = RuleDescription(
    id: .samplingRateTakesEffect,
    title: "A sampling rate begins to count at the load that is expected",
    rationale: """
      The reservoir comes first, each second anew, and the rate is for what is left over. A rate of 5 % saves 95 % of a \
      thousand requests a second, 85 % of ten, and nothing of one.
      """,
    sources: ["T17", "S0-16", "aws-facts 6.5"],
    severity: .note,
    subjects: [SamplingRule.self],
    good: [
      Example("At ten requests a second, 14.5 % are recorded") { stack in
        let api = stack.add(RestAPI("shop"))
        let stage = stack.add(Stage("shop", called: "v1", of: api.reference, serves: "abc123"))
        stack.add(SamplingRule("some", priority: 100, fixedRate: .percent(5), reservoir: 1))
        stack.expect(.perSecond(10), at: stage)
      },
      Example("A rule that means everything") { stack in
        let api = stack.add(RestAPI("shop"))
        let stage = stack.add(Stage("shop", called: "v1", of: api.reference, serves: "abc123"))
        stack.add(SamplingRule("all", priority: 100, fixedRate: .everything, reservoir: 1))
        stack.expect(.perSecond(0.5), at: stage)
      },
    ],
    bad: [
      Counterexample("Half a request a second fits into the reservoir") { stack in
        let api = stack.add(RestAPI("shop"))
        let stage = stack.add(Stage("shop", called: "v1", of: api.reference, serves: "abc123"))
        let rule = stack.add(SamplingRule("some", priority: 100, fixedRate: .percent(5), reservoir: 1))
        stack.expect(.perSecond(0.5), at: stage)
        return [rule.address]
      }
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    let decided = Dictionary(grouping: stack.flows) { flow in
      if case .rule(let name, _) = flow.decision { name } else { "" }
    }
    return stack.declared(SamplingRule.self).compactMap { rule in
      guard rule.fixedRate.known.fraction < 1, let flows = decided[rule.name], !flows.isEmpty else { return nil }
      let perSecond = flows.reduce(0) { $0 + $1.rate.perSecond }
      guard perSecond <= Double(rule.reservoir) else { return nil }
      return finding(
        on: rule,
        "sampling rule '\(rule.name)' records all that is expected: its reservoir takes \(rule.reservoir) a second, "
          + "and fewer come",
        fix: "leave '\(rule.name)' as it is if that is meant, or set `reservoir: 0` to record only its rate")
    }
  }
}
