/// Something that one major version of the AWS provider takes and the other refuses.
public struct ProviderDifference: Sendable {
  /// The resource type it is about; `nil` for nearly every one.
  public let type: String?
  /// The argument; `nil` where it is about the whole type.
  public let argument: String?
  /// The argument's values that it is about; any where there are none.
  public let values: Set<String>
  /// The version that takes it.
  public let version: ProviderVersion
  /// The minor version that was the first to, or the oldest that infra-gen writes for.
  public let minor: Int
  /// What to do where the stack wants the other version.
  public let instead: String

  /// All that is known to differ in what serverless stacks use: the schema of 5.100 against that of 6.25, and the
  /// changelog for what came later.
  public static let all =
    [
      newIn6("aws_xray_indexing_rule", from: 46),
      newIn6("aws_xray_trace_segment_destination", from: 46),
      newIn6("aws_lambda_permission", "invoked_via_function_url", from: 29),
      // What AWS runs, and 5.100 does not know.
      newIn6("aws_lambda_function", "runtime", ["python3.14", "nodejs24.x", "java25"]),
      newIn6("aws_lambda_function", "runtime", ["dotnet10"], from: 27),
      newIn6("aws_lambda_function", "runtime", ["ruby4.0"], from: 46),
      newIn6("aws_lambda_layer_version", "compatible_runtimes", ["python3.14", "nodejs24.x", "java25"]),
      newIn6("aws_lambda_layer_version", "compatible_runtimes", ["dotnet10"], from: 27),
      newIn6("aws_lambda_layer_version", "compatible_runtimes", ["ruby4.0"], from: 46),
      // With 5 a resource is where its provider is.
      ProviderDifference(
        type: nil, argument: "region", values: [], version: .v6, minor: ProviderVersion.v6.oldestMinor,
        instead: "say `in:` where it is added"),
      // A deployment of 6 no longer makes a stage besides.
      goneIn6("aws_api_gateway_deployment", "stage_name", instead: "declare a `Stage` of the deployment"),
      goneIn6("aws_api_gateway_deployment", "stage_description", instead: "describe the `Stage` of the deployment"),
      goneIn6("aws_api_gateway_deployment", "canary_settings", instead: "set `canary_settings` on the `Stage`"),
      goneIn6("aws_api_gateway_account", "reset_on_delete", instead: "leave it out"),
      goneIn6("aws_simpledb_domain", instead: "keep the data in a `Table`"),
    ] + argumentsOf6.flatMap { type, arguments in arguments.map { newIn6(type, $0) } }

  /// Of the types that infra-gen has a model of.
  private static let argumentsOf6 = [
    ("aws_api_gateway_integration", ["integration_target", "response_transfer_mode"]),
    ("aws_cloudwatch_event_archive", ["kms_key_identifier"]),
    ("aws_cloudwatch_event_bus", ["log_config"]),
    ("aws_cloudwatch_log_group", ["deletion_protection_enabled"]),
    ("aws_cloudwatch_log_metric_filter", ["apply_on_transformed_logs"]),
    ("aws_dynamodb_table", ["global_table_witness", "warm_throughput"]),
    (
      "aws_lambda_function",
      ["capacity_provider_config", "durable_config", "publish_to", "source_kms_key_arn", "tenancy_config"]
    ),
    ("aws_s3_bucket_public_access_block", ["skip_destroy"]),
    ("aws_scheduler_schedule", ["action_after_completion"]),
  ]

  private static func newIn6(
    _ type: String, _ argument: String? = nil, _ values: Set<String> = [],
    from minor: Int = ProviderVersion.v6.oldestMinor
  ) -> ProviderDifference {
    ProviderDifference(
      type: type, argument: argument, values: values, version: .v6, minor: minor, instead: "leave it out")
  }

  private static func goneIn6(_ type: String, _ argument: String? = nil, instead: String) -> ProviderDifference {
    ProviderDifference(
      type: type, argument: argument, values: [], version: .v5, minor: ProviderVersion.v5.oldestMinor,
      instead: instead)
  }

  /// Types of 5 in which `region` is something else.
  private static let typesWithRegion: Set = [
    "aws_cloudformation_stack_set_instance", "aws_config_aggregate_authorization", "aws_opsworks_stack",
    "aws_servicequotas_template", "aws_ssmincidents_replication_set",
  ]
}

extension ProviderDifference {
  /// What of a declaration only `version` takes, in words; `nil` where there is nothing of it in there.
  package func found(in declaration: Declaration) -> String? {
    // The argument first: where it is looked for in every type, hardly any has it.
    if let argument, declaration.block[argument] == nil { return nil }
    let address = declaration.address
    guard address.mode == .managed else { return nil }
    if let type {
      guard address.type == type else { return nil }
    } else {
      guard address.type.hasPrefix("aws_"), !Self.typesWithRegion.contains(address.type) else { return nil }
    }
    guard let argument else { return address.type }
    guard let value = declaration.block[argument] else { return nil }
    guard !values.isEmpty else { return argument }
    return value.knownWords.first(where: values.contains).map { "\(argument) = \"\($0)\"" }
  }
}

extension Value {
  /// The text, or the texts of a list.
  fileprivate var knownWords: [String] {
    if case .list(let values) = self { values.compactMap(\.knownText) } else { [knownText].compactMap(\.self) }
  }
}
