import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let traceFilterParses: RuleID = "trace-filter-parses"
}

struct TraceFilterParses: Rule {
  static let description = RuleDescription(
    id: .traceFilterParses,
    title: "Every X-Ray group's filter expression is valid",
    rationale: "Terraform accepts any text as a filter expression; X-Ray rejects an invalid one during apply.",
    sources: ["FR-034", "https://docs.aws.amazon.com/xray/latest/devguide/xray-console-filters.html"],
    subjects: [TraceGroup.self, RawResource.self],
    reads: [
      .arguments("filter_expression", of: TraceGroup.self)
    ],
    good: [
      Example("Whatever went wrong") { stack in
        stack.add(TraceGroup("errors", filter: "fault = true OR error = true"))
      },
      Example("One service, and an annotation of the code's") { stack in
        stack.add(TraceGroup("cold", filter: #"service("ingest") { fault } AND annotation.coldstart = true"#))
      },
      Example("The name of a declared function") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        stack.add(
          TraceGroup("ingest", filter: "fault"),
          with: ["filter_expression": .text("service(\"\(ingest.functionName)\") { fault }")])
      },
    ],
    bad: [
      Counterexample("The operators of another language") { stack in
        [stack.add(TraceGroup("errors", filter: "fault == true || error")).address]
      },
      Counterexample("A keyword that X-Ray does not have") { stack in
        [stack.add(TraceGroup("slow", filter: "latency > 5")).address]
      },
      Counterexample("An annotation without its prefix") { stack in
        [stack.add(TraceGroup("cold", filter: "coldstart: true")).address]
      },
      Counterexample("A group as a raw resource") { stack in
        let group = RawResource(
          "aws_xray_group", "errors", ["group_name": "errors", "filter_expression": "NOT ok"])
        return [stack.add(group).address]
      },
      Counterexample("A keyword about a part of a trace") { stack in
        [stack.add(TraceGroup("named", filter: #"name = "ingest""#)).address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.spelled("filter_expression", of: TraceGroup.type).compactMap { filter in
      filter.error(reading: TraceFilter.init(parsing:)).map { error in
        finding(
          on: filter.declaration, "the filter of trace group \(filter.owner) \(error)",
          fix: "\(error.fix) in the filter of \(filter.owner)")
      }
    }
  }
}
