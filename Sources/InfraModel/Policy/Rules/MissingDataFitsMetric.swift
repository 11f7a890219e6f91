extension RuleID {
  public static let missingDataFitsMetric: RuleID = "missing-data-fits-metric"
}

struct MissingDataFitsMetric: Rule {
  static let description = RuleDescription(
    id: .missingDataFitsMetric,
    title: "What an alarm makes of missing data is what silence means for its metric",
    rationale: """
      A heartbeat that stops reports nothing, and an error counter reports nothing while all is well; read the wrong \
      way, the first looks healthy and the second rings all night.
      """,
    sources: [
      "FR-045", "FR-020", "US11",
      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html",
    ],
    terraformFix: """
      set `treat_missing_data` to what missing data means for the metric: `notBreaching` where nothing happened, \
      `breaching` where something stopped
      """,
    subjects: [MetricAlarm.self, RawResource.self],
    good: [
      Example("A heartbeat that stops is a failure") { stack in
        let healthy = Metric("Healthy", in: "Canary", missingDataMeaning: .stopped)
        stack.add(MetricAlarm.example(when: healthy, .minimum, threshold: .below(1), missingData: .breaching))
      },
      Example("No errors counted are no errors") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        stack.add(MetricAlarm.example(when: failures, .sum, threshold: .above(0), missingData: .notBreaching))
      },
      Example("A latency without data is healthy, or keeps its state") { stack in
        let latency = Metric("Latency", in: "Shop", missingDataMeaning: .noActivity)
        stack.add(MetricAlarm.example("good", when: latency, .percentile(.p95), missingData: .notBreaching))
        stack.add(MetricAlarm.example("as-before", when: latency, .percentile(.p95), missingData: .ignore))
      },
      Example("A bill comes a few times a day") { stack in
        stack.add(
          MetricAlarm.example(
            when: .estimatedCharges(for: "AWSXRay"), .maximum, threshold: .above(10), missingData: .missing))
      },
      Example("Too few events: a period without one is the worst of all") { stack in
        let orders = Metric("Orders", in: "Shop", missingDataMeaning: .noEvents)
        stack.add(MetricAlarm.example(when: orders, .sum, threshold: .below(1), missingData: .breaching))
      },
    ],
    bad: [
      Counterexample("A stopped canary looks healthy") { stack in
        let healthy = Metric("Healthy", in: "Canary", missingDataMeaning: .stopped)
        let alarm = stack.add(
          MetricAlarm.example(when: healthy, .minimum, threshold: .below(1), missingData: .notBreaching))
        return [alarm.address]
      },
      Counterexample("Every quiet night is an alarm") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let alarm = stack.add(MetricAlarm.example(when: failures, .sum, threshold: .above(0), missingData: .breaching))
        return [alarm.address]
      },
      Counterexample("A latency that was not measured is not slow") { stack in
        let latency = Metric("Latency", in: "Shop", missingDataMeaning: .noActivity)
        let alarm = stack.add(MetricAlarm.example(when: latency, .percentile(.p95), missingData: .breaching))
        return [alarm.address]
      },
      Counterexample("A bill not yet written is not a small bill") { stack in
        let alarm = stack.add(
          MetricAlarm.example(
            when: .estimatedCharges(for: "AWSXRay"), .maximum, threshold: .above(10), missingData: .notBreaching))
        return [alarm.address]
      },
      Counterexample("No orders at all are never noticed") { stack in
        let orders = Metric("Orders", in: "Shop", missingDataMeaning: .noEvents)
        let alarm = stack.add(MetricAlarm.example(when: orders, .sum, threshold: .below(1), missingData: .notBreaching))
        return [alarm.address]
      },
      Counterexample("An alarm that has no type here, on a metric that AWS publishes") { stack in
        let alarm = RawResource(
          "aws_cloudwatch_metric_alarm", "errors",
          [
            "metric_name": "Errors", "namespace": "AWS/Lambda", "statistic": "Sum", "threshold": 0,
            "comparison_operator": "GreaterThanThreshold", "treat_missing_data": "breaching",
          ])
        let address = stack.add(alarm).address
        return [address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    let beats = ScheduledBeats(stack)
    return stack.subjects(MetricAlarm.self).evaluateEach { alarm throws(DecodingFailure) in
      let (meaning, subject) = try meaning(of: alarm, in: stack)
      guard meaning != .undeclared else {
        throw DecodingFailure(
          argument: "metric_name",
          reason: .notInTerraform("Terraform does not say what missing data means for the metric of '\(alarm.name)'"))
      }
      let chosen = try alarm[\.missingData]
      // A period without data is a scheduled run that did not happen.
      if chosen == .breaching, beats.reachEveryPeriod(of: alarm.declaration) { return nil }
      // Only where nothing happened does it matter on which side of the threshold the alarm fires.
      let threshold = meaning == .noEvents ? try alarm[\.threshold] : .above(0)
      return finding(
        on: alarm.declaration, chosen: chosen, Meaning(meaning: meaning, threshold: threshold, subject: subject))
    }
  }

  /// What missing data means for the value that an alarm reads, and what that is.
  private func meaning(
    of alarm: Subject<MetricAlarm>, in stack: DeclaredStack
  ) throws(DecodingFailure) -> (MissingDataMeaning, subject: String) {
    do throws(DecodingFailure) {
      let measure = try alarm[\.measure]
      return (measure.missingDataMeaning, measure.subject)
    } catch {
      // Namespace and name are enough for the catalogue, whatever else is unknown of the metric.
      guard let reading = stack.metricReadings.first(where: { $0.alarm.address == alarm.address }),
        !alarm.isSet("metric_query"), let meaning = reading.published?.missingDataMeaning
      else { throw error }
      return (meaning, reading.name)
    }
  }

  private func finding(on alarm: Declaration, chosen: MissingData, _ meaning: Meaning) -> Finding? {
    guard !meaning.fitting.contains(chosen) else { return nil }
    let name = alarm.resource.name
    var finding = finding(
      on: alarm, "alarm '\(name)' treats missing data as '\(chosen.rawValue)', but \(meaning.sentence)",
      fix: "set `missingData: .\(meaning.fitting[0].rawValue)` on '\(name)'")
    if meaning.stillFires(with: chosen) { finding.severity = .warning }
    return finding
  }
}

/// What missing data means for the value that an alarm reads.
private struct Meaning {
  let meaning: MissingDataMeaning
  let threshold: Threshold
  let subject: String

