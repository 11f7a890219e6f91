import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let awsMetricExists: RuleID = "aws-metric-exists"
}

struct AWSMetricExists: Rule {
  static let description = RuleDescription(
    id: .awsMetricExists,
    title: "Every AWS metric that an alarm or a dashboard reads exists with those dimensions",
    rationale: """
      CloudWatch accepts an alarm on any metric name, and does not aggregate a metric across dimensions by itself. \
      A metric that no service publishes, or that it publishes with other dimensions, never has data, so the alarm \
      never fires, and the graph of a dashboard stays empty.
      """,
    sources: [
      "FR-042", "T4",
      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/aws-services-cloudwatch-metrics.html",
      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch_concepts.html",
    ],
    subjects: [MetricAlarm.self, Dashboard.self, RawResource.self],
    reads: [
      .arguments("dimensions", "metric_name", "namespace", of: MetricAlarm.self),
      .arguments("dashboard_body", of: Dashboard.self),
    ],
    good: [
      Example("A function's errors, and those of one of its versions") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        stack.add(
          MetricAlarm(
            "errors", when: ingest.errors, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: []))
        let version = Metric(
          "Errors", in: "AWS/Lambda",
          dimensions: ["FunctionName": ingest.functionName, "Resource": "\(ingest.functionName):live"],
          missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            "errors-of-live", when: version, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: []))
      },
      Example("Custom metrics may have any name") { stack in
        stack.add(
          MetricAlarm(
            when: Metric("Errros", in: "Shop", missingDataMeaning: .noEvents), .sum, threshold: .above(0),
            evaluation: .once, missingData: .notBreaching, notify: []))
      },
      Example("A namespace that infra-gen does not know") { stack in
        let load = Metric("CPUUtilization", in: "AWS/FSx", missingDataMeaning: .noActivity)
        stack.add(
          MetricAlarm(
            when: load, .average, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []))
      },
    ],
    bad: [
      Counterexample("A misspelled metric name") { stack in
        let errors = Metric(
          "Error", in: "AWS/Lambda", dimensions: ["FunctionName": "ingest"], missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            when: errors, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []))
        return [alarm.address]
      },
      Counterexample("X-Ray publishes a metric of traces, not of errors") { stack in
        let errors = Metric(
          "ErrorCount", in: "AWS/X-Ray", dimensions: ["GroupName": "errors"], missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            when: errors, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []))
        return [alarm.address]
      },
      Counterexample("X-Ray's namespace has a hyphen") { stack in
        let traces = Metric(
          "ApproximateTraceCount", in: "AWS/XRay", dimensions: ["GroupName": "errors"], missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            when: traces, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []))
        return [alarm.address]
      },
      Counterexample("An HTTP API's metric has another name than a REST API's") { stack in
        let failures = Metric(
          "5XXError", in: "AWS/ApiGateway", dimensions: ["ApiId": "abc123", "Stage": "$default"],
          missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []))
        return [alarm.address]
      },
      Counterexample("The ARN of a function as a dimension") { stack in
        let errors = Metric(
          "Errors", in: "AWS/Lambda", dimensions: ["FunctionArn": "arn:aws:lambda:us-east-1:123456789012:function:a"],
          missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            when: errors, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []))
        return [alarm.address]
      },
      Counterexample("A billing metric without the currency") { stack in
        let bill = Metric(
          "EstimatedCharges", in: "AWS/Billing", dimensions: ["ServiceName": "AWSXRay"],
          missingDataMeaning: .notReportedYet)
        let alarm = stack.add(
          MetricAlarm(
            when: bill, .maximum, threshold: .above(10), evaluation: .once, missingData: .notBreaching, notify: []),
          in: .usEast1)
        return [alarm.address]
      },
      Counterexample("An alarm as a raw resource") { stack in
        let alarm = stack.add(
          RawResource(
            "aws_cloudwatch_metric_alarm", "waiting",
            [
              "metric_name": "ApproximateNumberOfMessageVisible", "namespace": "AWS/SQS", "statistic": "Maximum",
              "dimensions": ["QueueName": "orders"],
            ]))
        return [alarm.address]
      },
      Counterexample("A graph of a metric that X-Ray does not publish") { stack in
        let traces = Metric("TraceCount", in: "AWS/X-Ray", missingDataMeaning: .noActivity)
        let dashboard = stack.add(
          Dashboard("operations", in: stack.currentRegion) { Row { MetricWidget("Traces", [traces], .sum) } })
        return [dashboard.address]
      },
      Counterexample("Targets are healthy or not within their group, and not within the load balancer") { stack in
        let front = stack.add(RawResource("aws_lb", "front", ["name": "front", "subnets": ["subnet-1", "subnet-2"]]))
        let unhealthy = Metric(
          "UnHealthyHostCount", in: "AWS/ApplicationELB",
          dimensions: ["LoadBalancer": front.attribute("arn_suffix")], missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            when: unhealthy, .maximum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []))
        return [alarm.address]
      },
      Counterexample("A cache publishes the use of its memory under another name") { stack in
        let memory = Metric(
          "MemoryUtilization", in: "AWS/ElastiCache", dimensions: ["CacheClusterId": "sessions-001"],
          missingDataMeaning: .noActivity)
        let alarm = stack.add(
          MetricAlarm(
            when: memory, .average, threshold: .above(80), evaluation: .once, missingData: .notBreaching, notify: []))
        return [alarm.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    let readings = stack.metricReadings + stack.graphReadings
    return RuleEvaluation(
      findings: readings.compactMap { stray($0, in: stack) },
      undetermined: readings.filter(isUnknown).map { reading in
        Undetermined(
          on: reading.alarm, "infra-gen does not know '\(reading.name)' of '\(reading.namespace)'",
          isDecidedByApply: false)
      })
  }

  /// Whether AWS may publish a metric that the catalogue does not have.
  private func isUnknown(_ reading: MetricReading) -> Bool {
    guard reading.namespace.hasPrefix("AWS/") else { return false }
    guard let namespace = MetricCatalogue.namespaces[reading.namespace] else { return strayNamespace(reading) == nil }
    return namespace.metrics[reading.name] == nil && strayName(reading, in: namespace) == nil
  }

  private func stray(_ reading: MetricReading, in stack: DeclaredStack) -> Finding? {
    guard let namespace = MetricCatalogue.namespaces[reading.namespace] else { return strayNamespace(reading) }
    guard let published = namespace.metrics[reading.name] else { return strayName(reading, in: namespace) }
    guard let sets = published.dimensionSets else { return nil }
    guard let dimensions = reading.dimensions else { return strayOwner(reading, sets, in: namespace, stack) }
    guard !sets.contains(Set(dimensions.keys)) else { return nil }
    return strayDimensions(reading, Set(dimensions.keys), sets, in: namespace)
  }

  private func strayNamespace(_ reading: MetricReading) -> Finding? {
    guard let likely = MetricCatalogue.likelyNamespace(for: reading.namespace) else { return nil }
    return finding(
      on: reading.alarm,
      "\(reading.owner) reads '\(reading.name)' in '\(reading.namespace)', which is not an AWS namespace",
      fix: "write '\(likely)' instead of '\(reading.namespace)' in '\(reading.alarm.resource.name)'",
      subject: reading.name)
  }

  private func strayName(_ reading: MetricReading, in namespace: MetricNamespace) -> Finding? {
    let likely = namespace.slips[reading.name] ?? suggestion(for: reading.name, among: namespace.metrics.keys)
    guard namespace.isComplete || likely != nil else { return nil }
    let known = namespace.metrics.count <= 8 ? namespace.metrics.keys.sorted() : []
    return finding(
      on: reading.alarm,
      "\(reading.owner) reads '\(reading.name)', which was not a metric of '\(namespace.name)' on \(MetricCatalogue.date)",
      fix: likely.map { "write '\($0)' instead of '\(reading.name)' in '\(reading.alarm.resource.name)'" }
        ?? """
        read a metric of '\(namespace.name)' in '\(reading.alarm.resource.name)'\
        \(known.isEmpty ? "" : ", such as \(quoted(known))")
        """, subject: reading.name)
  }

  private func strayDimensions(
    _ reading: MetricReading, _ dimensions: Set<String>, _ sets: [Set<String>], in namespace: MetricNamespace
  ) -> Finding {
    let twin = Twin(of: reading.name, in: namespace) { $0.contains(dimensions) }
    let owner = "\(reading.owner) reads '\(reading.name)'"
    return finding(
      on: reading.alarm,
      twin.map { "\(owner) with \(listed(dimensions)), \($0.difference(from: listed(sets[0])))" }
        ?? "\(owner) with \(listed(dimensions)), but AWS publishes it with \(listed(sets[0]))",
      fix: fix(of: reading, twin, sets), subject: reading.name)
  }

  /// Dimensions that are known only after apply may still be made of something whose dimension the metric does not have.
  private func strayOwner(
    _ reading: MetricReading, _ sets: [Set<String>], in namespace: MetricNamespace, _ stack: DeclaredStack
  ) -> Finding? {
    let names = sets.reduce(into: Set<String>()) { $0.formUnion($1) }
    for reference in reading.references {
      guard let facts = ResourceCatalog.aws.facts[reference.address.type], let dimension = facts.dimension,
        facts.namespaces.contains(where: { $0.name == namespace.name }), !names.contains(dimension.name)
      else { continue }
      let twin = Twin(of: reading.name, in: namespace) { sets in sets.contains { $0.contains(dimension.name) } }
      let owner = "\(reading.owner) reads '\(reading.name)' of '\(reference.address)'"
      return finding(
        on: reading.alarm,
        twin.map { "\(owner), \($0.difference(from: listed(sets[0])))" }
          ?? "\(owner), but AWS publishes it with \(listed(sets[0])), not '\(dimension.name)'",
        fix: fix(of: reading, twin, sets), subject: reading.name)
    }
    return nil
  }

  private func fix(of reading: MetricReading, _ twin: Twin?, _ sets: [Set<String>]) -> String {
    let alarm = reading.alarm.resource.name
    return twin.map { "write '\($0.name)' instead of '\(reading.name)' in '\(alarm)'" }
      ?? "give the metric of '\(alarm)' \(sets.map(listed).joined(separator: ", or "))"
  }
}

