/// What CloudWatch and X-Ray ask of arguments together (aws-facts 1.7, 1.8 and 1.11).
let observabilityAgreements: [String: [ArgumentAgreement]] = [
  "aws_cloudwatch_log_metric_filter": [
    ArgumentAgreement(
      "has a default value and dimensions", fix: "leave out `default_value` or `dimensions`"
    ) { filter in
      filter.blocks("metric_transformation").allSatisfy { !$0.has("default_value") || $0.count("dimensions") == 0 }
    }
  ],
  "aws_cloudwatch_metric_alarm": [
    ArgumentAgreement(
      "looks at no metric, or at a metric and at queries", fix: "set either `metric_name` or `metric_query`"
    ) { $0.has("metric_name") != ($0.count("metric_query") > 0) },
    ArgumentAgreement("has a metric without a namespace", fix: "set `namespace`") { alarm in
      !alarm.has("metric_name") || alarm.has("namespace")
    },
    ArgumentAgreement("has a metric without a period", fix: "set `period`") { alarm in
      !alarm.has("metric_name") || alarm.has("period")
    },
    ArgumentAgreement(
      "has no statistic, or two of them", fix: "set either `statistic` or `extended_statistic`"
    ) { !$0.has("metric_name") || $0.has("statistic") != $0.has("extended_statistic") },
    ArgumentAgreement(
      "has no threshold, or two of them", fix: "set either `threshold` or `threshold_metric_id`"
    ) { $0.has("threshold") != $0.has("threshold_metric_id") },
    ArgumentAgreement(
      "compares a number as only a band can be compared",
      fix: "set `threshold_metric_id` for `threshold`, or another `comparison_operator`"
    ) { alarm in
      let compares = alarm.text("comparison_operator") ?? ""
      return alarm.has("threshold_metric_id") || !(compares.contains("LowerT") || compares.contains("UpperT"))
    },
    ArgumentAgreement(
      "asks for more bad datapoints than it looks at", fix: "set `datapoints_to_alarm` to `evaluation_periods` or less",
      knownToModel: ["datapoints_to_alarm", "evaluation_periods"]
    ) { alarm in
      guard let datapoints = alarm.number("datapoints_to_alarm"), let periods = alarm.number("evaluation_periods")
      else { return true }
      return datapoints <= periods
    },
    ArgumentAgreement(
      "looks back further than a day, or than a week where a period is an hour or more",
      fix: "take fewer periods or shorter ones", knownToModel: ["period", "evaluation_periods", "metric_query"]
    ) { alarm in
      guard let periods = alarm.number("evaluation_periods") else { return true }
      let inQueries = alarm.blocks("metric_query").flatMap { $0.blocks("metric") }.compactMap { $0.number("period") }
      guard let period = alarm.number("period") ?? inQueries.max() else { return true }
      return period * periods <= (period < 3_600 ? 86_400 : 604_800)
    },
    ArgumentAgreement(
      "asks for a unit other than that of its metric, and so never sees it", fix: "leave out `unit`"
    ) { alarm in
      guard let unit = alarm.text("unit"), let metric = alarm.text("metric_name"),
        let namespace = alarm.text("namespace"),
        let published = MetricCatalogue.metric(metric, in: namespace)?.unit
      else { return true }
      return unit == published
    },
    ArgumentAgreement(
      "has no query whose data it looks at, or several", fix: "set `return_data` to true in one `metric_query`"
    ) { alarm in
      let queries = alarm.blocks("metric_query")
      return queries.isEmpty || queries.count { $0.isTrue("return_data") } == 1
    },
    ArgumentAgreement(
      "has a query with both an expression and a metric, or with neither",
      fix: "give each `metric_query` either an `expression` or a `metric`"
    ) { alarm in
      alarm.blocks("metric_query").allSatisfy { $0.has("expression") != ($0.count("metric") > 0) }
    },
    ArgumentAgreement("reads more than ten metrics", fix: "take out some of the `metric_query`") { alarm in
      alarm.blocks("metric_query").count { $0.count("metric") > 0 } <= 10
    },
    ArgumentAgreement(
      "has two queries of one id", fix: "give each `metric_query` an `id` of its own", knownToModel: ["metric_query"]
    ) { alarm in
      let ids = alarm.blocks("metric_query").compactMap { $0.text("id") }
      return Set(ids).count == ids.count
    },
  ],
  "aws_cloudwatch_composite_alarm": [
    ArgumentAgreement(
      "is kept quiet by an alarm and does not say for how long",
      fix: "set `alarm`, `wait_period` and `extension_period` in `actions_suppressor`"
    ) { alarm in
      alarm.blocks("actions_suppressor").allSatisfy { suppressor in
        ["alarm", "wait_period", "extension_period"].allSatisfy(suppressor.has)
      }
    }
  ],
  "aws_cloudwatch_dashboard": [
    ArgumentAgreement(
      "has a widget that reaches beyond the 24 columns", fix: "set `x` and `width` to 24 or less together"
    ) { dashboard in
      // Of one that is no column or no width at all, `argument-fits` speaks.
      dashboard.widgets.allSatisfy { widget in
        let (x, width) = (widget.number("x") ?? 0, widget.number("width") ?? 6)
        return x > 23 || width > 24 || x + width <= 24
      }
    },
    ArgumentAgreement("shows more than 2,500 metrics", fix: "spread the widgets over several dashboards") { dashboard in
      dashboard.widgets.reduce(0) { $0 + ($1.blocks("properties").first?.count("metrics") ?? 0) } <= 2_500
    },
  ],
  "aws_xray_sampling_rule": [
    ArgumentAgreement("has no name", fix: "set `rule_name`") { $0.has("rule_name") }
  ],
  "aws_xray_group": [
    ArgumentAgreement("tells of insights that it does not have", fix: "set `insights_enabled` to true") { group in
      group.blocks("insights_configuration").allSatisfy {
        !$0.isTrue("notifications_enabled") || $0.isTrue("insights_enabled")
      }
    }
  ],
  "aws_xray_encryption_config": [
    ArgumentAgreement("encrypts with a key and names none", fix: "set `key_id`") { encryption in
      encryption.text("type") != "KMS" || encryption.has("key_id")
    }
  ],
  "aws_rum_app_monitor": [
    ArgumentAgreement(
      "traces requests that it does not record", fix: "add `http` to `telemetries`"
    ) { monitor in
      monitor.blocks("app_monitor_configuration").allSatisfy {
        !$0.isTrue("enable_xray") || $0.texts("telemetries").contains("http")
      }
    },
    ArgumentAgreement("says of no domain that it is for it", fix: "set `domain` or `domain_list`") { monitor in
      monitor.has("domain") || monitor.has("domain_list")
    },
  ],
]

extension KnownArguments {
  /// The widgets of a dashboard's body.
  fileprivate var widgets: [KnownArguments] {
    guard case .document(let body)? = block["dashboard_body"]?.carriedDocument else { return [] }
    return (body.member("widgets")?.entries ?? []).compactMap { widget in
      guard case .map(let members) = widget else { return nil }
      return KnownArguments(block: Block(uniqueArguments: members.map { ($0.key, $0.value) }), stack: stack)
    }
  }
}
