import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let dimensionReferenceFits: RuleID = "dimension-reference-fits"
}

struct DimensionReferenceFits: Rule {
  static let description = RuleDescription(
    id: .dimensionReferenceFits,
    title: "Every dimension that refers to a resource uses the attribute and region of its metrics",
    rationale: """
      CloudWatch identifies a function by its name and a state machine by its ARN, within one region. With another \
      attribute, or a resource in another region, the metric never has data.
      """,
    sources: [
      "T25",
      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_concepts.html",
      "https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html",
    ],
    terraformFix: """
      set the dimension to the attribute that CloudWatch uses, such as `function_name` of the function itself, and \
      declare the alarm with the `provider` of the region of that resource
      """,
    subjects: [MetricAlarm.self, RawResource.self],
    reads: [
      .arguments("dimensions", "metric_name", "namespace", of: MetricAlarm.self)
    ],
    good: [
      Example("The name, in the same region") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")),
          in: .euWest1)
        stack.add(
          MetricAlarm(
            when: ingest.errors, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []),
          in: .euWest1)
      }
    ],
    bad: [
      Counterexample("The ARN is not the name") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        let errors = Metric(
          "Errors", in: "AWS/Lambda", dimensions: ["FunctionName": ingest.arn.text], missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            when: errors, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []))
        return [alarm.address]
      },
      Counterexample("A topic is not a function") { stack in
        let orders = stack.add(Topic("orders"))
        let errors = Metric(
          "Errors", in: "AWS/Lambda", dimensions: ["FunctionName": orders.topicName], missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            when: errors, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []))
        return [alarm.address]
      },
      Counterexample("The function is in another region") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")),
          in: .euWest1)
        let alarm = stack.add(
          MetricAlarm(
            when: ingest.errors, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []),
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
        switch resources.resource(value, as: named, in: reading.alarm.region) {
        case .misses(let target, let attribute):
          let dimension = named.first { $0.type == target.address.type } ?? named.first
          return dimension.flatMap { misses(reading, name, $0, target, attribute) }
        case .declared(let target)
        where target.region != reading.alarm.region
          && !target.replicaRegions(in: stack).contains(reading.alarm.region)
          // Where AWS publishes in one region, `metric-published-in-region` says which.
          && MetricHome.region(of: reading, in: stack) == nil:
          return isElsewhere(reading, name, target)
        case .declared, .missing, .unknown: return nil
        }
      }.sorted { $0.discriminator < $1.discriminator }
    }
  }

  private func misses(
    _ reading: MetricReading, _ name: String, _ dimension: NamedDimension, _ target: Declaration, _ attribute: String
  ) -> Finding {
    finding(
      on: reading.alarm,
      "\(reading.owner) uses the '\(attribute)' of '\(target.resource.name)' as '\(name)', which no metric has",
      fix: "use the '\(dimension.attributes[0])' of an '\(dimension.type)' in '\(reading.alarm.resource.name)'",
      terraformFix: "set `\(name)` to the `\(dimension.attributes[0])` of an `\(dimension.type)`", subject: name,
      notes: [Finding.Note(at: target.location, "'\(target.resource.name)' is declared here")])
  }

  private func isElsewhere(_ reading: MetricReading, _ name: String, _ target: Declaration) -> Finding {
    finding(
      on: reading.alarm,
      """
      \(reading.owner) in '\(reading.alarm.region)' reads a metric of '\(target.resource.name)', which is in \
      '\(target.region)'
      """,
      fix: "declare '\(reading.alarm.resource.name)' with `in: .\(target.region.swiftName)`",
      terraformFix: "declare the alarm with the `provider` of region '\(target.region)'", subject: name,
      notes: [Finding.Note(at: target.location, "'\(target.resource.name)' is declared here")])
  }
}
