extension RuleID {
  /// Rule ids of former releases, and the ids that replace them.
  ///
  /// Every `RuleID` is made with its current id, so a former one still matches in waivers, baselines, rule levels and on
  /// the command line. `infra-gen rules --format json` lists them as `aliases`.
  static let currentByFormerID: [String: String] = [
    "alarm-action-is-taken": "alarm-action-supported",
    "alarm-reads-filtered-metric": "alarm-matches-metric-filter",
    "argument-fits": "argument-limits",
    "arguments-agree": "argument-conflicts",
    "canary-tells-out-of-band": "canary-out-of-band-topic",
    "client-decides-sampling": "client-controlled-sampling",
    "dead-letters-are-counted": "dlq-alarm-metric",
    "event-source-limits": "queue-visibility-timeout",
    "failed-calls-are-kept": "async-failure-destination",
    "http-api-no-traced-function": "http-api-has-traced-function",
    "http-api-records-nothing": "http-api-has-traced-function",
    "lambda-limits": "lambda-layers-fit",
    "lambda-runtime-creatable": "lambda-runtime-blocked",
    "logs-expire": "log-retention",
    "missed-run-is-noticed": "missed-schedule-alarm",
    "model-has-its-say": "extra-argument-conflict",
    "outage-is-noticed": "no-traffic-alarm",
    "physical-name-fits": "valid-name",
    "policy-shuts-out-strangers": "no-public-policy",
    "queue-is-watched": "queue-alarm",
    "quota-fits": "service-quotas",
    "sampling-rule-inert": "sampling-rule-unused",
    "sampling-rule-limits": "argument-limits",
    "sampling-rule-meets-request": "sampling-rule-unmatched",
    "sender-may-keep-failures": "dlq-send-permission",
    "service-acts-for-somebody": "confused-deputy",
    "stacks-in-order": "stack-import-cycle",
    "state-change-fits": "moved-block-valid",
    "subscriber-lets-topic-in": "sns-invoke-permission",
    "subscription-hears-alarms": "subscription-filter-drops-alarms",
    "tags-fit": "valid-tags",
    "topic-admits-publishers": "topic-policy-allows-publishers",
    "variable-default-fits": "valid-variable-default",
    "xray-takes-load": "xray-segment-quota",
  ]

  /// The former ids of the rule, sorted.
  public var formerIDs: [String] {
    Self.currentByFormerID.filter { $0.value == rawValue }.keys.sorted()
  }
}
