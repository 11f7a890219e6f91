/// What SNS, SQS and EventBridge ask of arguments together (aws-facts 1.15 and 1.16).
let messagingAgreements: [String: [ArgumentAgreement]] = [
  "aws_sns_topic": [
    ArgumentAgreement("is a FIFO topic without '.fifo' at the end of its name", fix: "add '.fifo' to `name`") { topic in
      !topic.isTrue("fifo_topic") || topic.text("name")?.hasSuffix(".fifo") ?? true
    }
  ],
  "aws_sns_topic_subscription": [
    ArgumentAgreement("has an endpoint that its protocol cannot reach", fix: "set `endpoint` to what `protocol` takes")
    {
      subscription in
      guard let way = subscription.text("protocol"), let endpoint = subscription.text("endpoint") else { return true }
      return isEndpoint(endpoint, for: way)
    },
    ArgumentAgreement(
      "asks for raw messages, which only queues and web hooks get", fix: "leave out `raw_message_delivery`"
    ) { subscription in
      guard let way = subscription.text("protocol") else { return true }
      return !subscription.isTrue("raw_message_delivery") || ["sqs", "http", "https", "firehose"].contains(way)
    },
  ],
  "aws_sqs_queue": [
    ArgumentAgreement("is a FIFO queue without '.fifo' at the end of its name", fix: "add '.fifo' to `name`") { queue in
      !queue.isTrue("fifo_queue") || queue.text("name")?.hasSuffix(".fifo") ?? true
    },
    ArgumentAgreement(
      "is encrypted both by SQS and with a key",
      fix: "set either `sqs_managed_sse_enabled` or `kms_master_key_id`"
    ) { !$0.isTrue("sqs_managed_sse_enabled") || !$0.has("kms_master_key_id") },
  ],
  "aws_cloudwatch_event_rule": [
    ArgumentAgreement(
      "is for no event and at no time", fix: "set `event_pattern` or `schedule_expression`"
    ) { $0.has("event_pattern") || $0.has("schedule_expression") },
    ArgumentAgreement("has a pattern of more than 4,096 characters", fix: "write several rules") { rule in
      guard case .document(let pattern)? = rule.block["event_pattern"]?.carriedDocument else { return true }
      return pattern.compactLength(in: rule.stack) <= 4_096
    },
    ArgumentAgreement(
      "has a schedule on a bus of one's own, where AWS takes none", fix: "leave out `event_bus_name`"
    ) { $0.text("event_bus_name") ?? "default" == "default" || !$0.has("schedule_expression") },
  ],
  "aws_cloudwatch_event_target": [
    ArgumentAgreement(
      "is given its input in two ways", fix: "keep one of `input`, `input_path` and `input_transformer`"
    ) { target in ["input", "input_path", "input_transformer"].count(where: target.has) <= 1 }
  ],
  "aws_scheduler_schedule": [
    ArgumentAgreement("may be late by as much as nobody says", fix: "set `maximum_window_in_minutes`") { schedule in
      schedule.blocks("flexible_time_window").allSatisfy {
        $0.text("mode") != "FLEXIBLE" || $0.has("maximum_window_in_minutes")
      }
    }
  ],
]

private func isEndpoint(_ endpoint: String, for way: String) -> Bool {
  switch way {
  case "email", "email-json":
    let parts = endpoint.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && !endpoint.contains(" ")
  case "sms":
    let digits = endpoint.utf8.filter { (48...57).contains($0) }.count
    return endpoint.hasPrefix("+") && (7...15).contains(digits) && !endpoint.contains(where: \.isLetter)
  case "https": return endpoint.hasPrefix("https://")
  case "http": return endpoint.hasPrefix("http://")
  case "lambda", "sqs", "firehose", "application": return endpoint.hasPrefix("arn:")
  default: return true
  }
}
