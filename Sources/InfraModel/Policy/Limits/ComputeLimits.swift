/// What Lambda and IAM take (aws-facts 1.1 to 1.6).
let computeLimits: [String: [ArgumentLimit]] = [
  "aws_lambda_function": [
    // How long AWS takes care of each is the matter of `lambda-runtime-supported` and `lambda-runtime-creatable`.
    ArgumentLimit("runtime", .word(RuntimeLifecycle.runtimes)),
    ArgumentLimit(
      "handler",
      .shape("1 to 128 characters without spaces") {
        (1...128).contains($0.scalarCount) && !$0.withBytes { $0.contains { $0 <= 0x20 } }
          && ($0.withBytes { $0.allSatisfy { $0 < 0x80 } } || !$0.contains(where: \.isWhitespace))
      }),
    ArgumentLimit("timeout", .range(1...900), isKnownToModel: true),
    ArgumentLimit("memory_size", .range(128...10_240), isKnownToModel: true),
    ArgumentLimit("reserved_concurrent_executions", .range(-1 ... .infinity)),
    ArgumentLimit("ephemeral_storage.size", .range(512...10_240)),
    ArgumentLimit("architectures", .word(["x86_64", "arm64"])),
    ArgumentLimit("architectures", .count(1...1)),
    ArgumentLimit("layers", .count(0...5), isKnownToModel: true),
    ArgumentLimit("layers", .layerVersion, isKnownToModel: true),
    ArgumentLimit("description", .characters(0...256)),
    ArgumentLimit("environment.variables.@keys", .variableName, isKnownToModel: true),
    ArgumentLimit("role", .arn),
    ArgumentLimit("package_type", .word(["Zip", "Image"])),
    ArgumentLimit("tracing_config", .count(0...1)),
    ArgumentLimit("tracing_config.mode", .word(["Active", "PassThrough"])),
    ArgumentLimit("logging_config.log_format", .word(["Text", "JSON"])),
    ArgumentLimit(
      "logging_config.application_log_level", .word(["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"])),
    ArgumentLimit("logging_config.system_log_level", .word(["DEBUG", "INFO", "WARN"])),
    ArgumentLimit("dead_letter_config.target_arn", .arn),
    ArgumentLimit("snap_start.apply_on", .word(["PublishedVersions", "None"])),
    ArgumentLimit("vpc_config.subnet_ids", .count(0...16), isKnownToModel: true),
    ArgumentLimit("vpc_config.security_group_ids", .count(0...5), isKnownToModel: true),
    ArgumentLimit("kms_key_arn", .arn),
  ],
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
  fileprivate static let variableName = ValueLimit.shape("a letter, and then letters, digits and _") { name in
    name.utf8.count >= 2 && name.utf8.first?.isLetter == true && name.withBytes { $0.allSatisfy(\.isWordByte) }
  }

  fileprivate static let roleName = ValueLimit.shape("a role's name, not its ARN") { !$0.hasPrefix("arn:") }

  fileprivate static let layerVersion = ValueLimit.shape("a layer's ARN with its version") { layer in
    let fields = layer.split(separator: ":", omittingEmptySubsequences: false)
    return fields.count == 8 && fields[5] == "layer" && Int(fields[7]) != nil
  }
}
