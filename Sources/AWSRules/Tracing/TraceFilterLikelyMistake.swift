import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let traceFilterLikelyMistake: RuleID = "trace-filter-likely-mistake"
}

struct TraceFilterLikelyMistake: Rule {
  static let description = RuleDescription(
    id: .traceFilterLikelyMistake,
    title: "No X-Ray group's filter expression contains a likely mistake, such as a time in milliseconds",
    rationale: "X-Ray reads a time in milliseconds as seconds, and the group then silently stays empty.",
    sources: ["FR-034", "https://docs.aws.amazon.com/xray/latest/devguide/xray-console-filters.html"],
    severity: .warning,
    subjects: [TraceGroup.self, RawResource.self],
    reads: [
      .arguments("filter_expression", of: TraceGroup.self)
    ],
    good: [
      Example("Parentheses make the precedence explicit") { stack in
        stack.add(TraceGroup("slow", filter: "(fault OR error) AND responsetime > 2.5"))
      }
    ],
    bad: [
      Counterexample("AND and OR without parentheses") { stack in
        [stack.add(TraceGroup("slow", filter: "fault OR error AND responsetime > 2.5")).address]
      },
      Counterexample("Milliseconds, where X-Ray expects seconds") { stack in
        [stack.add(TraceGroup("slow", filter: "responsetime > 2500")).address]
      },
      Counterexample("A type that X-Ray does not know") { stack in
        [stack.add(TraceGroup("functions", filter: #"service(id(type: "AWS::Lambda::Fuction")) { fault }"#)).address]
      },
      Counterexample("A group that refers to a group") { stack in
        [stack.add(TraceGroup("slow", filter: #"group.name = "slow" AND fault"#)).address]
      },
      Counterexample("An annotation inside a service") { stack in
        [stack.add(TraceGroup("gold", filter: #"service("pay") { annotation.tier = "gold" }"#)).address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.spelled("filter_expression", of: TraceGroup.type).flatMap { filter -> [Finding] in
      // Another rule reports filters that cannot be parsed.
      let warnings = (try? TraceFilter.read(filter.text).warnings) ?? []
      return warnings.map { warning in
        finding(
          on: filter.declaration, "the filter of trace group \(filter.owner) \(warning.message)",
          fix: "\(warning.fix), at character \(warning.position) of the filter of \(filter.owner)")
      }
    }
  }
}
