import TerraformModel

/// What CloudWatch and X-Ray require of arguments together (AWS: CloudWatch Logs filter patterns, 1.8 and 1.11).
let observabilityConstraints: [String: [ArgumentConstraint]] = [
  // `alarm-evaluation-limits` says the same of alarms that Swift declares.
  "aws_cloudwatch_metric_alarm": [
    ArgumentConstraint(
      "has more `datapoints_to_alarm` than `evaluation_periods`",
      fix: "set `datapoints_to_alarm` to `evaluation_periods` or less",
      knownToModel: ["datapoints_to_alarm", "evaluation_periods"]
    ) { alarm in
      guard let datapoints = alarm.number("datapoints_to_alarm"), let periods = alarm.number("evaluation_periods")
      else { return true }
      return datapoints <= periods
    },
    ArgumentConstraint(
      "evaluates more than a day, or more than a week with periods of an hour or more",
      fix: "use fewer or shorter periods", knownToModel: ["period", "evaluation_periods", "metric_query"]
    ) { alarm in
      guard let periods = alarm.number("evaluation_periods") else { return true }
      let inQueries = alarm.blocks("metric_query").flatMap { $0.blocks("metric") }.compactMap { $0.number("period") }
      guard let period = alarm.number("period") ?? inQueries.max() else { return true }
      return period * periods <= (period < 3_600 ? 86_400 : 604_800)
    },
    ArgumentConstraint(
      "has two queries with the same id", fix: "give each `metric_query` a different `id`",
      knownToModel: ["metric_query"]
    ) { alarm in
      let ids = alarm.blocks("metric_query").compactMap { $0.text("id") }
      return Set(ids).count == ids.count
    },
  ]
]
