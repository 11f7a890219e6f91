// The fleet-N document as a tree of nodes. With -D ANY the tree is Foundation's
// [String: Any]; otherwise it is the enum below.
#if ANY
  typealias Node = Any
  func text(_ value: String) -> Node { value }
  func integer(_ value: Int) -> Node { value }
  func number(_ value: Double) -> Node { value }
  func flag(_ value: Bool) -> Node { value }
  func list(_ value: [Node]) -> Node { value }
  func object(_ value: [String: Node]) -> Node { value }
#else
  indirect enum Node: Sendable {
    case string(String)
    case int(Int)
    case double(Double)
    case bool(Bool)
    case array([Node])
    case object([String: Node])
  }
  func text(_ value: String) -> Node { .string(value) }
  func integer(_ value: Int) -> Node { .int(value) }
  func number(_ value: Double) -> Node { .double(value) }
  func flag(_ value: Bool) -> Node { .bool(value) }
  func list(_ value: [Node]) -> Node { .array(value) }
  func object(_ value: [String: Node]) -> Node { .object(value) }
#endif

let topicArn = "${aws_sns_topic.alarms.arn}"
let assume =
  #"{"Statement":[{"Action":"sts:AssumeRole","Effect":"Allow","Principal":{"Service":"lambda.amazonaws.com"}}],"Version":"2012-10-17"}"#

func padded(_ value: Int, _ width: Int) -> String {
  let digits = String(value)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}

func tags(_ service: String) -> Node {
  object(["Environment": text("prod"), "ManagedBy": text("infra-gen"), "Service": text(service)])
}

func alarm(
  _ name: String, _ description: String, _ namespace: String, _ metric: String,
  _ dimension: (String, String), _ statistic: (String, String), _ period: Int,
  _ threshold: Int
) -> Node {
  object([
    "alarm_actions": list([text(topicArn)]),
    "alarm_description": text(description),
    "alarm_name": text(name),
    "comparison_operator": text("GreaterThanThreshold"),
    "dimensions": object([dimension.0: text(dimension.1)]),
    "evaluation_periods": integer(1),
    "metric_name": text(metric),
    "namespace": text(namespace),
    "period": integer(period),
    statistic.0: text(statistic.1),
    "threshold": integer(threshold),
    "treat_missing_data": text("notBreaching"),
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
    roles[key] = object([
      "assume_role_policy": text(assume), "name": text(name + "-role"), "tags": tags(name),
    ])
    let roleName = text("${aws_iam_role.\(key).name}")
    attachments[key + "_basic"] = object([
      "policy_arn": text("arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"),
      "role": roleName,
    ])
    attachments[key + "_xray"] = object([
      "policy_arn": text("arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess"),
      "role": roleName,
    ])
    groups[key] = object([
      "name": text("/aws/lambda/" + reference), "retention_in_days": integer(14), "tags": tags(name),
    ])
    functions[key] = object([
      "environment": object([
        "variables": object([
          "POWERTOOLS_LOG_LEVEL": text("INFO"),
          "POWERTOOLS_METRICS_NAMESPACE": text("Fleet"),
          "POWERTOOLS_SERVICE_NAME": text(name),
        ])
      ]),
      "filename": text("lambda.zip"),
      "function_name": text(name),
      "handler": text("app.handler"),
      "memory_size": integer(256),
      "role": text("${aws_iam_role.\(key).arn}"),
      "runtime": text("python3.13"),
      "tags": tags(name),
      "timeout": integer(30),
      "tracing_config": object(["mode": text("Active")]),
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
  return object([
    "provider": object([
      "aws": object([
        "access_key": text("test"),
        "region": text("us-east-1"),
        "secret_key": text("test"),
        "skip_credentials_validation": flag(true),
        "skip_metadata_api_check": flag(true),
        "skip_requesting_account_id": flag(true),
      ])
    ]),
    "resource": object([
      "aws_cloudwatch_dashboard": object([
        "fleet": object(["dashboard_body": text(body), "dashboard_name": text("fleet")])
      ]),
      "aws_cloudwatch_log_group": object(groups),
      "aws_cloudwatch_metric_alarm": object(alarms),
      "aws_iam_role": object(roles),
      "aws_iam_role_policy_attachment": object(attachments),
      "aws_lambda_function": object(functions),
      "aws_sns_topic": object([
        "alarms": object(["name": text("fleet-alarms"), "tags": tags("fleet")])
      ]),
      "aws_xray_group": object([
        "fleet": object([
          "filter_expression": text(#"service("fleet") AND responsetime > 5"#),
          "group_name": text("fleet"),
          "tags": tags("fleet"),
        ])
      ]),
      "aws_xray_sampling_rule": object([
        "fleet": object([
          "fixed_rate": number(0.05),
          "host": text("*"),
          "http_method": text("*"),
          "priority": integer(1000),
          "reservoir_size": integer(1),
          "resource_arn": text("*"),
          "rule_name": text("fleet"),
          "service_name": text("*"),
          "service_type": text("*"),
          "url_path": text("*"),
          "version": integer(1),
        ])
      ]),
    ]),
    "terraform": object([
      "required_providers": object([
        "aws": object(["source": text("hashicorp/aws"), "version": text(">= 5.0.0")])
      ]),
      "required_version": text(">= 1.5.0"),
    ]),
  ])
}
