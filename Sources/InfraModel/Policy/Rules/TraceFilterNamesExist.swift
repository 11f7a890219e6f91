extension RuleID {
  public static let traceFilterNamesExist: RuleID = "trace-filter-names-exist"
}

struct TraceFilterNamesExist: Rule {
  static let description = RuleDescription(
    id: .traceFilterNamesExist,
    title: "Every service that a trace group names is one of the stack's",
    rationale: """
      X-Ray calls a function by its whole name and a REST API by its name and its stage. A group about any other name \
      stays empty, and so does its alarm.
      """,
    sources: ["FR-034", "aws-facts 5.3"],
    severity: .warning,
    subjects: [TraceGroup.self, RawResource.self],
    good: [
      Example("A function by the name that AWS knows") { stack in
        stack.add(LambdaFunction.example("ingest"))
        stack.add(TraceGroup("ingest", filter: #"service("example-prod-ingest") { fault }"#))
      },
      Example("A host that is called, and is not the stack's") { stack in
        stack.add(TraceGroup("partner", filter: #"service("api.example.com") { fault }"#))
      },
      Example("A service that its code names") { stack in
        stack.add(LambdaFunction.example("ingest", environment: ["OTEL_SERVICE_NAME": "billing"]))
        stack.add(TraceGroup("billing", filter: #"service(id(name: "billing"))"#))
      },
    ],
    bad: [
      Counterexample("A function by the name that only the stack knows") { stack in
        stack.add(LambdaFunction.example("ingest"))
        return [stack.add(TraceGroup("ingest", filter: #"service("ingest") { fault }"#)).address]
      },
      Counterexample("A function that there is not, at the end of an edge") { stack in
        stack.add(LambdaFunction.example("ingest"))
        let filter = #"edge("example-prod-ingest", id(name: "pay", type: "AWS::Lambda")) { fault }"#
        return [stack.add(TraceGroup("payments", filter: filter)).address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    let filters = stack.spelled("filter_expression", of: TraceGroup.type)
    guard !filters.isEmpty else { return [] }
    let services = TracedServices(stack: stack)
    return filters.flatMap { filter -> [Finding] in
      let named = (try? TraceFilter(parsing: filter.text))?.services ?? []
      return named.compactMap { selector -> Finding? in
        guard let name = selector.name, !services.mayInclude(name) else { return nil }
        return finding(
          on: filter.declaration,
          "the filter of trace group \(filter.owner) names the service '\(name)', and the stack has none of that name",
          fix: services.likely(name).map { "write '\($0)' for '\(name)' in the filter of \(filter.owner)" }
            ?? "name a function as AWS knows it, or a stage as `{api}/{stage}`, in the filter of \(filter.owner)",
          subject: name)
      }
    }
  }
}

/// What the nodes of X-Ray's map are called that the stack makes, as far as it says.
private struct TracedServices {
  let stack: DeclaredStack

  /// Whether traces may have a service of the name: one of the stack's, a host that it calls, or one that only Terraform
  /// knows. Filters are few, and an index of all names would cost more than to go through them.
  func mayInclude(_ name: String) -> Bool {
    name.utf8.contains(UInt8(ascii: ".")) || name.utf8.contains(UInt8(ascii: "$"))
      || stack.declarations.contains { $0.physicalName == name }
      || stack.declared(RawResource.self).contains { isNamed(name, $0.declaration) }
      || stack.declared(Stage.self).contains { stack.resolved($0.traceServiceName) == name }
      || stack.subjects(LambdaFunction.self).contains { mayCallItself(name, $0) }
  }

  private func isNamed(_ name: String, _ raw: Declaration) -> Bool {
    ["function_name", "name"].contains { raw.block[$0].flatMap { stack.spelled($0) } == name }
  }

  /// An environment that is known only after apply may have any name.
  private func mayCallItself(_ name: String, _ function: Subject<LambdaFunction>) -> Bool {
    ["AWS_XRAY_TRACING_NAME", "OTEL_SERVICE_NAME", "POWERTOOLS_SERVICE_NAME"].contains { variable in
      do throws(Unreadable) { return try function.variable(variable, in: stack) == name } catch { return true }
    }
  }

  func likely(_ name: String) -> String? {
    var byOwnName: [String: String] = [:]
    for function in stack.subjects(LambdaFunction.self) where !function.physicalName.isEmpty {
      byOwnName[function.name] = function.physicalName
    }
    for stage in stack.declared(Stage.self) {
      guard let name = stack.resolved(stage.traceServiceName) else { continue }
      byOwnName[stage.name] = name
      byOwnName[stack.resolved(stage.api.name) ?? stage.name] = name
    }
    return byOwnName[name] ?? suggestion(for: name, among: byOwnName.values)
  }
}
