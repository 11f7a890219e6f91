import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let samplingRuleShadowed: RuleID = "sampling-rule-shadowed"
}

struct SamplingRuleShadowed: Rule {
  static let description = RuleDescription(
    id: .samplingRuleShadowed,
    title: "Every sampling rule matches requests that no earlier rule matches",
    rationale: """
      The first matching rule decides. A rule after one for the same requests, or for all requests, never does.
      """,
    sources: ["FR-034", "https://docs.aws.amazon.com/xray/latest/devguide/xray-console-sampling.html"],
    terraformFix: "give the rule a `priority` below that of the wider one, or remove one of the two",
    subjects: [SamplingRule.self],
    good: [
      Example("The narrow rule comes first") { stack in
        stack.add(
          SamplingRule(
            "orders", priority: 10, fixedRate: .everything, reservoir: 1,
            matching: SamplingRule.Match(path: "/orders")))
        stack.add(SamplingRule("rest", priority: 9_000, fixedRate: .percent(5), reservoir: 1))
      },
      Example("Rules in different regions") { stack in
        stack.add(SamplingRule("first", priority: 1, fixedRate: .percent(5), reservoir: 1), in: .usEast1)
        stack.add(SamplingRule("second", priority: 2, fixedRate: .percent(5), reservoir: 1), in: .euWest1)
      },
    ],
    bad: [
      Counterexample("A rule for all requests comes first") { stack in
        stack.add(SamplingRule("rest", priority: 10, fixedRate: .percent(5), reservoir: 1))
        let orders = stack.add(
          SamplingRule(
            "orders", priority: 100, fixedRate: .everything, reservoir: 1,
            matching: SamplingRule.Match(path: "/orders")))
        return [orders.address]
      },
      Counterexample("A rule for every method also matches POST") { stack in
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

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    // A rule of which the priority or the requests are unknown is unknown itself, and is compared with no other.
    var evaluation = RuleEvaluation()
    var rules: [Known] = []
    for rule in stack.subjects(SamplingRule.self) {
      evaluation.judge(rule.declaration) { () throws(DecodingFailure) in
        rules.append(
          Known(rule: rule, priority: try rule[\.priority], match: try RegionalMatch(of: rule, in: stack)))
        return []
      }
    }
    var first: [RegionalMatch: Known] = [:]
    for known in rules.sorted(by: { $0.priority < $1.priority }) {
      let wider = known.match.widenings.lazy.compactMap { first[$0] }.first { $0.priority < known.priority }
      if let wider { evaluation.findings.append(shadowed(known.rule, by: wider)) }
      if first[known.match] == nil { first[known.match] = known }
    }
    return evaluation
  }

  private struct Known {
    let rule: Subject<SamplingRule>
    let priority: Int
    let match: RegionalMatch
  }

  private func shadowed(_ rule: Subject<SamplingRule>, by wider: Known) -> Finding {
    let (name, priority) = (wider.rule.name, wider.priority)
    return finding(
      on: rule,
      "sampling rule '\(rule.name)' never decides: '\(name)' with priority \(priority) matches its requests first",
      fix: "give '\(rule.name)' a `priority:` below \(priority), or remove one of the two",
      notes: [Finding.Note(at: wider.rule.location, "sampling rule '\(name)' is declared here")])
  }
}

/// The requests a rule is for, in the region where it is asked.
private struct RegionalMatch: Hashable {
  let region: Region
  var match: SamplingRule.Match

  init(of rule: Subject<SamplingRule>, in stack: DeclaredStack) throws(DecodingFailure) {
    region = rule.region
    match = try rule[\.matching]
    try match.serviceName.expectDecided(in: "service_name")
    try match.resourceARN.expectDecided(in: "resource_arn")
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