/// Dimensions as a sentence names them: `the dimensions 'ApiId' and 'Stage'`.
private func listed(_ dimensions: Set<String>) -> String {
  switch dimensions.count {
  case 0: "no dimension"
  case 1: "the dimension \(quoted(dimensions.sorted()))"
  default: "the dimensions \(quoted(dimensions.sorted()))"
  }
}

/// The metric of the other kind of API that counts the same under another name.
private struct Twin {
  let name: String
  /// The kind of API whose metric the alarm reads.
  let reads: String
  /// The kind of API that has the alarm's dimensions.
  let has: String

  /// - Parameter fits: Whether a metric with these sets of dimensions is the one that the alarm can read.
  init?(of name: String, in namespace: MetricNamespace, where fits: ([Set<String>]) -> Bool) {
    guard let (reads, has, twin) = twins[name], let sets = namespace.metrics[twin]?.dimensionSets, fits(sets) else {
      return nil
    }
    self.name = twin
    self.reads = reads
    self.has = has
  }

  /// `which is a metric of REST APIs, with the dimension 'ApiName'; HTTP APIs publish '5xx'`
  func difference(from dimensions: String) -> String {
    "which is a metric of \(reads), with \(dimensions); \(has) publish '\(name)'"
  }
}

/// What REST and HTTP APIs call the same.
private let twins: [String: (reads: String, has: String, name: String)] = [
  "4XXError": ("REST APIs", "HTTP APIs", "4xx"), "5XXError": ("REST APIs", "HTTP APIs", "5xx"),
  "4xx": ("HTTP APIs", "REST APIs", "4XXError"), "5xx": ("HTTP APIs", "REST APIs", "5XXError"),
]
