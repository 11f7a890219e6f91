import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let alarmEvaluationLimits: RuleID = "alarm-evaluation-limits"
}

struct AlarmEvaluationLimits: Rule {
  static let description = RuleDescription(
    id: .alarmEvaluationLimits,
    title: "Every alarm's period, evaluation periods and metric queries are ones that CloudWatch accepts",
    rationale: "Terraform plans any numbers and ids; CloudWatch rejects invalid ones during apply.",
    sources: ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html"],
    isWaivable: false,
    terraformFix: """
      set `datapoints_to_alarm` to `evaluation_periods` at most, and `period` and `evaluation_periods` so that the alarm \
      evaluates no more than a day, or a week where the period is an hour or more; with `metric_query`, give up to ten \
      metrics an `id` each and set `return_data` on one query
      """,
    subjects: [MetricAlarm.self],
    good: [
      Example("A day of five-minute periods, a week of hourly periods") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            "day", when: failures, .sum, threshold: .above(0), period: .minutes(5), evaluation: .datapoints(3, of: 288),
            missingData: .notBreaching, notify: []))
        stack.add(
          MetricAlarm(
            "week", when: failures, .sum, threshold: .above(0), period: .hours(1), evaluation: .consecutive(168),
            missingData: .notBreaching, notify: []))
      },
      Example("Metric math with keywords and functions") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let share = MetricMath(
          "IF(requests > 0, 100 * errors / requests, 0)", label: "share",
          of: ["errors": (failures, .sum), "requests": (failures, .sum)], missingDataMeaning: .noActivity)
        stack.add(
          MetricAlarm(
            "share", when: share, threshold: .above(1), evaluation: .once, missingData: .notBreaching, notify: []))
        let all = MetricMath(
          "SUM(METRICS('m')) + FILL(m1, REPEAT)", label: "share", of: ["m1": (failures, .sum)],
          missingDataMeaning: .noActivity)
        stack.add(
          MetricAlarm(
            "all", when: all, threshold: .above(1), evaluation: .once, missingData: .notBreaching, notify: []))
      },
      Example("Anomaly detection") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        stack.add(
          AnomalyAlarm(
            when: failures, .sum, threshold: .above(deviations: 2), evaluation: .consecutive(3), missingData: .ignore,
            notify: []))
      },
    ],
    bad: [
      Counterexample("Three breaching datapoints out of two") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .datapoints(3, of: 2), missingData: .notBreaching,
            notify: []))
        return [alarm.address]
      },
      Counterexample("More than a day of five-minute periods, more than a week of hourly periods") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let day = stack.add(
          MetricAlarm(
            "day", when: failures, .sum, threshold: .above(0), period: .minutes(5), evaluation: .consecutive(289),
            missingData: .notBreaching, notify: []))
        let week = stack.add(
          MetricAlarm(
            "week", when: failures, .sum, threshold: .above(0), period: .hours(1), evaluation: .consecutive(169),
            missingData: .notBreaching, notify: []))
        return [day.address, week.address]
      },
      Counterexample("Two metrics with the same id, and one with the id of the result") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let two = MetricMath(
          "errors", label: "share", of: ["errors": (failures, .sum), "errors": (failures, .sum)],
          missingDataMeaning: .noActivity)
        let result = MetricMath(
          "result", label: "share", of: ["result": (failures, .sum)], missingDataMeaning: .noActivity)
        let twoAlarm = stack.add(
          MetricAlarm(
            "two", when: two, threshold: .above(1), evaluation: .once, missingData: .notBreaching, notify: []))
        let resultAlarm = stack.add(
          MetricAlarm(
            "result", when: result, threshold: .above(1), evaluation: .once, missingData: .notBreaching, notify: []))
        return [twoAlarm.address, resultAlarm.address]
      },
      Counterexample("Eleven metrics") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let share = MetricMath(
          "m1", label: "share",
          of: [
            "m1": (failures, .sum), "m2": (failures, .sum), "m3": (failures, .sum), "m4": (failures, .sum),
            "m5": (failures, .sum), "m6": (failures, .sum), "m7": (failures, .sum), "m8": (failures, .sum),
            "m9": (failures, .sum), "m10": (failures, .sum), "m11": (failures, .sum),
          ], missingDataMeaning: .noActivity)
        let alarm = stack.add(
          MetricAlarm(
            "share", when: share, threshold: .above(1), evaluation: .once, missingData: .notBreaching, notify: []))
        return [alarm.address]
      },
      Counterexample("Two queries that return data") { stack in
        let queries: Value = .blocks([
          ["id": "a", "expression": "1", "return_data": true], ["id": "b", "expression": "2", "return_data": true],
        ])
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let share = MetricMath("m1", label: "share", of: ["m1": (failures, .sum)], missingDataMeaning: .noActivity)
        let alarm = stack.add(
          MetricAlarm(
            "share", when: share, threshold: .above(1), evaluation: .once, missingData: .notBreaching, notify: []),
          with: ["metric_query": queries])
        return [alarm.address]
      },
      Counterexample("A band that is compared with nothing") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let alarm = AnomalyAlarm(
          when: failures, .sum, threshold: .above(deviations: 2), evaluation: .consecutive(3), missingData: .ignore,
          notify: [])
        let metric: Block = ["namespace": "Shop", "metric_name": "Failures", "period": 300, "stat": "Sum"]
        let queries: Value = .blocks([
          ["id": "band", "expression": "ANOMALY_DETECTION_BAND(metric, 2)", "return_data": true],
          ["id": "metric", "metric": .blocks([metric])],
        ])
        return [stack.add(alarm, with: ["metric_query": queries]).address]
      },
      Counterexample("A threshold that is no query") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let alarm = AnomalyAlarm(
          when: failures, .sum, threshold: .above(deviations: 2), evaluation: .consecutive(3), missingData: .ignore,
          notify: [])
        return [stack.add(alarm, with: ["threshold_metric_id": "e1"]).address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    var evaluation = RuleEvaluation()
    for alarm in stack.subjects(MetricAlarm.self) {
      for troubles in [arithmetic, math, result] {
        evaluation.judge(alarm.declaration) { () throws(DecodingFailure) in
          try troubles(alarm).map { trouble in
            finding(
              on: alarm, "alarm '\(alarm.name)' \(trouble.message)", fix: "\(trouble.fix) of '\(alarm.name)'",
              terraformFix: trouble.terraformFix)
          }
        }
      }
    }
    return evaluation
  }

  private typealias Trouble = (message: String, fix: String, terraformFix: String)

  private func arithmetic(of alarm: Subject<MetricAlarm>) throws(DecodingFailure) -> [Trouble] {
    var unclear: DecodingFailure?
    do throws(DecodingFailure) {
      let evaluation = try alarm[\.evaluation]
      let (periods, datapoints) = (evaluation.periods, evaluation.datapoints)
      // Fewer than one of either is a fault of the argument itself.
      if periods >= 1, datapoints > periods {
        return [
          (
            "needs \(datapoints) breaching datapoints out of \(periods), so it never fires",
            "set `evaluation: .datapoints(\(periods), of: \(periods))`",
            "set `datapoints_to_alarm` to at most `evaluation_periods`"
          )
        ]
      }
    } catch { unclear = error }
    guard let seconds = try longestPeriod(of: alarm), seconds > 0 else {
      if let unclear { throw unclear }
      return []
    }
    let periods = try alarm[\.evaluation.periods]
    let longest = seconds < 3_600 ? 86_400 : 604_800
    guard periods > longest / seconds else {
      if let unclear { throw unclear }
      return []
    }
    let span = longest == 86_400 ? "a day if periods are shorter than an hour" : "a week"
    return [
      (
        "evaluates \(periods) periods of \(seconds) s, but CloudWatch evaluates no more than \(span)",
        "use at most \(longest / seconds) periods, or longer ones, in `evaluation:`",
        "set `evaluation_periods` to at most \(longest / seconds), or use a longer `period`"
      )
    ]
  }

  /// In seconds; `nil` where the alarm sets none.
  private func longestPeriod(of alarm: Subject<MetricAlarm>) throws(DecodingFailure) -> Int? {
    if let period = try BlockDecoder(alarm.declaration.block).integerIfPresent("period") { return period }
    var longest: Int?
    for query in try queries(of: alarm) {
      for block in [query] + (query["metric"]?.nestedBlocks ?? []) {
        guard let period = try BlockDecoder(block).integerIfPresent("period") else { continue }
        longest = max(longest ?? period, period)
      }
    }
    return longest
  }

  private func queries(of alarm: Subject<MetricAlarm>) throws(DecodingFailure) -> [Block] {
    guard let value = alarm.declaration.block["metric_query"] else { return [] }
    guard let queries = value.nestedBlocks else { throw DecodingFailure(argument: "metric_query", reason: value.unfit) }
    return queries
  }

  private func math(of alarm: Subject<MetricAlarm>) throws(DecodingFailure) -> [Trouble] {
    let queries = try queries(of: alarm)
    var troubles: [Trouble] = []
    let ids = queries.compactMap { $0["id"]?.word }
    for (id, same) in Dictionary(grouping: ids, by: \.self).sorted(by: { $0.key < $1.key }) where same.count > 1 {
      troubles.append(
        (
          "has \(same.count) queries with the id '\(id)'", "give each metric another id than '\(id)'",
          "give each `metric_query` a different `id`"
        ))
    }
    let metrics = queries.count { $0["metric"] != nil }
    if metrics > 10 {
      troubles.append(
        (
          "reads \(metrics) metrics; CloudWatch accepts 10", "remove some of the metrics",
          "remove some of the `metric_query` blocks"
        ))
    }
    guard troubles.isEmpty, let open = queries.first(where: { $0["id"].map { $0.word == nil } ?? false }) else {
      return troubles
    }
    throw DecodingFailure(argument: "metric_query.id", reason: open["id"]?.unfit ?? .knownAfterApply)
  }

  private func result(of alarm: Subject<MetricAlarm>) throws(DecodingFailure) -> [Trouble] {
    guard alarm.isSet("metric_query") else { return [] }
    let queries = try queries(of: alarm)
    guard !queries.contains(where: { $0["return_data"].map { $0.word == nil } ?? false }) else {
      throw DecodingFailure(argument: "metric_query.return_data", reason: .knownAfterApply)
    }
    let results = queries.filter { $0["return_data"]?.word == "true" }
    if let band = alarm.declaration.block["threshold_metric_id"] {
      return try self.band(band, of: results, alarm)
    }
    guard results.count != 1 else { return [] }
    return [
      (
        "has \(results.count) queries with `return_data`, but CloudWatch compares one value", "set it on one query",
        "set `return_data` to true on exactly one `metric_query`"
      )
    ]
  }

  /// Measured by others: "Exactly two elements of the metrics list should return data", and "Metrics list must contain
  /// exactly one metric matching the ThresholdMetricId parameter".
  ///
  /// https://github.com/hashicorp/terraform-provider-aws/pull/42504
  private func band(
    _ band: Value, of results: [Block], _ alarm: Subject<MetricAlarm>
  ) throws(DecodingFailure) -> [Trouble] {
    guard let id = band.word else { throw DecodingFailure(argument: "threshold_metric_id", reason: band.unfit) }
    let fix = "set `return_data` to true on the metric and on the band"
    let terraformFix =
      "set `return_data` to true on two queries: the metric, and the band that `threshold_metric_id` names"
    if results.count != 2 {
      let count = results.count == 1 ? "1 query" : "\(results.count) queries"
      return [("has \(count) with `return_data`, but CloudWatch compares a metric with its band", fix, terraformFix)]
    }
    guard !results.contains(where: { $0["id"]?.word == id }) else { return [] }
    return [("compares with '\(id)', which is the id of no query that returns data", fix, terraformFix)]
  }
}
