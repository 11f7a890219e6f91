import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let missingDataFitsMetric: RuleID = "missing-data-fits-metric"
}

struct MissingDataFitsMetric: Rule {
  static let description = RuleDescription(
    id: .missingDataFitsMetric,
    title: "Every alarm's `treat_missing_data` fits its metric",
    rationale: """
      A heartbeat that stops publishes no data, and an error counter publishes none while all is well. With the \
      wrong setting, the first looks healthy and the second fires all night.
      """,
    sources: [
      "FR-045", "FR-020", "US11",
      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html",
    ],
    terraformFix: """
      set `treat_missing_data` to what missing data means for the metric: `notBreaching` where nothing happened, \
      `breaching` where something stopped
      """,
    subjects: [MetricAlarm.self, RawResource.self],
    good: [
      Example("A heartbeat that stops is a failure") { stack in
        let healthy = Metric("Healthy", in: "Canary", missingDataMeaning: .stopped)
        stack.add(
          MetricAlarm(
            when: healthy, .minimum, threshold: .below(1), evaluation: .once, missingData: .breaching, notify: []))
      },
      Example("No errors counted are no errors") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []))
      },
      Example("A latency without data is healthy, or keeps its state") { stack in
        let latency = Metric("Latency", in: "Shop", missingDataMeaning: .noActivity)
        stack.add(
          MetricAlarm(
            "good", when: latency, .percentile(.p95), threshold: .above(0), evaluation: .once,
            missingData: .notBreaching, notify: []))
        stack.add(
          MetricAlarm(
            "as-before", when: latency, .percentile(.p95), threshold: .above(0), evaluation: .once,
            missingData: .ignore, notify: []))
      },
      Example("A bill comes a few times a day") { stack in
        stack.add(
          MetricAlarm(
            when: .estimatedCharges(for: "AWSXRay"), .maximum, threshold: .above(10), evaluation: .once,
            missingData: .missing, notify: []))
      },
      Example("An alarm on too few events treats missing data as breaching") { stack in
        let orders = Metric("Orders", in: "Shop", missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(when: orders, .sum, threshold: .below(1), evaluation: .once, missingData: .breaching, notify: []))
      },
    ],
    bad: [
      Counterexample("A stopped canary looks healthy") { stack in
        let healthy = Metric("Healthy", in: "Canary", missingDataMeaning: .stopped)
        let alarm = stack.add(
          MetricAlarm(
            when: healthy, .minimum, threshold: .below(1), evaluation: .once, missingData: .notBreaching, notify: []))
        return [alarm.address]
      },
      Counterexample("The alarm fires every night without traffic") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .breaching, notify: []))
        return [alarm.address]
      },
      Counterexample("A latency that was not measured is not slow") { stack in
        let latency = Metric("Latency", in: "Shop", missingDataMeaning: .noActivity)
        let alarm = stack.add(
          MetricAlarm(
            when: latency, .percentile(.p95), threshold: .above(0), evaluation: .once, missingData: .breaching,
            notify: []))
        return [alarm.address]
      },
      Counterexample("A bill that is not published yet is not low") { stack in
        let alarm = stack.add(
          MetricAlarm(
            when: .estimatedCharges(for: "AWSXRay"), .maximum, threshold: .above(10), evaluation: .once,
            missingData: .notBreaching, notify: []))
        return [alarm.address]
      },
      Counterexample("An alarm on too few orders treats missing data as healthy") { stack in
        let orders = Metric("Orders", in: "Shop", missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            when: orders, .sum, threshold: .below(1), evaluation: .once, missingData: .notBreaching, notify: []))
        return [alarm.address]
      },
      Counterexample("A raw alarm on an AWS metric") { stack in
        let alarm = stack.add(
          RawResource(
            "aws_cloudwatch_metric_alarm", "errors",
            [
              "metric_name": "Errors", "namespace": "AWS/Lambda", "statistic": "Sum", "threshold": 0,
              "comparison_operator": "GreaterThanThreshold", "treat_missing_data": "breaching",
            ]))
        return [alarm.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    let beats = ScheduledBeats(stack)
    return stack.subjects(MetricAlarm.self).evaluateEach { alarm throws(DecodingFailure) in
      let (meaning, subject) = try meaning(of: alarm, in: stack)
      guard meaning != .undeclared else {
        throw DecodingFailure(
          argument: "metric_name",
          reason: .notInTerraform("the plan does not say what missing data means for the metric of '\(alarm.name)'"))
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
      fix: "set `missingData: .\(meaning.fitting[0].rawValue)` on '\(name)'",
      terraformFix: "set `treat_missing_data` to `\(meaning.fitting[0].rawValue)`")
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
    case .stopped: "missing data means that '\(subject)' has stopped"
    case .noEvents:
      threshold.firesOnHighValues
        ? "missing data means no '\(subject)'"
        : "missing data means that '\(subject)' is at its lowest, which the alarm should report"
    case .noActivity: "missing data means that there was nothing to measure for '\(subject)'"
    case .notReportedYet: "'\(subject)' is published only a few times a day"
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
