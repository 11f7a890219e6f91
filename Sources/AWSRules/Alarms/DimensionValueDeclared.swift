import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let dimensionValueDeclared: RuleID = "dimension-value-declared"
}

struct DimensionValueDeclared: Rule {
  // A warning: the thing may stand in another stack. Where the stack has none of its kind it surely does.
  static let description = RuleDescription(
    id: .dimensionValueDeclared,
    title: "Every name in a dimension is the name of a declared resource",
    rationale: "CloudWatch accepts any name. An alarm on a renamed or misspelled function never fires.",
    sources: [
      "FR-042",
      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_concepts.html",
      "https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html",
    ],
    severity: .warning,
    terraformFix: """
      set the dimension to a reference, such as `aws_lambda_function.NAME.function_name`, to a resource in the \
      alarm's own region, or waive this if another configuration declares the resource
      """,
    subjects: [MetricAlarm.self, RawResource.self],
    reads: [
      .arguments("dimensions", "metric_name", "namespace", of: MetricAlarm.self),
      .arguments("function_name", of: LambdaFunction.self),
    ],
    good: [
      Example("The name of a declared function, in text") { stack in
        stack.add(
          LambdaFunction(
            "ingest", named: "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        let errors = Metric(
          "Errors", in: "AWS/Lambda", dimensions: ["FunctionName": "ingest"], missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            when: errors, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []))
      },
      Example("A stack without functions monitors those of another") { stack in
        let errors = Metric(
          "Errors", in: "AWS/Lambda", dimensions: ["FunctionName": "ingest"], missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            when: errors, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []))
      },
    ],
    bad: [
      Counterexample("A misspelled name") { stack in
        stack.add(
          LambdaFunction(
            "ingest", named: "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        let errors = Metric(
          "Errors", in: "AWS/Lambda", dimensions: ["FunctionName": "injest"], missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            when: errors, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []))
        return [alarm.address]
      },
      Counterexample("The function has moved to another region") { stack in
        stack.add(
          LambdaFunction(
            "ingest", named: "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")),
          in: .euWest1)
        let errors = Metric(
          "Errors", in: "AWS/Lambda", dimensions: ["FunctionName": "ingest"], missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            when: errors, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []),
          in: .usEast1)
        return [alarm.address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    let resources = NamedResources(stack)
    return stack.metricReadings.flatMap { reading in
      guard MetricCatalogue.namespaces[reading.namespace] != nil, let dimensions = reading.dimensions else {
        return [Finding]()
      }
      return dimensions.compactMap { name, value -> Finding? in
        let named = NamedDimension.named(name, in: reading.namespace)
        guard case .missing(let elsewhere) = resources.resource(value, as: named, in: reading.alarm.region) else {
          return nil
        }
        return finding(
          on: reading.alarm,
          """
          \(reading.owner) reads a metric of '\(stack.spelled(value))', but the \(stack.noun) declares no \(quoted(named.map(\.type))) \
          with that name in '\(reading.alarm.region)'
          """,
          fix: fix(
            reading.alarm.resource.name, stack.spelled(value),
            resources.likelyName(value, as: named, in: reading.alarm.region), elsewhere),
          terraformFix: elsewhere.map { "declare the alarm with the `provider` of region '\($0.region)'" },
          subject: name,
          notes: elsewhere.map { [Finding.Note(at: $0.location, "'\($0.resource.name)' is declared here")] } ?? [])
      }.sorted { $0.discriminator < $1.discriminator }
    }
  }

  private func fix(_ alarm: String, _ value: String, _ likely: String?, _ elsewhere: Declaration?) -> String {
    if let elsewhere { return "declare '\(alarm)' with `in: .\(elsewhere.region.swiftName)`" }
    return likely.map {
      "write '\($0)' instead of '\(value)' in '\(alarm)', or use the metric of the declared resource"
    }
      ?? "use the metric of a declared resource in '\(alarm)', or waive this if another stack declares '\(value)'"
  }
}
