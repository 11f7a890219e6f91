/// What Lambda and IAM take (aws-facts 1.1 to 1.6).
let computeLimits: [String: [ArgumentLimit]] = [
  "aws_lambda_function_url": [
    ArgumentLimit("authorization_type", .word(["NONE", "AWS_IAM"])),
    ArgumentLimit("invoke_mode", .word(["BUFFERED", "RESPONSE_STREAM"])),
    ArgumentLimit("cors.allow_headers", .count(0...100)),
    ArgumentLimit("cors.allow_headers", .characters(1...1_024)),
    ArgumentLimit("cors.expose_headers", .count(0...100)),
    ArgumentLimit("cors.expose_headers", .characters(1...1_024)),
    ArgumentLimit("cors.allow_methods", .count(0...6)),
    ArgumentLimit("cors.allow_methods", .word(["*", "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"])),
    ArgumentLimit("cors.allow_origins", .count(0...100)),
    ArgumentLimit("cors.allow_origins", .characters(1...253)),
    ArgumentLimit("cors.max_age", .range(0...86_400)),
  ],
  "aws_lambda_permission": [
    ArgumentLimit(
      "action",
      .shape("'*', or 'lambda:' and '*' or letters") { action in
        guard action != "*" else { return true }
        let name = action.dropFirst("lambda:".count)
        return action.hasPrefix("lambda:") && (name == "*" || (!name.isEmpty && name.allSatisfy(\.isLetter)))
      }),
    ArgumentLimit("statement_id", .letters(and: "-_", 1...100)),
    ArgumentLimit("source_arn", .arn),
    ArgumentLimit(
      "source_account", .shape("12 digits") { $0.utf8.count == 12 && $0.utf8.allSatisfy { (48...57).contains($0) } }),
    ArgumentLimit("function_url_auth_type", .word(["NONE", "AWS_IAM"])),
  ],
  "aws_lambda_event_source_mapping": [
    ArgumentLimit("batch_size", .range(1...10_000), isKnownToModel: true),
    ArgumentLimit("maximum_batching_window_in_seconds", .range(0...300), isKnownToModel: true),
    ArgumentLimit("scaling_config.maximum_concurrency", .range(2...1_000), isKnownToModel: true),
    ArgumentLimit("starting_position", .word(["TRIM_HORIZON", "LATEST", "AT_TIMESTAMP"])),
    ArgumentLimit("parallelization_factor", .range(1...10)),
    ArgumentLimit("maximum_retry_attempts", .range(-1...10_000)),
    ArgumentLimit("tumbling_window_in_seconds", .range(0...900)),
    ArgumentLimit("function_response_types", .word(["ReportBatchItemFailures"])),
  ],
  "aws_lambda_function_event_invoke_config": [
    ArgumentLimit("maximum_event_age_in_seconds", .range(60...21_600)),
    ArgumentLimit("maximum_retry_attempts", .range(0...2)),
    ArgumentLimit("destination_config.on_failure.destination", .arn),
  ],
  "aws_lambda_provisioned_concurrency_config": [
    ArgumentLimit("provisioned_concurrent_executions", .range(1 ... .infinity)),
    ArgumentLimit("qualifier", .shape("a version or an alias") { $0 != "$LATEST" }),
  ],
  "aws_iam_role": [
    ArgumentLimit("max_session_duration", .range(3_600...43_200)),
    ArgumentLimit("permissions_boundary", .arn),
  ],
  "aws_iam_role_policy": [ArgumentLimit("role", .roleName)],
  "aws_iam_role_policy_attachment": [
    ArgumentLimit("role", .roleName),
    ArgumentLimit("policy_arn", .arn),
  ],
]

extension ValueLimit {
  fileprivate static let roleName = ValueLimit.shape("a role's name, not its ARN") { !$0.hasPrefix("arn:") }
}
