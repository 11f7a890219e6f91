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
      set `period` to 10, 20, 30 or a multiple of 60, `datapoints_to_alarm` to `evaluation_periods` at most, and \
      both so that the alarm evaluates no more than a day, or a week where the period is an hour or more; with \
      `metric_query`, give up to ten metrics an `id` each and set `return_data` on one query
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
      Counterexample("No period at all") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .consecutive(0), missingData: .notBreaching,
            notify: []))
        return [alarm.address]
      },
      Counterexample("A period that CloudWatch does not support") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), period: .minutes(0), evaluation: .once,
            missingData: .notBreaching, notify: []))
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
      Counterexample("An id in uppercase") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let share = MetricMath(
          "100 * 1", label: "share", of: ["Errors": (failures, .sum)], missingDataMeaning: .noActivity)
        let alarm = stack.add(
          MetricAlarm(
            "share", when: share, threshold: .above(1), evaluation: .once, missingData: .notBreaching, notify: []))
        return [alarm.address]
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
    let length: Result<Int, DecodingFailure>
    do throws(DecodingFailure) { length = .success(try period(of: alarm)) } catch { length = .failure(error) }
    if case .success(let seconds) = length, !isPeriod(seconds) {
      return [
        (
          "has a period of \(seconds) s; CloudWatch accepts 10, 20, 30 and multiples of 60",
          "set `period: .minutes(1)`",
          "set `period` to 60 or another multiple of 60, or to 10, 20 or 30"
        )
      ]
    }
    // No number of datapoints is within no periods.
    if let periods = try? alarm[\.evaluation.periods], periods < 1 {
      return [
        (
          "evaluates \(periods) periods, so it never fires", "set `evaluation: .once`",
          "set `evaluation_periods` to 1 or more"
        )
      ]
    }
    var unclear: DecodingFailure?
    do throws(DecodingFailure) {
      let evaluation = try alarm[\.evaluation]
      let (periods, datapoints) = (evaluation.periods, evaluation.datapoints)
      guard periods >= 1, (1...periods).contains(datapoints) else {
        return [
          (
            "needs \(datapoints) breaching datapoints out of \(periods), so it never fires",
            "set `evaluation: .datapoints(\(max(1, datapoints)), of: \(max(1, periods, datapoints)))`",
            "set `datapoints_to_alarm` to at least 1 and at most `evaluation_periods`"
          )
        ]
      }
    } catch { unclear = error }
    let (seconds, periods) = (try length.get(), try alarm[\.evaluation.periods])
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

  /// In seconds. `period` says it whatever is unknown of the metric.
  private func period(of alarm: Subject<MetricAlarm>) throws(DecodingFailure) -> Int {
    do throws(DecodingFailure) { return try alarm[\.period].seconds } catch {
      guard !alarm.isSet("metric_query"),
        let period = try BlockDecoder(alarm.declaration.block).integerIfPresent("period")
      else { throw error }
      return period
    }
  }

  private func isPeriod(_ seconds: Int) -> Bool {
    seconds > 0 && ([10, 20, 30].contains(seconds) || seconds.isMultiple(of: 60))
  }

  private func math(of alarm: Subject<MetricAlarm>) throws(DecodingFailure) -> [Trouble] {
    guard alarm.isSet("metric_query"), case .math(let math) = try alarm[\.measure] else { return [] }
    let ids = math.inputs.map(\.id)
    var troubles: [Trouble] = []
    for id in Set(ids).sorted() where !isMetricID(id) {
      troubles.append(
        (
          "has a metric with the id '\(id)', but ids start with a lowercase letter", "rename '\(id)' in the metrics",
          "give the `metric_query` '\(id)' an `id` that starts with a lowercase letter"
        ))
    }
    for id in Set(ids).sorted() where id == "result" || ids.filter({ $0 == id }).count > 1 {
      troubles.append(
        (
          "has two values with the id '\(id)'", "give each metric a different id in the metrics",
          "give each `metric_query` a different `id`"
        ))
    }
    if ids.count > 10 {
      troubles.append(
        (
          "reads \(ids.count) metrics; CloudWatch accepts 10", "remove some of the metrics",
          "remove some of the metrics"
        ))
    }
    return troubles
  }

  private func result(of alarm: Subject<MetricAlarm>) throws(DecodingFailure) -> [Trouble] {
    guard let value = alarm.declaration.block["metric_query"] else { return [] }
    guard let queries = value.nestedBlocks else { throw DecodingFailure(argument: "metric_query", reason: value.unfit) }
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
