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
    sources: ["FR-045", "FR-020", "US11", "aws-facts 1.8"],
    subjects: [MetricAlarm.self, RawResource.self],
    good: [
      Example("A heartbeat that stops is a failure") { stack in
        let healthy = Metric("Healthy", in: "Canary", silence: .stopped)
        stack.add(MetricAlarm.example(when: healthy, .minimum, is: .below(1), missingData: .breaching))
      },
      Example("No errors counted are no errors") { stack in
        let failures = Metric("Failures", in: "Shop", silence: .nothingHappened)
        stack.add(MetricAlarm.example(when: failures, .sum, is: .above(0), missingData: .notBreaching))
      },
      Example("Nobody waited, or nobody knows for how long") { stack in
        let latency = Metric("Latency", in: "Shop", silence: .nothingMeasured)
        stack.add(MetricAlarm.example("good", when: latency, .percentile(.p95), missingData: .notBreaching))
        stack.add(MetricAlarm.example("as-before", when: latency, .percentile(.p95), missingData: .ignore))
      },
      Example("A bill comes a few times a day") { stack in
        stack.add(
          MetricAlarm.example(when: .estimatedCharges(for: "AWSXRay"), .maximum, is: .above(10), missingData: .missing))
      },
      Example("Too few events: a period without one is the worst of all") { stack in
        let orders = Metric("Orders", in: "Shop", silence: .nothingHappened)
        stack.add(MetricAlarm.example(when: orders, .sum, is: .below(1), missingData: .breaching))
      },
    ],
    bad: [
      Counterexample("A stopped canary looks healthy") { stack in
        let healthy = Metric("Healthy", in: "Canary", silence: .stopped)
        let alarm = stack.add(MetricAlarm.example(when: healthy, .minimum, is: .below(1), missingData: .notBreaching))
        return [alarm.address]
      },
      Counterexample("Every quiet night is an alarm") { stack in
        let failures = Metric("Failures", in: "Shop", silence: .nothingHappened)
        let alarm = stack.add(MetricAlarm.example(when: failures, .sum, is: .above(0), missingData: .breaching))
        return [alarm.address]
      },
      Counterexample("A latency nobody measured is not slow") { stack in
        let latency = Metric("Latency", in: "Shop", silence: .nothingMeasured)
        let alarm = stack.add(MetricAlarm.example(when: latency, .percentile(.p95), missingData: .breaching))
        return [alarm.address]
      },
      Counterexample("A bill not yet written is not a small bill") { stack in
        let alarm = stack.add(
          MetricAlarm.example(
            when: .estimatedCharges(for: "AWSXRay"), .maximum, is: .above(10), missingData: .notBreaching))
        return [alarm.address]
      },
      Counterexample("No orders at all are never noticed") { stack in
        let orders = Metric("Orders", in: "Shop", silence: .nothingHappened)
        let alarm = stack.add(MetricAlarm.example(when: orders, .sum, is: .below(1), missingData: .notBreaching))
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

  func findings(in stack: DeclaredStack) -> [Finding] {
    let beats = ScheduledBeats(stack)
    let typed = stack.declared(MetricAlarm.self).compactMap { alarm -> Finding? in
      if alarm.missingData == .breaching, beats.reachEveryPeriod(of: alarm.declaration) { return nil }
      return finding(
        on: alarm.declaration, chosen: alarm.missingData,
        Meaning(silence: alarm.resource.silence, threshold: alarm.threshold, subject: alarm.resource.subject))
    }
    // What silence means to an alarm without a model, the catalogue alone can tell.
    let raw = stack.metricReadings.compactMap { reading -> Finding? in
      guard reading.alarm.resource is RawResource, let silence = reading.published?.silence,
        let threshold = reading.threshold,
        let chosen = MissingData(rawValue: reading.alarm.block["treat_missing_data"]?.word ?? "missing"),
        chosen != .breaching || !beats.reachEveryPeriod(of: reading.alarm)
      else { return nil }
      return finding(
        on: reading.alarm, chosen: chosen, Meaning(silence: silence, threshold: threshold, subject: reading.name))
    }
    return typed + raw
  }

  func unknowns(in stack: DeclaredStack) -> [Unknown] {
    stack.declared(MetricAlarm.self).filter { $0.resource.silence == .unsaid }.map { alarm in
      Unknown(
        on: alarm.declaration, "Terraform does not say what silence means for the metric of alarm '\(alarm.name)'")
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

/// What silence says to an alarm.
private struct Meaning {
  let silence: Silence
  let threshold: Threshold
  let subject: String

  /// What the alarm may make of it, the best first.
  var fitting: [MissingData] {
    switch silence {
    case .stopped: [.breaching]
    case .nothingHappened: threshold.firesOnHighValues ? [.notBreaching] : [.breaching]
    case .nothingMeasured: [.notBreaching, .ignore]
    case .notReportedYet: [.missing]
    case .unsaid: MissingData.allCases
    }
  }

  /// Whether the alarm fires when it should and only then, though it may report it later or be without a state between.
  func stillFires(with chosen: MissingData) -> Bool {
    switch chosen {
    case .breaching: false
    case .missing, .ignore, .notBreaching:
      switch silence {
      case .nothingHappened: threshold.firesOnHighValues
      case .nothingMeasured, .notReportedYet: true
      case .stopped, .unsaid: false
      }
    }
  }

  var sentence: String {
    switch silence {
    case .stopped: "without data '\(subject)' has stopped"
    case .nothingHappened:
      threshold.firesOnHighValues
        ? "without data nothing has happened to '\(subject)'"
        : "without data '\(subject)' is at its lowest, which is what the alarm is for"
    case .nothingMeasured: "without data there was nothing of '\(subject)' to measure"
    case .notReportedYet: "'\(subject)' is reported a few times a day only"
    case .unsaid: "nobody says what silence means to '\(subject)'"
    }
  }
}

extension MetricAlarm {
  fileprivate var subject: String {
    switch measure {
    case .metric(let metric, _): metric.name
    case .math(let math): math.label
    }
  }
}
