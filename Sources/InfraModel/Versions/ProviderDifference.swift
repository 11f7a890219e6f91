/// Something that one major version of the AWS provider takes and the other refuses.
public struct ProviderDifference: Sendable {
  /// The resource type it is about.
  public let type: String
  /// The argument; `nil` where it is about the whole type.
  public let argument: String?
  /// The argument's values that it is about; any where there are none.
  public let values: Set<String>
  /// The version that takes it.
  public let version: ProviderVersion
  /// What to do where the stack wants the other version.
  public let instead: String

  /// All that is known to differ in what serverless stacks use: the schema of 5.100 against the provider's words on 6.
  public static let all = [
    newIn6("aws_xray_indexing_rule"),
    newIn6("aws_xray_trace_segment_destination"),
    newIn6("aws_lambda_permission", "invoked_via_function_url"),
    newIn6("aws_lambda_function", "runtime", runtimesOf6),
    newIn6("aws_lambda_layer_version", "compatible_runtimes", runtimesOf6),
    // A deployment of 6 no longer makes a stage besides.
    goneIn6("aws_api_gateway_deployment", "stage_name", instead: "declare a `Stage` of the deployment"),
    goneIn6("aws_api_gateway_deployment", "stage_description", instead: "describe the `Stage` of the deployment"),
    goneIn6("aws_api_gateway_deployment", "canary_settings", instead: "set `canary_settings` on the `Stage`"),
    goneIn6("aws_simpledb_domain", instead: "keep the data in a `Table`"),
  ]

  /// What AWS runs, and 5.100 does not know.
  private static let runtimesOf6: Set = ["python3.14", "nodejs24.x", "java25", "dotnet10", "ruby4.0"]

  private static func newIn6(
    _ type: String, _ argument: String? = nil, _ values: Set<String> = []
  ) -> ProviderDifference {
    ProviderDifference(type: type, argument: argument, values: values, version: .v6, instead: "leave it out")
  }

  private static func goneIn6(_ type: String, _ argument: String? = nil, instead: String) -> ProviderDifference {
    ProviderDifference(type: type, argument: argument, values: [], version: .v5, instead: instead)
  }
}

extension ProviderDifference {
  /// What of a declaration only `version` takes, in words; `nil` where there is nothing of it in there.
  func found(in declaration: Declaration) -> String? {
    guard declaration.address.type == type else { return nil }
    guard let argument else { return type }
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
