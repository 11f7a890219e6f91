import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let otelServiceName: RuleID = "otel-service-name"
}

struct OTelServiceName: Rule {
  static let description = RuleDescription(
    id: .otelServiceName,
    title: "A function that sends OpenTelemetry spans uses its own name as service name",
    rationale: """
      X-Ray names a function's node after the function, and the node of its spans after the service name, so \
      another name shows one function as two unconnected nodes.
      """,
    sources: ["FR-047", "T11", "https://aws-otel.github.io/docs/getting-started/lambda"],
    severityInAudit: .warning,
    terraformFix: """
      set `OTEL_SERVICE_NAME`, and with Powertools `POWERTOOLS_SERVICE_NAME`, to the function's `function_name` in \
      its `environment`
      """,
    subjects: [LambdaFunction.self],
    good: [
      Example("Both names are the function's") { stack in
        stack.add(
          LambdaFunction(
            "ingest", named: "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["OTEL_SERVICE_NAME": "ingest", "POWERTOOLS_SERVICE_NAME": "ingest"],
            logging: .json(to: "/aws/lambda/ingest")))
      },
      Example("OTEL_SERVICE_NAME overrides the resource attribute") { stack in
        stack.add(
          LambdaFunction(
            "ingest", named: "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["OTEL_SERVICE_NAME": "ingest", "OTEL_RESOURCE_ATTRIBUTES": "service.name=other"],
            logging: .json(to: "/aws/lambda/ingest")))
      },
      Example("Without spans, Powertools' name is for logs and metrics only") { stack in
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["POWERTOOLS_SERVICE_NAME": "shop"], logging: .json(to: "/aws/lambda/ingest")))
      },
    ],
    bad: [
      Counterexample("Powertools and the spans disagree") { stack in
        let function = stack.add(
          LambdaFunction(
            "ingest", named: "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["OTEL_SERVICE_NAME": "ingest", "POWERTOOLS_SERVICE_NAME": "shop"],
            logging: .json(to: "/aws/lambda/ingest")))
        return [function.address]
      },
      Counterexample("They agree on a name that is not the function's") { stack in
        let function = stack.add(
          LambdaFunction(
            "ingest", named: "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["OTEL_SERVICE_NAME": "shop", "POWERTOOLS_SERVICE_NAME": "shop"],
            logging: .json(to: "/aws/lambda/ingest")))
        return [function.address]
      },
      Counterexample("Another name in the resource attributes") { stack in
        let function = stack.add(
          LambdaFunction(
            "ingest", named: "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["OTEL_RESOURCE_ATTRIBUTES": "deployment.environment=prod, service.name=shop"],
            logging: .json(to: "/aws/lambda/ingest")))
        return [function.address]
      },
      Counterexample("A collector without a wrapper and without a name") { stack in
        let function = stack.add(
          LambdaFunction(
            "ingest",
            code: .zip(
              .file("ingest.zip"), runtime: .python313, handler: "app.handler", layers: [.adotCollector(in: .usEast1)]),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        return [function.address]
      },
      Counterexample("Spans have a name, and Powertools has none") { stack in
        let powertools: ARN<Layer> = .powertools(in: .fixed(.usEast1))
        let function = stack.add(
          LambdaFunction(
            "ingest", named: "ingest",
            code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler", layers: [powertools]),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["OTEL_SERVICE_NAME": "ingest"], logging: .json(to: "/aws/lambda/ingest")))
        return [function.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    stack.subjects(LambdaFunction.self).evaluateEach { function throws(DecodingFailure) in
      let names = try ServiceNames(of: function, in: stack)
      guard let wrong = names.objection else { return nil }
      if function.declaration.physicalName == nil, case .text(let name)? = function.declaration.block["function_name"] {
        throw DecodingFailure(argument: "function_name", reason: name.reasonUnknown)
      }
      var variables = ["OTEL_SERVICE_NAME"]
      if names.powertools != nil || names.isPowertoolsUnnamed { variables.append("POWERTOOLS_SERVICE_NAME") }
      let name =
        function.declaration.resource.physicalName == .conventional
        ? "stack.conventionalName(for: \"\(function.name)\")" : "\"\(function.physicalName)\""
      let listed = variables.map { "`\($0)`" }.joined(separator: " and ")
      let pairs = variables.map { "\"\($0)\": \(name)" }.joined(separator: ", ")
      return finding(
        on: function, "\(wrong), but X-Ray knows function '\(function.name)' as '\(function.physicalName)'",
        fix: "set `\(pairs)` in the environment of '\(function.name)'",
        terraformFix: "set \(listed) in the `environment` to the `function_name`")
    }
  }
}

/// What a function calls itself towards the tools that trace it.
private struct ServiceNames {
  let function: String
  /// The variable that names the spans, and the name; `nil` where none is set.
  var spans: (variable: String, name: String)?
  var powertools: String?
  /// Whether Powertools records segments that nothing gives a name.
  var isPowertoolsUnnamed = false
  /// Whether spans are sent that nothing gives a name.
  var isUnnamed = false

  init(of function: Subject<LambdaFunction>, in stack: DeclaredStack) throws(DecodingFailure) {
    self.function = function.physicalName
    powertools = try function.variable("POWERTOOLS_SERVICE_NAME", in: stack)
    if powertools == nil { isPowertoolsUnnamed = try function.usesPowertools }
    if let name = try function.variable("OTEL_SERVICE_NAME", in: stack) {
      spans = ("OTEL_SERVICE_NAME", name)
    } else if let attributes = try function.variable("OTEL_RESOURCE_ATTRIBUTES", in: stack),
      let name = serviceName(in: attributes)
    {
      spans = ("OTEL_RESOURCE_ATTRIBUTES", name)
    } else {
      let wrapper = try function.execWrapper(in: stack) ?? ""
      isUnnamed = try function.hasADOTCollector && !wrapper.hasPrefix("/opt/otel-")
    }
  }

  /// What is wrong with the names, if anything.
  var objection: String? {
    if isUnnamed { return "nothing names the spans that go to the collector layer" }
    guard let spans else { return nil }
    if spans.name != function { return "'\(spans.variable)' names the spans '\(spans.name)'" }
    if let powertools, powertools != function { return "'POWERTOOLS_SERVICE_NAME' is '\(powertools)'" }
    if isPowertoolsUnnamed { return "nothing in the environment names what Powertools records" }
    return nil
  }
}

/// The value of `service.name` in `key=value,key=value`.
private func serviceName(in attributes: String) -> String? {
  for attribute in attributes.split(separator: ",") {
    let pair = attribute.split(separator: "=", maxSplits: 1)
    if pair.count == 2, pair[0].drop(while: \.isWhitespace) == "service.name" { return String(pair[1]) }
  }
  return nil
}