  /// What the alarm may make of it, the best first.
  var fitting: [MissingData] {
    switch meaning {
    case .stopped: [.breaching]
    case .noEvents: threshold.firesOnHighValues ? [.notBreaching] : [.breaching]
    case .noActivity: [.notBreaching, .ignore]
    case .notReportedYet: [.missing]
    case .undeclared: MissingData.allCases
    }
  }

  /// Whether the alarm fires when it should and only then, though it may report it later or be without a state between.
  func stillFires(with chosen: MissingData) -> Bool {
    switch chosen {
    case .breaching: false
    case .missing, .ignore, .notBreaching:
      switch meaning {
      case .noEvents: threshold.firesOnHighValues
      case .noActivity, .notReportedYet: true
      case .stopped, .undeclared: false
      }
    }
  }

  var sentence: String {
    switch meaning {
    case .stopped: "without data '\(subject)' has stopped"
    case .noEvents:
      threshold.firesOnHighValues
        ? "without data nothing has happened to '\(subject)'"
        : "without data '\(subject)' is at its lowest, which is what the alarm is for"
    case .noActivity: "without data there was nothing of '\(subject)' to measure"
    case .notReportedYet: "'\(subject)' is reported a few times a day only"
    case .undeclared: "no declaration states what missing data means for '\(subject)'"
    }
  }
}

extension MetricAlarm.Measure {
  fileprivate var subject: String {
    switch self {
    case .metric(let metric, _): metric.name
    case .math(let math): math.label
    }
  }
}
