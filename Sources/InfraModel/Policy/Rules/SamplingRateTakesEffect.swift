extension RuleID {
  public static let samplingRateTakesEffect: RuleID = "sampling-rate-takes-effect"
}

struct SamplingRateTakesEffect: Rule {
  static let description = RuleDescription(
    id: .samplingRateTakesEffect,
    title: "A sampling rate is what is recorded of the load there is",
    rationale: """
      The reservoir comes first: of a load that it takes whole, everything is recorded, whatever the rate. A rate of \
      5 % halves nothing below two requests a second, and saves 95 % only of a great many.
      """,
    sources: ["T17", "aws-facts 6.5"],
    severity: .note,
    subjects: [SamplingRule.self],
    good: [
      Example("At a thousand a second, one more is nothing") { stack in
        stack.expect(.perSecond(1_000))
        stack.add(RawResource("aws_instance", "worker"))
        stack.add(SamplingRule("rest", priority: 9_000, fixedRate: .percent(5), reservoir: 1))
      },
      Example("Without a reservoir the rate is the rate") { stack in
        stack.expect(.perHour(2_000))
        stack.add(RawResource("aws_instance", "worker"))
        stack.add(SamplingRule("rest", priority: 9_000, fixedRate: .percent(10), reservoir: 0))
      },
    ],
    bad: [
      Counterexample("The reservoir takes all there is") { stack in
        stack.expect(.perMonth(1_000_000))
        stack.add(RawResource("aws_instance", "worker"))
        return [stack.add(SamplingRule("rest", priority: 9_000, fixedRate: .percent(5), reservoir: 1)).address]
      },
      Counterexample("Three times as much as the rate says") { stack in
        stack.expect(.perSecond(10))
        stack.add(RawResource("aws_instance", "worker"))
        return [stack.add(SamplingRule("rest", priority: 9_000, fixedRate: .percent(5), reservoir: 1)).address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    guard let load = stack.load else { return [] }
    return decidingRules(in: stack).compactMap { rule in
      let written = rule.fixedRate.known.fraction
      let effective = rule.sampling.effectiveRate(at: load)
      // A tenth more is what a burst makes of it anyway.
      guard effective > written * 1.1 else { return nil }
      return finding(
        on: rule,
        """
        sampling rule '\(rule.name)' is written for \(percent(written)) and records \(percent(effective)) or more: at \
        most \(decimal(load.requestsPerSecond)) requests a second come, and its reservoir takes \(rule.reservoir) first
        """,
        fix: "set `reservoir: 0` on '\(rule.name)', or count on what it records")
    }
  }

  func unknowns(in stack: DeclaredStack) -> [Unknown] {
    guard stack.load == nil else { return [] }
    return decidingRules(in: stack).filter { $0.reservoir > 0 && $0.fixedRate.known.fraction < 1 }.map { rule in
      Unknown(
        on: rule.declaration, "no load is declared, so nobody knows how much sampling rule '\(rule.name)' records")
    }
  }

  /// Of a rule that decides nothing, `sampling-rule-inert` speaks.
  private func decidingRules(in stack: DeclaredStack) -> [Declared<SamplingRule>] {
    let clients = SamplingClients(stack)
    return stack.declared(SamplingRule.self).filter { clients.contains($0.matching, in: $0.region) }
  }

  private func percent(_ share: Double) -> String { "\(decimal(share * 100)) %" }

  /// With as many decimals as say something.
  private func decimal(_ number: Double) -> String {
    let scale: Double = number < 1 ? 1_000 : 10
    let rounded = (number * scale).rounded() / scale
    return rounded.rounded() == rounded ? String(Int(rounded)) : String(rounded)
  }
}
