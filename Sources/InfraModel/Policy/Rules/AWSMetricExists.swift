extension RuleID {
  public static let awsMetricExists: RuleID = "aws-metric-exists"
}

struct AWSMetricExists: Rule {
  static let description = RuleDescription(
    id: .awsMetricExists,
    title: "Every metric of AWS's that an alarm reads is one that AWS publishes, by those dimensions",
    rationale: """
      CloudWatch takes an alarm on any name, and adds nothing up over dimensions. A metric of no service, or by a \
      dimension more or less than the service has, never gets data, and the alarm never fires.
      """,
    sources: [
      "FR-042", "T4", "https://docs.aws.amazon.com/xray/latest/devguide/xray-console-groups.html",
      "https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html",
    ],
    subjects: [MetricAlarm.self, RawResource.self],
    good: [
      Example("A function's errors, and those of one of its versions") { stack in
        let ingest = stack.add(LambdaFunction.example())
        stack.add(MetricAlarm.example("errors", when: ingest.errors))
        let version = Metric(
          "Errors", in: "AWS/Lambda",
          dimensions: ["FunctionName": ingest.functionName, "Resource": "\(ingest.functionName):live"],
          missingDataMeaning: .noEvents)
        stack.add(MetricAlarm.example("errors-of-live", when: version))
      },
      Example("One's own metrics are called what one likes") { stack in
        stack.add(MetricAlarm.example(when: Metric("Errros", in: "Shop", missingDataMeaning: .noEvents)))
      },
      Example("The catalogue has not all of AWS's services") { stack in
        let load = Metric("CPUUtilization", in: "AWS/RDS", missingDataMeaning: .noActivity)
        stack.add(MetricAlarm.example(when: load, .average))
      },
    ],
    bad: [
      Counterexample("A slip of the keyboard") { stack in
        let errors = Metric(
          "Error", in: "AWS/Lambda", dimensions: ["FunctionName": "ingest"], missingDataMeaning: .noEvents)
        return [stack.add(MetricAlarm.example(when: errors)).address]
      },
      Counterexample("X-Ray counts traces, and no errors") { stack in
        let errors = Metric(
          "ErrorCount", in: "AWS/X-Ray", dimensions: ["GroupName": "errors"], missingDataMeaning: .noEvents)
        return [stack.add(MetricAlarm.example(when: errors)).address]
      },
      Counterexample("X-Ray's namespace has a hyphen") { stack in
        let traces = Metric(
          "ApproximateTraceCount", in: "AWS/XRay", dimensions: ["GroupName": "errors"], missingDataMeaning: .noEvents)
        return [stack.add(MetricAlarm.example(when: traces)).address]
      },
      Counterexample("An HTTP API's failures are not called as a REST API's are") { stack in
        let failures = Metric(
          "5XXError", in: "AWS/ApiGateway", dimensions: ["ApiId": "abc123", "Stage": "$default"],
          missingDataMeaning: .noEvents)
        return [stack.add(MetricAlarm.example(when: failures)).address]
      },
      Counterexample("No function is called by its ARN") { stack in
        let errors = Metric(
          "Errors", in: "AWS/Lambda", dimensions: ["FunctionArn": "arn:aws:lambda:us-east-1:123456789012:function:a"],
          missingDataMeaning: .noEvents)
        return [stack.add(MetricAlarm.example(when: errors)).address]
      },
      Counterexample("A bill without a currency does not exist") { stack in
        let bill = Metric(
          "EstimatedCharges", in: "AWS/Billing", dimensions: ["ServiceName": "AWSXRay"],
          missingDataMeaning: .notReportedYet)
        return [stack.add(MetricAlarm.example(when: bill, .maximum, threshold: .above(10)), in: .usEast1).address]
      },
      Counterexample("An alarm that has no type here") { stack in
        let alarm = RawResource(
          "aws_cloudwatch_metric_alarm", "waiting",
          [
            "metric_name": "ApproximateNumberOfMessageVisible", "namespace": "AWS/SQS", "statistic": "Maximum",
            "dimensions": ["QueueName": "orders"],
          ])
        let address = stack.add(alarm).address
        return [address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.metricReadings.compactMap { reading in
      guard let namespace = MetricCatalogue.namespaces[reading.namespace] else { return strayNamespace(reading) }
      guard let published = namespace.metrics[reading.name] else { return strayName(reading, in: namespace) }
      guard let sets = published.dimensionSets else { return nil }
      guard let dimensions = reading.dimensions else { return strayOwner(reading, sets, in: namespace, stack) }
      guard !sets.contains(Set(dimensions.keys)) else { return nil }
      return strayDimensions(reading, Set(dimensions.keys), sets, in: namespace)
    }
  }

  private func strayNamespace(_ reading: MetricReading) -> Finding? {
    guard let likely = MetricCatalogue.likelyNamespace(for: reading.namespace) else { return nil }
    return finding(
      on: reading.alarm, "\(reading.owner) reads '\(reading.name)' in '\(reading.namespace)', where AWS writes nothing",
      fix: "write '\(likely)' for '\(reading.namespace)' in '\(reading.alarm.resource.name)'", subject: reading.name)
  }

  private func strayName(_ reading: MetricReading, in namespace: MetricNamespace) -> Finding? {
    let likely = suggestion(for: reading.name, among: namespace.metrics.keys)
    guard namespace.isComplete || likely != nil else { return nil }
    let known = namespace.metrics.count <= 8 ? namespace.metrics.keys.sorted() : []
    return finding(
      on: reading.alarm,
      "\(reading.owner) reads '\(reading.name)', which '\(namespace.name)' did not have on \(MetricCatalogue.date)",
      fix: likely.map { "write '\($0)' for '\(reading.name)' in '\(reading.alarm.resource.name)'" }
        ?? """
        let '\(reading.alarm.resource.name)' read a metric that '\(namespace.name)' has\
        \(known.isEmpty ? "" : ", such as \(quoted(known))")
        """, subject: reading.name)
  }

  private func strayDimensions(
    _ reading: MetricReading, _ dimensions: Set<String>, _ sets: [Set<String>], in namespace: MetricNamespace
  ) -> Finding {
    let alarm = reading.alarm.resource.name
    let twin = twins[reading.name].flatMap { name in
      namespace.metrics[name]?.dimensionSets?.contains(dimensions) == true ? name : nil
    }
    return finding(
      on: reading.alarm,
      "\(reading.owner) reads '\(reading.name)' by \(listed(dimensions)), and AWS publishes it by \(listed(sets[0]))",
      fix: twin.map { "write '\($0)' for '\(reading.name)' in '\(alarm)'" }
        ?? "give the metric of '\(alarm)' the dimensions \(sets.map(listed).joined(separator: ", or "))",
      subject: reading.name)
  }

  /// Dimensions that are known only after apply may still be made of something whose dimension the metric does not have.
  private func strayOwner(
    _ reading: MetricReading, _ sets: [Set<String>], in namespace: MetricNamespace, _ stack: DeclaredStack
  ) -> Finding? {
    let names = sets.reduce(into: Set<String>()) { $0.formUnion($1) }
    for reference in reading.references {
      guard let facts = ResourceCatalog.aws.facts[reference.address.type], let dimension = facts.dimension,
        facts.metrics?.name == namespace.name, !names.contains(dimension.name)
      else { continue }
      let twin = twins[reading.name].flatMap { name in
        namespace.metrics[name]?.dimensionSets?.contains { $0.contains(dimension.name) } == true ? name : nil
      }
      let alarm = reading.alarm.resource.name
      return finding(
        on: reading.alarm,
        """
        \(reading.owner) reads '\(reading.name)' of '\(reference.address)', and AWS publishes it by \(listed(sets[0]))
        """,
        fix: twin.map { "write '\($0)' for '\(reading.name)' in '\(alarm)'" }
          ?? "give the metric of '\(alarm)' the dimensions \(sets.map(listed).joined(separator: ", or "))",
        subject: reading.name)
    }
    return nil
  }

  private func listed(_ dimensions: Set<String>) -> String {
    dimensions.isEmpty ? "no dimension" : quoted(dimensions.sorted())
  }
}

/// What REST and HTTP APIs call the same.
private let twins = ["4XXError": "4xx", "5XXError": "5xx", "4xx": "4XXError", "5xx": "5XXError"]
