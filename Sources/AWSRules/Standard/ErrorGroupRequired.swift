import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let errorGroupRequired: RuleID = "error-group-required"
}

struct ErrorGroupRequired: StandardRule {
  static let description = RuleDescription(
    id: .errorGroupRequired,
    title: "A stack that records traces has a group of the failed ones, where the repository declares so",
    rationale: """
      A group counts its traces in a metric, for an alarm, and keeps the filter that an engineer would otherwise type while \
      something is failing.
      """,
    sources: ["FR-034", "SC-013", "https://docs.aws.amazon.com/xray/latest/devguide/xray-console-groups.html"],
    asked: .ofStacksOnly(because: standardIsOfARepository),
    subjects: [LambdaFunction.self, StateMachine.self, Stage.self],
    reads: [.arguments("filter_expression", of: TraceGroup.self)],
    good: [
      Example("A group of traces with errors or faults") { stack in
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        stack.add(TraceGroup("errors", filter: "fault = true OR error = true"))
      }
    ],
    bad: [
      Counterexample("A group of slow traces only") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        stack.add(TraceGroup("slow", filter: "responsetime > 5"))
        return [ingest.address]
      }
    ])

  init() {}

  init?(standard: ObservabilityStandard, for stack: StackIdentity) {
    if !standard[stack.stack].hasErrorGroup { return nil }
  }

  func findings(in stack: DeclaredStack) -> [Finding] {
    guard let (source, _) = stack.traceSource else { return [] }
    let filters = stack.managed(TraceGroup.type).map { $0.block["filter_expression"]?.text(in: stack) }
    // A filter that is known only after apply may be one of errors.
    guard filters.allSatisfy({ filter in filter.map { !isOfErrors($0) } ?? false }) else { return [] }
    return [
      finding(
        on: source, "'\(source.resource.name)' records traces, but no X-Ray group is of those with errors",
        fix: "add `TraceGroup(\"errors\", filter: \"fault = true OR error = true\")`")
    ]
  }

  private func isOfErrors(_ filter: String) -> Bool {
    filter.split { !$0.isLetter }.contains { ["fault", "error"].contains($0) }
  }
}
