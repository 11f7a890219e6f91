import TerraformModel

/// Schemas of other providers than AWS's.
package struct OtherSchemas: KeptSchemas {
  /// A provider with its schema.
  package struct Provider: Sendable {
    /// Such as `hashicorp/random`.
    package let source: String
    package let schema: ProviderSchema

    package init(source: String, schema: ProviderSchema) {
      self.source = source
      self.schema = schema
    }

    /// What the names of its types begin with.
    fileprivate var prefix: String { "\(source.split(separator: "/").last ?? "")_" }
  }

  private let providers: [Provider]

  package init(_ providers: [Provider]) {
    self.providers = providers
  }

  /// The provider that has a type, or whose types begin as the type does; `nil` where none of them is here, or where the
  /// schema of the type cannot be read.
  package func provider(of type: String, _ mode: SchemaMode) -> Provider? {
    guard let provider = providers.first(where: { $0.schema.has(type: type, mode) }) else {
      return providers.first { type.hasPrefix($0.prefix) }
    }
    return provider.schema.block(of: type, mode) == nil ? nil : provider
  }
}
