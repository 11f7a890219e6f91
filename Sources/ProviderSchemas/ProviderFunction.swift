/// A function of a provider, which Terraform calls as `provider::aws::arn_parse`.
///
/// Source: https://developer.hashicorp.com/terraform/language/functions#provider-defined-functions
package struct ProviderFunction: Sendable {
  package let name: String
  /// What the provider says of it, on one line.
  package let description: String
  package let parameters: [Parameter]
  /// What any number of further arguments are; `nil` where the function takes no others.
  package let variadic: Parameter?
  package let result: SchemaKind

  package struct Parameter: Sendable {
    package let name: String
    package let kind: SchemaKind
  }
}

extension ProviderFunction {
  /// Those of hashicorp/aws from 5.40 on.
  ///
  /// Source: https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/functions/arn_build
  static let aws: [ProviderFunction] = [
    ProviderFunction(
      name: "arn_build", description: "An ARN of its parts.",
      parameters: ["partition", "service", "region", "account_id", "resource"].map { Parameter(name: $0, kind: .text) },
      variadic: nil, result: .text),
    ProviderFunction(
      name: "arn_parse", description: "The parts of an ARN.", parameters: [Parameter(name: "arn", kind: .text)],
      variadic: nil, result: .any),
    ProviderFunction(
      name: "trim_iam_role_path", description: "The ARN of a role without the role's path.",
      parameters: [Parameter(name: "arn", kind: .text)], variadic: nil, result: .text),
  ]
}
