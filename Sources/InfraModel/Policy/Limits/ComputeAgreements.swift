/// What Lambda asks of arguments together (aws-facts 1.1 to 1.4).
let computeAgreements: [String: [ArgumentAgreement]] = [
  "aws_lambda_function_url": [
    ArgumentAgreement(
      "lets pages of any origin send credentials, and browsers refuse that",
      fix: "name the origins, or take the credentials away"
    ) { url in
      url.blocks("cors").allSatisfy { !$0.isTrue("allow_credentials") || !$0.texts("allow_origins").contains("*") }
    }
  ],
  "aws_lambda_permission": [
    ArgumentAgreement(
      "lets a service in for whomever it acts, anybody's topic or API included",
      fix: "set `source_arn` or `source_account`"
    ) { permission in
      permission.text("principal")?.hasSuffix(".amazonaws.com") != true || permission.has("source_arn")
        || permission.has("source_account") || permission.has("principal_org_id")
    },
    ArgumentAgreement(
      "lets a bucket in whose ARN names no account, and whose name another account may take over",
      fix: "set `source_account` besides `source_arn`"
    ) { permission in
      permission.text("principal") != "s3.amazonaws.com" || !permission.has("source_arn")
        || permission.has("source_account")
    },
  ],
  "aws_lambda_event_source_mapping": [
    ArgumentAgreement(
      "hands over more than ten at a time without a wait", fix: "set `maximum_batching_window_in_seconds` to 1 or more",
      knownToModel: ["batch_size", "maximum_batching_window_in_seconds"]
    ) { mapping in
      (mapping.number("batch_size") ?? 0) <= 10 || (mapping.number("maximum_batching_window_in_seconds") ?? 0) >= 1
    },
    ArgumentAgreement("hands over more than ten at a time of a FIFO queue", fix: "set `batch_size` to 10 or less") {
      mapping in
      mapping.text("event_source_arn")?.hasSuffix(".fifo") != true || (mapping.number("batch_size") ?? 0) <= 10
    },
    ArgumentAgreement("reads a stream without a place to start at", fix: "set `starting_position`") { mapping in
      let source = mapping.text("event_source_arn") ?? ""
      return mapping.has("starting_position") || !(source.contains(":dynamodb:") || source.contains(":kinesis:"))
    },
    ArgumentAgreement(
      "reads a table's stream from a time, which it does not know", fix: "set `starting_position` to another"
    ) { mapping in
      mapping.text("starting_position") != "AT_TIMESTAMP"
        || mapping.text("event_source_arn")?.contains(":dynamodb:") != true
    },
  ],
]
