// The fleet-N document as a tree of nodes. With -D ANY the tree is Foundation's
// [String: Any]; otherwise it is the enum below.
#if ANY
  typealias Node = Any
  func S(_ value: String) -> Node { value }
  func I(_ value: Int) -> Node { value }
  func D(_ value: Double) -> Node { value }
  func B(_ value: Bool) -> Node { value }
  func A(_ value: [Node]) -> Node { value }
  func O(_ value: [String: Node]) -> Node { value }
#else
  indirect enum Node: Sendable {
    case string(String)
    case int(Int)
    case double(Double)
    case bool(Bool)
    case array([Node])
    case object([String: Node])
  }
  func S(_ value: String) -> Node { .string(value) }
  func I(_ value: Int) -> Node { .int(value) }
  func D(_ value: Double) -> Node { .double(value) }
  func B(_ value: Bool) -> Node { .bool(value) }
  func A(_ value: [Node]) -> Node { .array(value) }
  func O(_ value: [String: Node]) -> Node { .object(value) }
#endif

let topicArn = "${aws_sns_topic.alarms.arn}"
let assume =
  #"{"Statement":[{"Action":"sts:AssumeRole","Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"}}],"Version":"2012-10-17"}"#

func padded(_ value: Int, _ width: Int) -> String {
  let digits = String(value)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

func tags(_ service: String) -> Node {
  O(["Environment": S("prod"), "ManagedBy": S("infra-gen"), "Service": S(service)])
}

func alarm(
  _ name: String, _ description: String, _ namespace: String, _ metric: String,
  _ dimension: (String, String), _ statistic: (String, String), _ period: Int,
  _ threshold: Int
) -> Node {
  O([
    "alarm_actions": A([S(topicArn)]),
    "alarm_description": S(description),
    "alarm_name": S(name),
    "comparison_operator": S("GreaterThanThreshold"),
    "dimensions": O([dimension.0: S(dimension.1)]),
    "evaluation_periods": I(1),
    "metric_name": S(metric),
    "namespace": S(namespace),
    "period": I(period),
    statistic.0: S(statistic.1),
    "threshold": I(threshold),
    "treat_missing_data": S("notBreaching"),
  ])
}

func fleet(_ n: Int) -> Node {
  var roles: [String: Node] = [:]
  var attachments: [String: Node] = [:]
  var groups: [String: Node] = [:]
  var functions: [String: Node] = [:]
  var alarms: [String: Node] = [:]
  for usd in [50, 100, 200] {
    alarms["billing_" + padded(usd, 3)] = alarm(
      "fleet-billing-" + padded(usd, 3), "Estimated charges above \(usd) USD",
      "AWS/Billing", "EstimatedCharges", ("Currency", "USD"), ("statistic", "Maximum"),
      21600, usd)
  }
  for i in 0..<n {
    let number = padded(i, 5)
    let key = "fn_" + number
    let name = "fleet-fn-" + number
    let reference = "${aws_lambda_function.\(key).function_name}"
    roles[key] = O([
      "assume_role_policy": S(assume), "name": S(name + "-role"), "tags": tags(name),
    ])
    let roleName = S("${aws_iam_role.\(key).name}")
    attachments[key + "_basic"] = O([
      "policy_arn": S("arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"),
      "role": roleName,
    ])
    attachments[key + "_xray"] = O([
      "policy_arn": S("arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess"),
      "role": roleName,
    ])
    groups[key] = O([
      "name": S("/aws/lambda/" + reference), "retention_in_days": I(14), "tags": tags(name),
    ])
    functions[key] = O([
      "environment": O([
        "variables": O([
          "POWERTOOLS_LOG_LEVEL": S("INFO"),
          "POWERTOOLS_METRICS_NAMESPACE": S("Fleet"),
          "POWERTOOLS_SERVICE_NAME": S(name),
        ])
      ]),
      "filename": S("lambda.zip"),
      "function_name": S(name),
      "handler": S("app.handler"),
      "memory_size": I(256),
      "role": S("${aws_iam_role.\(key).arn}"),
      "runtime": S("python3.13"),
      "tags": tags(name),
      "timeout": I(30),
      "tracing_config": O(["mode": S("Active")]),
    ])
    alarms[key + "_duration_p95"] = alarm(
      name + "-duration-p95", "p95 duration of \(name) above 24000 ms", "AWS/Lambda",
      "Duration", ("FunctionName", reference), ("extended_statistic", "p95"), 60, 24000)
    alarms[key + "_errors"] = alarm(
      name + "-errors", "Errors of \(name)", "AWS/Lambda", "Errors",
      ("FunctionName", reference), ("statistic", "Sum"), 60, 0)
  }
  var body = #"{"widgets":[{"height":6,"properties":{"alarms":["#
  var first = true
  for key in alarms.keys.sorted() {
    body += first ? "\"" : ",\""
    first = false
    body += "${aws_cloudwatch_metric_alarm.\(key).arn}\""
  }
  body += #"],"title":"Alarms"},"type":"alarm","width":24,"x":0,"y":0}]}"#
  return O([
    "provider": O([
      "aws": O([
        "access_key": S("test"),
        "region": S("us-east-1"),
        "secret_key": S("test"),
        "skip_credentials_validation": B(true),
        "skip_metadata_api_check": B(true),
        "skip_requesting_account_id": B(true),
      ])
    ]),
    "resource": O([
      "aws_cloudwatch_dashboard": O([
        "fleet": O(["dashboard_body": S(body), "dashboard_name": S("fleet")])
      ]),
      "aws_cloudwatch_log_group": O(groups),
      "aws_cloudwatch_metric_alarm": O(alarms),
      "aws_iam_role": O(roles),
      "aws_iam_role_policy_attachment": O(attachments),
      "aws_lambda_function": O(functions),
      "aws_sns_topic": O([
        "alarms": O(["name": S("fleet-alarms"), "tags": tags("fleet")])
      ]),
      "aws_xray_group": O([
        "fleet": O([
          "filter_expression": S(#"service("fleet") AND responsetime > 5"#),
          "group_name": S("fleet"),
          "tags": tags("fleet"),
        ])
      ]),
      "aws_xray_sampling_rule": O([
        "fleet": O([
          "fixed_rate": D(0.05),
          "host": S("*"),
          "http_method": S("*"),
          "priority": I(1000),
          "reservoir_size": I(1),
          "resource_arn": S("*"),
          "rule_name": S("fleet"),
          "service_name": S("*"),
          "service_type": S("*"),
          "url_path": S("*"),
          "version": I(1),
        ])
      ]),
    ]),
    "terraform": O([
      "required_providers": O([
        "aws": O(["source": S("hashicorp/aws"), "version": S(">= 5.0.0")])
      ]),
      "required_version": S(">= 1.5.0"),
    ]),
  ])
}
