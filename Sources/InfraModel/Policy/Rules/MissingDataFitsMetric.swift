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
    subjects: [MetricAlarm.self],
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
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.declared(MetricAlarm.self).compactMap { alarm in
      guard let (fitting, meaning) = alarm.resource.fittingMissingData, !fitting.contains(alarm.missingData) else {
        return nil
      }
      return finding(
        on: alarm,
        "alarm '\(alarm.name)' treats missing data as '\(alarm.missingData.rawValue)', but \(meaning)",
        fix: "set `missingData: .\(fitting[0].rawValue)` on '\(alarm.name)'")
    }
  }

  func unknowns(in stack: DeclaredStack) -> [Unknown] {
    stack.declared(MetricAlarm.self).filter { $0.resource.silence == .unsaid }.map { alarm in
      Unknown(
        on: alarm.declaration, "Terraform does not say what silence means for the metric of alarm '\(alarm.name)'")
    }
  }
}

extension MetricAlarm {
  /// What the alarm may make of missing data, the best first, and why; `nil` where nobody knows.
  fileprivate var fittingMissingData: (fitting: [MissingData], because: String)? {
    switch silence {
    case .stopped:
      ([.breaching], "without data \(subject) has stopped")
    case .nothingHappened where !threshold.firesOnHighValues:
      ([.breaching], "without data \(subject) is at its lowest, which is what the alarm is for")
    case .nothingHappened:
      ([.notBreaching], "without data nothing has happened to \(subject)")
    case .nothingMeasured:
      ([.notBreaching, .ignore], "without data there was nothing of \(subject) to measure")
    case .notReportedYet:
      ([.missing], "\(subject) is reported a few times a day only")
    case .unsaid: nil
    }
  }

  private var subject: String {
    switch measure {
    case .metric(let metric, _): "'\(metric.name)'"
    case .math(let math): "'\(math.label)'"
    }
  }
}
