package import TerraformModel

/// Values of an argument that not every version of the AWS provider takes. A provider's schema does not have them.
///
/// Source: https://github.com/hashicorp/terraform-provider-aws/blob/main/CHANGELOG.md
package struct ProviderValue: Sendable {
  package let type: String
  package let argument: String
  package let values: Set<String>
  /// The version 6 that was the first to take them, or the oldest that infra-gen writes for; no version 5 does.
  package let minor: Int

  /// What AWS runs, and 5.100 does not know.
  package static let all = [
    ("aws_lambda_function", "runtime"), ("aws_lambda_layer_version", "compatible_runtimes"),
  ].flatMap { type, argument in
    [
      ProviderValue(type: type, argument: argument, values: ["python3.14", "nodejs24.x", "java25"], minor: 25),
      ProviderValue(type: type, argument: argument, values: ["dotnet10"], minor: 27),
      ProviderValue(type: type, argument: argument, values: ["ruby4.0"], minor: 46),
    ]
  }

  /// Which of the values a declaration has; `nil` for none.
  package func found(in declaration: Declaration) -> String? {
    let address = declaration.address
    guard address.mode == .managed, address.type == type, let value = declaration.block[argument] else { return nil }
    let words: [String?] = if case .list(let values) = value { values.map(\.knownText) } else { [value.knownText] }
    return words.compactMap(\.self).first(where: values.contains)
  }
}
