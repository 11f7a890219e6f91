extension RuleID {
  public static let traceFilterWarns: RuleID = "trace-filter-warns"
}

struct TraceFilterWarns: Rule {
  static let description = RuleDescription(
    id: .traceFilterWarns,
    title: "Every trace group's filter means what it says",
    rationale: "X-Ray takes a time in milliseconds for seconds, and then the group stays empty without a word.",
    sources: ["FR-034", "aws-facts 5.2", "aws-facts 5.3"],
    severity: .warning,
    subjects: [TraceGroup.self, RawResource.self],
    good: [
      Example("Parentheses say what belongs together") { stack in
        stack.add(TraceGroup("slow", filter: "(fault OR error) AND responsetime > 2.5"))
      }
    ],
    bad: [
      Counterexample("Nobody knows which binds closer") { stack in
        [stack.add(TraceGroup("slow", filter: "fault OR error AND responsetime > 2.5")).address]
      },
      Counterexample("Milliseconds, where X-Ray counts seconds") { stack in
        [stack.add(TraceGroup("slow", filter: "responsetime > 2500")).address]
      },
      Counterexample("A type that X-Ray does not know") { stack in
        [stack.add(TraceGroup("functions", filter: #"service(id(type: "AWS::Lambda::Fuction")) { fault }"#)).address]
      },
      Counterexample("A group about groups") { stack in
        [stack.add(TraceGroup("slow", filter: #"group.name = "slow" AND fault"#)).address]
      },
      Counterexample("An annotation inside of a service") { stack in
        [stack.add(TraceGroup("gold", filter: #"service("pay") { annotation.tier = "gold" }"#)).address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.spelled("filter_expression", of: TraceGroup.type).flatMap { filter -> [Finding] in
      // One that cannot be read is another rule's.
      let warnings = (try? TraceFilter.read(filter.text).warnings) ?? []
      return warnings.map { warning in
        finding(
          on: filter.declaration, "the filter of trace group \(filter.owner) \(warning.message)",
          fix: "\(warning.fix), at character \(warning.position) of the filter of \(filter.owner)")
      }
    }
  }
}
