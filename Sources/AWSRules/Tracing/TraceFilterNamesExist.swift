import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let traceFilterNamesExist: RuleID = "trace-filter-names-exist"
}

struct TraceFilterNamesExist: Rule {
  static let description = RuleDescription(
    id: .traceFilterNamesExist,
    title: "Every service in an X-Ray group's filter expression is a service of the stack",
    rationale: """
      X-Ray identifies a function by its full name and a REST API by name and stage. A group for any other name \
      stays empty, and so does an alarm on it.
      """,
    sources: ["FR-034", "https://docs.aws.amazon.com/xray/latest/devguide/xray-console-filters.html"],
    severity: .warning,
    subjects: [TraceGroup.self, RawResource.self],
    good: [
      Example("A function by its name in AWS") { stack in
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        stack.add(TraceGroup("ingest", filter: #"service("example-prod-ingest") { fault }"#))
      },
      Example("A host outside the stack") { stack in
        stack.add(TraceGroup("partner", filter: #"service("api.example.com") { fault }"#))
      },
      Example("A service name that the code sets") { stack in
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["OTEL_SERVICE_NAME": "billing"], logging: .json(to: "/aws/lambda/ingest")))
        stack.add(TraceGroup("billing", filter: #"service(id(name: "billing"))"#))
      },
    ],
    bad: [
      Counterexample("A function by its name in the stack") { stack in
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        return [stack.add(TraceGroup("ingest", filter: #"service("ingest") { fault }"#)).address]
      },
      Counterexample("A function that does not exist, at the end of an edge") { stack in
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        let filter = #"edge("example-prod-ingest", id(name: "pay", type: "AWS::Lambda")) { fault }"#
        return [stack.add(TraceGroup("payments", filter: filter)).address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    let filters = stack.spelled("filter_expression", of: TraceGroup.type)
    guard !filters.isEmpty else { return RuleEvaluation() }
    let services = TracedServices(stack: stack)
    var evaluation = RuleEvaluation()
    for filter in filters {
      evaluation.judge(filter.declaration) { () throws(DecodingFailure) in
        let found = try unknownNames(in: filter, services)
        if found.isEmpty, case .text(let text)? = filter.declaration.block["filter_expression"] {
          try text.expectDecided(in: "filter_expression")
        }
        return found
      }
    }
    return evaluation
  }

  private func unknownNames(in filter: RenderedArgument, _ services: TracedServices) throws(DecodingFailure)
    -> [Finding]
  {
    let named = ((try? TraceFilter(parsing: filter.text))?.services ?? []).compactMap(\.name)
    var findings: [Finding] = []
    var unclear: DecodingFailure?
    for name in named {
      do throws(DecodingFailure) {
        if try services.include(name) { continue }
      } catch {
        unclear = unclear ?? error
        continue
      }
      findings.append(
        finding(
          on: filter.declaration,
          "the filter of trace group \(filter.owner) names the service '\(name)', but the \(services.stack.noun) has no service with that name",
          fix: services.likely(name).map { "write '\($0)' instead of '\(name)' in the filter of \(filter.owner)" }
            ?? "use the name that a function has in AWS, or a stage as `{api}/{stage}`, in the filter of \(filter.owner)",
          subject: name))
    }
    if findings.isEmpty, let unclear { throw unclear }
    return findings
  }
}

/// The names on X-Ray's map of the nodes that the stack makes.
private struct TracedServices {
  let stack: DeclaredStack

  /// Whether traces may have a service of the name: one of the stack's, a host that it calls, or one that only Terraform
  /// knows. Filters are few, so an index of all names would cost more than a search.
  ///
  /// - Throws: Where no name is known to be the service's, and one that is unknown may be.
  func include(_ name: String) throws(DecodingFailure) -> Bool {
    if name.utf8.contains(UInt8(ascii: ".")) || name.utf8.contains(UInt8(ascii: "$"))
      || stack.declarations.contains(where: { $0.physicalName == name || $0.isRaw && isNamed(name, $0) })
    {
      return true
    }
    let stage = try stack.subjects(Stage.self).firstKnown { stage throws(DecodingFailure) in
      let own = try stage.traceServiceName
      try own.expectDecided(in: "stage_name")
      return stack.resolved(own) == name
    }
    if stage != nil { return true }
    return try stack.subjects(LambdaFunction.self).firstKnown { function throws(DecodingFailure) in
      if case .text(let own)? = function.declaration.block["function_name"] {
        try own.expectDecided(in: "function_name")
      }
      for variable in ["AWS_XRAY_TRACING_NAME", "OTEL_SERVICE_NAME", "POWERTOOLS_SERVICE_NAME"] {
        if try function.variable(variable, in: stack) == name { return true }
      }
      return false
    } != nil
  }

  private func isNamed(_ name: String, _ raw: Declaration) -> Bool {
    ["function_name", "name"].contains { raw.block[$0].flatMap { stack.spelled($0) } == name }
  }

  func likely(_ name: String) -> String? {
    var byOwnName: [String: String] = [:]
    for function in stack.subjects(LambdaFunction.self) where !function.physicalName.isEmpty {
      byOwnName[function.declaration.address.name] = function.physicalName
    }
    for stage in stack.subjects(Stage.self) {
      guard let text = try? stage.traceServiceName, let service = stack.resolved(text) else { continue }
      byOwnName[stage.declaration.address.name] = service
      byOwnName[(try? stage[\.api].name).flatMap { stack.resolved($0) } ?? stage.declaration.address.name] = service
    }
    return byOwnName[name] ?? suggestion(for: name, among: byOwnName.values)
  }
}
