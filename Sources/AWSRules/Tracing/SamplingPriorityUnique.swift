import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let samplingPriorityUnique: RuleID = "sampling-priority-unique"
}

struct SamplingPriorityUnique: Rule {
  static let description = RuleDescription(
    id: .samplingPriorityUnique,
    title: "No two sampling rules have the same priority",
    rationale: "If two rules have the same priority, SDKs evaluate them in the order of their names.",
    sources: ["FR-034", "https://docs.aws.amazon.com/xray/latest/devguide/xray-console-sampling.html"],
    severity: .warning,
    terraformFix: "give each `aws_xray_sampling_rule` a different `priority`",
    subjects: [SamplingRule.self],
    good: [
      Example("Different priorities") { stack in
        stack.add(SamplingRule("a", priority: 1, fixedRate: .percent(5), reservoir: 1))
        stack.add(SamplingRule("b", priority: 2, fixedRate: .percent(5), reservoir: 1))
      }
    ],
    bad: [
      Counterexample("The same priority") { stack in
        stack.add(SamplingRule("a", priority: 1, fixedRate: .percent(5), reservoir: 1))
        return [stack.add(SamplingRule("b", priority: 1, fixedRate: .percent(5), reservoir: 1)).address]
      }
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    var first: [Place: Subject<SamplingRule>] = [:]
    return stack.subjects(SamplingRule.self).evaluateEach { rule throws(DecodingFailure) in
      let place = Place(region: rule.region, priority: try rule[\.priority])
      guard let other = first[place] else {
        first[place] = rule
        return nil
      }
      return finding(
        on: rule, "sampling rules '\(rule.name)' and '\(other.name)' both have priority \(place.priority)",
        fix: "give '\(rule.name)' another `priority:`",
        notes: [Finding.Note(at: other.location, "sampling rule '\(other.name)' is declared here")])
    }
  }
}

private struct Place: Hashable {
  let region: Region
  let priority: Int
}
