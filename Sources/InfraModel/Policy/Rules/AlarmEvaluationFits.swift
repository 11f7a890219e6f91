extension RuleID {
  public static let alarmEvaluationFits: RuleID = "alarm-evaluation-fits"
}

struct AlarmEvaluationFits: Rule {
  static let description = RuleDescription(
    id: .alarmEvaluationFits,
    title: "Every alarm asks for periods and metrics that CloudWatch can evaluate",
    rationale: "Terraform plans any numbers and any ids; CloudWatch refuses them when they are applied.",
    sources: ["https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html"],
    isWaivable: false,
    terraformFix: """
      set `period` to 10, 20, 30 or a multiple of 60, `datapoints_to_alarm` to `evaluation_periods` at most, and \
      both so that the alarm evaluates no more than a day, or a week where the period is an hour or more; with \
      `metric_query`, give up to ten metrics an `id` each and set `return_data` on one query
      """,
    subjects: [MetricAlarm.self],
    good: [
      Example("A day of five minutes, a week of hours") { stack in
        stack.add(MetricAlarm.example("day", period: .minutes(5), evaluation: .datapoints(3, of: 288)))
        stack.add(MetricAlarm.example("week", period: .hours(1), evaluation: .consecutive(168)))
      },
      Example("A share of what there is, with words and functions") { stack in
        stack.add(MetricAlarm.share(of: ["errors", "requests"], "IF(requests > 0, 100 * errors / requests, 0)"))
        stack.add(MetricAlarm.share("all", of: ["m1"], "SUM(METRICS('m')) + FILL(m1, REPEAT)"))
      },
    ],
    bad: [
      Counterexample("Three bad periods out of two") { stack in
        [stack.add(MetricAlarm.example(evaluation: .datapoints(3, of: 2))).address]
      },
      Counterexample("No period at all") { stack in
        [stack.add(MetricAlarm.example(evaluation: .consecutive(0))).address]
      },
      Counterexample("Periods that CloudWatch has not") { stack in
        [stack.add(MetricAlarm.example(period: .minutes(0))).address]
      },
      Counterexample("More than a day of minutes, more than a week of hours") { stack in
        [
          stack.add(MetricAlarm.example("day", period: .minutes(5), evaluation: .consecutive(289))).address,
          stack.add(MetricAlarm.example("week", period: .hours(1), evaluation: .consecutive(169))).address,
        ]
      },
      Counterexample("A name that is none") { stack in
        [stack.add(MetricAlarm.share(of: ["Errors"], "100 * 1")).address]
      },
      Counterexample("Two metrics of one name, and one of the result's") { stack in
        [
          stack.add(MetricAlarm.share("two", of: ["errors", "errors"], "errors")).address,
          stack.add(MetricAlarm.share("result", of: ["result"], "result")).address,
        ]
      },
      Counterexample("Eleven metrics") { stack in
        [stack.add(MetricAlarm.share(of: (1...11).map { "m\($0)" }, "m1")).address]
      },
      Counterexample("Two values to watch") { stack in
        let queries: Value = .blocks([
          ["id": "a", "expression": "1", "return_data": true], ["id": "b", "expression": "2", "return_data": true],
        ])
        return [stack.add(MetricAlarm.share(of: ["m1"], "m1"), with: ["metric_query": queries]).address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    var evaluation = RuleEvaluation()
    for alarm in stack.subjects(MetricAlarm.self) {
      for troubles in [arithmetic, math, result] {
        evaluation.judge(alarm.declaration) { () throws(DecodingFailure) in
          try troubles(alarm).map { trouble in
            finding(on: alarm, "alarm '\(alarm.name)' \(trouble.message)", fix: "\(trouble.fix) of '\(alarm.name)'")
          }
        }
      }
    }
    return evaluation
  }

  private typealias Trouble = (message: String, fix: String)

  private func arithmetic(of alarm: Subject<MetricAlarm>) throws(DecodingFailure) -> [Trouble] {
    let length: Result<Int, DecodingFailure>
    do throws(DecodingFailure) { length = .success(try period(of: alarm)) } catch { length = .failure(error) }
    if case .success(let seconds) = length, !isPeriod(seconds) {
      return [
        ("has a period of \(seconds) s, and CloudWatch takes 10, 20, 30 and whole minutes", "set `period: .minutes(1)`")
      ]
    }
    // No number of datapoints is within no periods.
    if let periods = try? alarm[\.evaluation.periods], periods < 1 {
      return [("wants bad periods out of \(periods), and never fires", "set `evaluation: .once`")]
    }
    var unclear: DecodingFailure?
    do throws(DecodingFailure) {
      let evaluation = try alarm[\.evaluation]
      let (periods, datapoints) = (evaluation.periods, evaluation.datapoints)
      guard periods >= 1, (1...periods).contains(datapoints) else {
        return [
          (
            "wants \(datapoints) bad periods out of \(periods), and never fires",
            "set `evaluation: .datapoints(\(max(1, datapoints)), of: \(max(1, periods, datapoints)))`"
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
    let span = longest == 86_400 ? "a day of periods shorter than an hour" : "a week"
    return [
      (
        "looks back over \(periods) periods of \(seconds) s, and CloudWatch over no more than \(span)",
        "ask for at most \(longest / seconds) periods, or for longer ones, in `evaluation:`"
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
      troubles.append(("calls a metric '\(id)', and ids begin with a small letter", "rename '\(id)' in the metrics"))
    }
    for id in Set(ids).sorted() where id == "result" || ids.filter({ $0 == id }).count > 1 {
      troubles.append(("calls two values '\(id)'", "give each metric an id of its own, in the metrics"))
    }
    if ids.count > 10 {
      troubles.append(("reads '\(ids.count)' metrics, and CloudWatch takes 10", "take some out of the metrics"))
    }
    return troubles
  }

  private func result(of alarm: Subject<MetricAlarm>) throws(DecodingFailure) -> [Trouble] {
    guard let value = alarm.declaration.block["metric_query"] else { return [] }
    guard let queries = value.nestedBlocks else { throw DecodingFailure(argument: "metric_query", reason: value.unfit) }
    guard !queries.contains(where: { $0["return_data"].map { $0.word == nil } ?? false }) else {
      throw DecodingFailure(argument: "metric_query.return_data", reason: .knownAfterApply)
    }
    let results = queries.count { $0["return_data"]?.word == "true" }
    guard results != 1 else { return [] }
    return [("has \(results) queries with return_data, and watches one value", "set it on one query")]
  }
}

extension MetricAlarm {
  fileprivate static func share(_ name: String = "share", of ids: [String], _ expression: String) -> MetricAlarm {
    var math = MetricMath(expression, label: "share", of: [:], missingDataMeaning: .noActivity)
    math.inputs = ids.map { MetricMath.Input(id: $0, metric: .example, statistic: .sum) }
    return MetricAlarm(
      name, when: math, threshold: .above(1), evaluation: .once, missingData: .notBreaching, notify: [])
  }
}
