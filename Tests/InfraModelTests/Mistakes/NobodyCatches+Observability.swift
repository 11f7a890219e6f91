import InfraModel

@testable import AWSRules

/// aws-facts 1.21a, CloudWatch and X-Ray.
let mistakesNobodyCatchesInObservability = Mistakes(caughtBy: .nobody) { rows in
  rows.of("aws_cloudwatch_log_group")
  rows.found("a name that starts with aws/", by: .argumentLimits) { stack in
    stack.add(LogGroup("logs", named: "aws/lambda/ingest", retention: .oneMonth)).address
  }

  rows.of("aws_cloudwatch_log_metric_filter")
  rows.unsayable(
    "a default value beside dimensions", #"let _ = LogMetricFilter.Series.by(.init("A", "$.a"), otherwise: 0)"#,
    proper: #"let _ = LogMetricFilter.Series.by(.init("A", "$.a"))"#)
  rows.around(
    by: .argumentConflicts, ["metric_transformation": .blocks([["default_value": 0, "dimensions": ["A": "$.a"]]])])
  rows.unsayable(
    "four dimensions",
    #"let _ = LogMetricFilter.Series.by(.init("A", "$.a"), .init("B", "$.b"), .init("C", "$.c"), .init("D", "$.d"))"#,
    proper: #"let _ = LogMetricFilter.Series.by(.init("A", "$.a"), .init("B", "$.b"), .init("C", "$.c"))"#)
  rows.around(
    by: .argumentLimits, ["metric_transformation": .blocks([["dimensions": ["A": "1", "B": "2", "C": "3", "D": "4"]]])])

  rows.of("aws_cloudwatch_metric_alarm")
  rows.unsayable(
    "missing data in the wrong case", "let _ = MissingData.Breaching", proper: "let _ = MissingData.breaching")
  rows.around(by: .argumentLimits, ["treat_missing_data": "Breaching"])
  rows.found("a period of nought", by: .argumentLimits) { stack in
    stack.add(MetricAlarm.example(period: .minutes(0))).address
  }
  rows.unsayable("no period", alarm("over: nil, "), proper: alarm())
  rows.around(
    by: .argumentConflicts, ["metric_name": "Errors", "namespace": "Shop", "statistic": "Sum", "threshold": 0])
  rows.found("looks back 90,000 seconds by 300", by: .alarmEvaluationLimits) { stack in
    stack.add(MetricAlarm.example(evaluation: .consecutive(300))).address
  }
  rows.found("looks back 169 hours", by: .alarmEvaluationLimits) { stack in
    stack.add(MetricAlarm.example(period: .hours(1), evaluation: .consecutive(169))).address
  }
  rows.found("three bad datapoints of two", by: .alarmEvaluationLimits) { stack in
    stack.add(MetricAlarm.example(evaluation: .datapoints(3, of: 2))).address
  }
  rows.unsayable("no threshold", alarm(threshold: ""), proper: alarm())
  rows.around(by: .argumentConflicts, ["metric_name": "Errors", "namespace": "Shop", "statistic": "Sum", "period": 60])
  rows.unsayable("compares a number as a band", alarm(threshold: "threshold: .outside(1), "), proper: alarm())
  rows.around(
    by: .argumentConflicts,
    [
      "metric_name": "Errors", "namespace": "Shop", "statistic": "Sum", "period": 60, "threshold": 0,
      "comparison_operator": "GreaterThanUpperThreshold",
    ])
  rows.found("notifies six", by: .argumentLimits) { stack in
    let topics = (1...6).map { ARN<Topic>("arn:aws:sns:us-east-1:123456789012:alerts-\($0)") }
    return stack.add(MetricAlarm.example(notify: topics)).address
  }
  rows.found("notifies a topic of another region", by: .alarmTopicInRegion) { stack in
    let alerts = stack.add(Topic("alerts"), in: .euWest1)
    return stack.add(MetricAlarm.example(notify: [alerts.arn]), in: .usEast1).address
  }
  rows.found("seconds of a duration in milliseconds", by: .argumentConflicts) { stack in
    let duration = stack.add(LambdaFunction.example()).duration
    return stack.add(MetricAlarm.example(when: duration, .maximum), with: ["unit": "Seconds"]).address
  }
  rows.unsayable(
    "no query returns data",
    #"let _ = MetricMath("a", label: "A", of: inputs, missingDataMeaning: .stopped, returnData: false)"#,
    proper: #"let _ = MetricMath("a", label: "A", of: inputs, missingDataMeaning: .stopped)"#)
  rows.around(by: .alarmEvaluationLimits, ["threshold": 0, "metric_query": .blocks([["id": "a", "expression": "1"]])])
  rows.unsayable(
    "two queries return data",
    #"let _: KeyValuePairs<String, (Metric, Statistic)> = ["a": (metric, .sum, returnData: true)]"#,
    proper: #"let _: KeyValuePairs<String, (Metric, Statistic)> = ["a": (metric, .sum)]"#)
  rows.around(
    by: .alarmEvaluationLimits,
    [
      "threshold": 0,
      "metric_query": .blocks([
        ["id": "a", "expression": "1", "return_data": true], ["id": "b", "expression": "2", "return_data": true],
      ]),
    ])
  rows.found("a query whose id starts with a capital", by: .argumentLimits) { stack in
    stack.add(math("M1", of: ["M1": (.example, .sum)])).address
  }
  rows.found("an expression over an id that is not there", by: .metricMathParses) { stack in
    stack.add(math("m1 / m9", of: ["m1": (.example, .sum)])).address
  }
  rows.unsayable("no metric at all", alarm(when: ""), proper: alarm())
  rows.around(by: .argumentConflicts, ["threshold": 0])
  rows.unsayable(
    "a metric without a namespace", #"let _ = Metric("Errors", missingDataMeaning: .noEvents)"#,
    proper: #"let _ = Metric("Errors", in: "Shop", missingDataMeaning: .noEvents)"#)
  rows.around(by: .argumentConflicts, ["metric_name": "Errors", "statistic": "Sum", "period": 60, "threshold": 0])
  rows.found("31 dimensions", by: .argumentLimits) { stack in
    let dimensions = (1...31).map { ("Dimension\($0)", Text("value")) }
    let metric = Metric(
      "Errors", in: "Shop", dimensions: Dictionary(uniqueKeysWithValues: dimensions), missingDataMeaning: .noEvents)
    return stack.add(MetricAlarm.example(when: metric)).address
  }
  rows.found("a bill in Ireland", by: .billingAlarmRegion) { stack in
    stack.add(MetricAlarm.example(when: .estimatedCharges(for: "AWSXRay"), .maximum), in: .euWest1).address
  }
  rows.found("what to do with few samples, in the wrong case", by: .argumentLimits) { stack in
    stack.add(MetricAlarm.example(), with: ["evaluate_low_sample_count_percentiles": "Ignore"]).address
  }

  rows.of("aws_cloudwatch_composite_alarm")
  rows.unsayable(
    "a rule that is none", #"let _ = CompositeAlarm("c", when: "ALARM(errors", notify: [])"#,
    proper: #"let _ = CompositeAlarm("c", when: .inAlarm("errors"), notify: [])"#)
  rows.around(by: "composite-alarm-parses", ["alarm_name": "c", "alarm_rule": "ALARM(errors"])

  rows.of("aws_cloudwatch_dashboard")
  rows.found("a widget of no known type, beyond the grid", by: .argumentLimits) { stack in
    let body: Value = .json(["widgets": [["type": "chart", "x": 30, "y": 0, "width": 40, "height": 6]]])
    return stack.add(Dashboard("all", in: .usEast1) {}, with: ["dashboard_body": body]).address
  }

  rows.of("aws_xray_sampling_rule")
  rows.unsayable(
    "no name", "let _ = SamplingRule(priority: 1, fixedRate: .nothing, reservoir: 1)",
    proper: #"let _ = SamplingRule("rest", priority: 1, fixedRate: .nothing, reservoir: 1)"#)
  rows.around(by: .argumentConflicts, ["priority": 1])
  rows.found("version 2", by: .argumentLimits) { stack in
    stack.add(sampling(), with: ["version": 2]).address
  }
  rows.found("a rate of 1.5", by: .argumentLimits) { stack in stack.add(sampling(.percent(150))).address }
  rows.found("a rate of 5, meant in per cent", by: .argumentLimits) { stack in
    stack.add(sampling(.percent(500))).address
  }
  rows.found("a rate below nought", by: .argumentLimits) { stack in stack.add(sampling(.percent(-10))).address }
  rows.found("an ARN of 501 characters", by: .argumentLimits) { stack in
    stack.add(sampling(for: .init(resourceARN: Text(String(repeating: "a", count: 501))))).address
  }
  rows.found("six attributes", by: .argumentLimits) { stack in
    let attributes = Dictionary(uniqueKeysWithValues: (1...6).map { ("header-\($0)", Value.text("*")) })
    return stack.add(sampling(), with: ["attributes": .map(attributes)]).address
  }
  rows.found("an attribute whose key has 33 characters", by: .argumentLimits) { stack in
    stack.add(sampling(), with: ["attributes": .map([String(repeating: "k", count: 33): "*"])]).address
  }
  rows.found("the name of the rule that is there already", by: .argumentLimits) { stack in
    stack.add(sampling(named: "Default")).address
  }
  rows.found("for functions, which ask nobody", by: .samplingRuleUnused) { stack in
    stack.add(sampling(for: .init(serviceType: "AWS::Lambda::Function"))).address
  }

  rows.of("aws_xray_group")
  rows.found("a name of 33 characters", by: .validName) { stack in
    stack.add(TraceGroup("g", named: .exactly(String(repeating: "g", count: 33)), filter: "error")).address
  }
  rows.found("a name with a space and an underscore", by: .validName) { stack in
    stack.add(TraceGroup("g", named: "my_trace group", filter: "error")).address
  }
  rows.found("a filter that X-Ray cannot read", by: "trace-filter-parses") { stack in
    stack.add(TraceGroup("g", filter: "this is ((( not a filter")).address
  }
  rows.found("the name of the group that is there already", by: .argumentLimits) { stack in
    stack.add(TraceGroup("g", named: "Default", filter: "error")).address
  }
  rows.unsayable(
    "notifications without insights",
    #"let _ = TraceGroup("g", filter: "error", insights: .off, notifications: true)"#,
    proper: #"let _ = TraceGroup("g", filter: "error", insights: .withNotifications)"#)
  rows.around(
    by: .argumentConflicts,
    [
      "group_name": "g",
      "insights_configuration": .blocks([["insights_enabled": false, "notifications_enabled": true]]),
    ])

  rows.of("aws_xray_encryption_config")
  rows.found("a key that nobody names", by: .argumentConflicts) { stack in
    stack.add(RawResource("aws_xray_encryption_config", "traces", ["type": "KMS"])).address
  }
}

private func alarm(
  _ more: String = "", when: String = "when: metric, .sum, ", threshold: String = "threshold: .above(0), "
) -> String {
  #"let _ = MetricAlarm("a", "# + when + threshold + more + "evaluation: .once, missingData: .ignore, notify: [])"
}

private func math(_ expression: String, of inputs: KeyValuePairs<String, (Metric, Statistic)>) -> MetricAlarm {
  MetricAlarm(
    "math", when: MetricMath(expression, label: "Math", of: inputs, missingDataMeaning: .noEvents),
    threshold: .above(1),
    evaluation: .once, missingData: .notBreaching, notify: [])
}

private func sampling(
  _ rate: Input<SamplingRate> = .percent(5), named name: PhysicalName = .conventional,
  for match: SamplingRule.Match = .init()
) -> SamplingRule {
  SamplingRule("rest", named: name, priority: 1, fixedRate: rate, reservoir: 1, matching: match)
}
