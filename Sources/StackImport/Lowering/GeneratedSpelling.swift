package import ProviderSchemas
import SwiftTypes
package import TerraformModel

/// The schemas from which resources get types in Swift.
package struct ImportedSchemas: Sendable {
  /// By the provider's address without the registry's host, such as `hashicorp/random`.
  private let listed: [String: ProviderSchema]
  /// Of hashicorp/aws where the list has none, by the version that the stack is for.
  private let aws: @Sendable (ProviderVersion) -> ProviderSchema?

  /// - Parameters:
  ///   - listed: By the provider's address without the registry's host.
  ///   - aws: Of hashicorp/aws where the list has none.
  package init(
    _ listed: [String: ProviderSchema] = [:],
    aws: @escaping @Sendable (ProviderVersion) -> ProviderSchema? = { _ in nil }
  ) {
    self.listed = listed
    self.aws = aws
  }

  /// - Parameter version: That of the AWS provider which the stack is for. Types of another one have members that the
  ///   stack's provider rejects.
  func schema(of source: String, for version: ProviderVersion) -> ProviderSchema? {
    guard source == ProviderSchema.awsSource else { return listed[source] }
    guard let listed = listed[source] else { return aws(version) }
    return listed.version.isEmpty || listed.version.hasPrefix("\(version.rawValue).") ? listed : nil
  }
}

extension ImportedSchemas {
  /// What tells blocks from arguments, whichever version it is of.
  func shapes(of source: String, for version: ProviderVersion) -> ProviderSchema? {
    (source == ProviderSchema.awsSource ? aws(version) : nil) ?? listed[source]
  }
}

/// A type of a provider's for which the source needs a generated type.
package struct UsedType: Hashable, Sendable {
  /// The provider's address without the registry's host.
  package let source: String
  /// The provider's name of the type.
  package let type: String
  package let mode: SchemaMode
}

/// How a resource is written in Swift.
struct Spelling {
  /// The value of its type.
  var code: SwiftCode
  /// What `with:` has to say besides; `nil` for nothing.
  var rest: SwiftCode?
  /// Where it is an argument of `stack.add`.
  var lifecycle: SwiftCode?
  var keepsLabel = false
}

extension GeneratedType {
  func attribute(named name: String) -> Attribute? { attributes.first { $0.name == name } }
  func nested(named name: String) -> NestedType? { nested.first { $0.swiftName == name } }
}

extension Entity.Mode {
  var schemaMode: SchemaMode {
    switch self {
    case .managed: .resource
    case .data: .data
    case .ephemeral: .ephemeral
    }
  }
}
