extension RuleID {
  public static let samplingRuleShadowed: RuleID = "sampling-rule-shadowed"
}

struct SamplingRuleShadowed: Rule {
  static let description = RuleDescription(
    id: .samplingRuleShadowed,
    title: "Every sampling rule gets requests that no rule before it takes",
    rationale: "The first rule that matches decides. One behind a rule for the same requests, or for all, never does.",
    sources: ["FR-034", "aws-facts 1.11"],
    subjects: [SamplingRule.self],
    good: [
      Example("The narrow rule comes first") { stack in
        stack.add(
          SamplingRule(
            "orders", priority: 10, fixedRate: .everything, reservoir: 1,
            matching: SamplingRule.Match(path: "/orders")))
        stack.add(SamplingRule("rest", priority: 9_000, fixedRate: .percent(5), reservoir: 1))
      },
      Example("Rules of different regions never meet") { stack in
        stack.add(SamplingRule("first", priority: 1, fixedRate: .percent(5), reservoir: 1), in: .usEast1)
        stack.add(SamplingRule("second", priority: 2, fixedRate: .percent(5), reservoir: 1), in: .euWest1)
      },
    ],
    bad: [
      Counterexample("All requests are gone before the narrow rule") { stack in
        stack.add(SamplingRule("rest", priority: 10, fixedRate: .percent(5), reservoir: 1))
        let orders = stack.add(
          SamplingRule(
            "orders", priority: 100, fixedRate: .everything, reservoir: 1,
            matching: SamplingRule.Match(path: "/orders")))
        return [orders.address]
      },
      Counterexample("A rule for every method takes the posts as well") { stack in
        let posts = stack.add(
          SamplingRule(
            "posts", priority: 2, fixedRate: .everything, reservoir: 1,
            matching: SamplingRule.Match(method: "POST", path: "/orders")))
        stack.add(
          SamplingRule(
            "orders", priority: 1, fixedRate: .everything, reservoir: 1,
            matching: SamplingRule.Match(path: "/orders")))
        return [posts.address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    var first: [RegionalMatch: Declared<SamplingRule>] = [:]
    var findings: [Finding] = []
    for rule in stack.declared(SamplingRule.self).sorted(by: { $0.priority < $1.priority }) {
      let match = RegionalMatch(of: rule, in: stack)
      let wider = match.widenings.lazy.compactMap { first[$0] }.first { $0.priority < rule.priority }
      if let wider { findings.append(shadowed(rule, by: wider)) }
      if first[match] == nil { first[match] = rule }
    }
    return findings
  }

  private func shadowed(_ rule: Declared<SamplingRule>, by wider: Declared<SamplingRule>) -> Finding {
    finding(
      on: rule,
      "sampling rule '\(rule.name)' never decides: '\(wider.name)' with priority \(wider.priority) takes its requests",
      fix: "give '\(rule.name)' a `priority:` below \(wider.priority), or take one of the two out",
      notes: [Finding.Note(at: wider.location, "sampling rule '\(wider.name)' is declared here")])
  }
}

/// The requests a rule is for, in the region where it is asked.
private struct RegionalMatch: Hashable {
  let region: Region
  var match: SamplingRule.Match

  init(of rule: Declared<SamplingRule>, in stack: DeclaredStack) {
    region = rule.region
    match = rule.matching
    match.serviceName = stack.simplified(match.serviceName)
    match.resourceARN = stack.simplified(match.resourceARN)
  }

  /// Itself and all that take at least as much because some of its fields are `*`: 64 at most, however many rules
  /// there are, where comparing every two rules would take their square.
  var widenings: [RegionalMatch] {
    var all = [self]
    func widen<Field: Equatable & ExpressibleByStringLiteral>(_ field: WritableKeyPath<SamplingRule.Match, Field>) {
      guard match[keyPath: field] != "*" else { return }
      all += all.map { narrow in
        var wide = narrow
        wide.match[keyPath: field] = "*"
        return wide
      }
    }
    widen(\.serviceName)
    widen(\.serviceType)
    widen(\.host)
    widen(\.method)
    widen(\.path)
    widen(\.resourceARN)
    return all
  }
}
