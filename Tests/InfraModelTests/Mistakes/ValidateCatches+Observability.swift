import InfraModel

@testable import AWSRules

/// aws-facts 1.21c, CloudWatch, X-Ray, RUM and Synthetics.
let mistakesValidateCatchesInObservability = Mistakes(caughtBy: .validate) { rows in
  rows.of("aws_cloudwatch_log_group")
  rows.unsayable(
    "keeps logs for ten days", "let _: Input<LogRetention> = .tenDays", proper: "let _: Input<LogRetention> = .twoWeeks"
  )
  rows.around(by: .argumentLimits, ["retention_in_days": 10])
  rows.found("a name with a space", by: .validName) { stack in
    stack.add(LogGroup("logs", named: "my logs", retention: .oneMonth)).address
  }
  rows.found("a class by another word", by: .argumentLimits) { stack in
    stack.add(LogGroup("logs", retention: .oneMonth), with: ["log_group_class": "IA"]).address
  }

  rows.of("aws_cloudwatch_log_metric_filter")
  rows.found("a namespace with a colon", by: .argumentLimits) { stack in stack.add(filter(in: ":bad")).address }
  rows.found("a name with a colon", by: .validName) { stack in stack.add(filter(named: "a:b")).address }

  rows.of("aws_cloudwatch_metric_alarm")
  rows.unsayable(
    "missing data by another word", #"let _: MissingData = "not_breaching""#,
    proper: "let _: MissingData = .notBreaching")
  rows.around(by: .argumentLimits, ["treat_missing_data": "not_breaching"])
  for seconds in [45, 5, 90] {
    rows.unsayable(
      "a period of \(seconds) seconds", "let _ = Period(seconds: \(seconds))", proper: "let _ = Period.thirtySeconds")
    rows.around(by: .argumentLimits, ["period": .integer(seconds)])
  }
  rows.found("looks at no period", by: .alarmEvaluationLimits) { stack in
    stack.add(MetricAlarm.example(evaluation: .consecutive(0))).address
  }
  rows.found("asks for no bad datapoint", by: .alarmEvaluationLimits) { stack in
    stack.add(MetricAlarm.example(evaluation: .datapoints(0, of: 1))).address
  }
  rows.unsayable(
    "two statistics", alarm(".sum, .percentile(.p95)"), proper: alarm(".sum"))
  rows.around(
    by: .argumentConflicts,
    [
      "metric_name": "Errors", "namespace": "Shop", "statistic": "Sum", "extended_statistic": "p95", "period": 60,
      "threshold": 0,
    ])
  rows.unsayable("a percentile for a statistic", alarm(".p95"), proper: alarm(".percentile(.p95)"))
  rows.around(by: .argumentLimits, ["statistic": "p95"])
  rows.unsayable("a statistic for a percentile", alarm(".percentile(.maximum)"), proper: alarm(".maximum"))
  rows.around(by: .argumentLimits, ["extended_statistic": "Maximum"])
  rows.unsayable("the 101st percentile", alarm(".percentile(.p101)"), proper: alarm(".percentile(.p99)"))
  rows.around(by: .argumentLimits, ["extended_statistic": "p101"])
  rows.unsayable(
    "compares by another word", "let _: Threshold = .greaterThan(1)", proper: "let _: Threshold = .above(1)")
  rows.around(by: .argumentLimits, ["comparison_operator": "GreaterThan"])
  rows.unsayable(
    "two thresholds", #"let _: Threshold = .above(1, metric: "band")"#, proper: "let _: Threshold = .above(1)")
  rows.around(
    by: .argumentConflicts,
    [
      "metric_name": "Errors", "namespace": "Shop", "statistic": "Sum", "period": 60, "threshold": 0,
      "threshold_metric_id": "band",
    ])
  rows.found("a name of 256 characters", by: .validName) { stack in
    stack.add(MetricAlarm.example(named: .exactly(String(repeating: "a", count: 256)))).address
  }
  rows.found("a description of 1,025 characters", by: .argumentLimits) { stack in
    var alarm = MetricAlarm.example()
    alarm.description = String(repeating: "a", count: 1_025)
    return stack.add(alarm).address
  }
  rows.found("notifies what is no ARN", by: .argumentLimits) { stack in
    stack.add(MetricAlarm.example(notify: [ARN("alerts")])).address
  }
  rows.found("a unit by another word", by: .argumentLimits) { stack in
    stack.add(MetricAlarm.example(), with: ["unit": "ms"]).address
  }
  rows.unsayable(
    "a metric and queries",
    #"let _: MetricAlarm.Measure = .math(metric, inputs)"#, proper: "let _: MetricAlarm.Measure = .metric(metric, .sum)"
  )
  rows.around(
    by: .argumentConflicts,
    [
      "metric_name": "Errors", "namespace": "Shop", "statistic": "Sum", "period": 60, "threshold": 0,
      "metric_query": .blocks([["id": "a", "expression": "1", "return_data": true]]),
    ])

  rows.of("aws_cloudwatch_composite_alarm")
  rows.found("a rule of more than 10,240 characters", by: .argumentLimits) { stack in
    let names = (1...400).map { AlarmRule.inAlarm("an-alarm-with-a-rather-long-name-\($0)") }
    return stack.add(CompositeAlarm("c", when: .any(names), notify: [])).address
  }

  rows.of("aws_cloudwatch_dashboard")
  rows.unsayable(
    "a body that is no JSON", #"let _ = Dashboard("d", in: .usEast1) { "{" }"#,
    proper: #"let _ = Dashboard("d", in: .usEast1) { Row { TextWidget("Hello") } }"#)
  rows.found("a name with a space", by: .validName) { stack in
    stack.add(Dashboard("d", named: "our dashboard", in: .usEast1) {}).address
  }

  rows.of("aws_xray_sampling_rule")
  rows.found("a name of 33 characters", by: .validName) { stack in
    stack.add(sampling(named: .exactly(String(repeating: "r", count: 33)))).address
  }
  rows.found("priority nought", by: .samplingRuleLimits) { stack in stack.add(sampling(priority: 0)).address }
  rows.found("priority 10,000", by: .samplingRuleLimits) { stack in stack.add(sampling(priority: 10_000)).address }
  rows.found("version nought", by: .argumentLimits) { stack in stack.add(sampling(), with: ["version": 0]).address }
  rows.found("a reservoir below nought", by: .samplingRuleLimits) { stack in
    stack.add(sampling(reservoir: -1)).address
  }
  rows.found("a service of 65 characters", by: .samplingRuleLimits) { stack in
    stack.add(sampling(for: .init(serviceName: Text(long(65))))).address
  }
  rows.found("a host of 65 characters", by: .samplingRuleLimits) { stack in
    stack.add(sampling(for: .init(host: long(65)))).address
  }
  rows.found("a method of eleven characters", by: .samplingRuleLimits) { stack in
    stack.add(sampling(for: .init(method: long(11)))).address
  }
  rows.found("a path of 129 characters", by: .samplingRuleLimits) { stack in
    stack.add(sampling(for: .init(path: long(129)))).address
  }

  rows.of("aws_xray_encryption_config")
  rows.found("encrypts by another word", by: .argumentLimits) { stack in
    stack.add(RawResource("aws_xray_encryption_config", "traces", ["type": "AES"])).address
  }

  rows.of("aws_xray_resource_policy")
  rows.unsayable(
    "a policy that is no JSON", #"let _ = TracingPolicy("p", for: "{", in: "123456789012", replacedBy: revision)"#,
    proper: #"let _ = TracingPolicy("p", for: [topic], in: "123456789012", replacedBy: revision)"#)

  rows.of("aws_rum_app_monitor")
  rows.found("1,000 per cent of the sessions", by: .argumentLimits) { stack in
    let rate = SamplingRate.percent(1_000)
    return stack.add(AppMonitor("m", domain: "example.com", sessionSampleRate: rate, http: .on)).address
  }
  rows.unsayable(
    "records traces, by that word", "let _: Set<AppMonitor.Telemetry> = [.traces]",
    proper: "let _: Set<AppMonitor.Telemetry> = [.errors]")
  rows.around(
    by: .argumentLimits, ["domain": "example.com", "app_monitor_configuration": .blocks([["telemetries": ["traces"]]])])
  rows.unsayable(
    "no domain", #"let _ = AppMonitor("m", sessionSampleRate: .everything, http: .on)"#,
    proper: #"let _ = AppMonitor("m", domain: "example.com", sessionSampleRate: .everything, http: .on)"#)
  rows.around(by: .argumentConflicts, ["name": "m"])

  rows.of("aws_synthetics_canary")
  rows.found("a name with capitals and a space", by: .validName) { stack in
    stack.add(RawResource("aws_synthetics_canary", "c", ["name": "Our Canary"])).address
  }
}

private func alarm(_ statistic: String) -> String {
  #"let _ = MetricAlarm("a", when: metric, \#(statistic), threshold: .above(0), evaluation: .once, missingData: .ignore, notify: [])"#
}

private func long(_ count: Int) -> String { String(repeating: "x", count: count) }

private func sampling(
  named name: PhysicalName = .conventional, priority: Int = 1, reservoir: Int = 1,
  for match: SamplingRule.Match = .init()
) -> SamplingRule {
  SamplingRule("rest", named: name, priority: priority, fixedRate: .percent(5), reservoir: reservoir, matching: match)
}

private func filter(named name: PhysicalName = .conventional, in namespace: String = "Shop") -> LogMetricFilter {
  LogMetricFilter(
    "errors", named: name, in: "/aws/lambda/ingest", matching: "ERROR", as: "Errors", in: namespace,
    .total(otherwise: 0), missingDataMeaning: .noEvents)
}
