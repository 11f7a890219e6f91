/// What Swift knows of a provider's resource types.
public struct ProviderModel: Sendable {
  /// The model of a type, by the provider's name for it; `nil` where it has none.
  let model: @Sendable (_ type: String) -> (any DecodableResource.Type)?
  /// The rules for the names of a type, whether it has a model or not; `nil` where it has no name, or none is known.
  let namingRule: @Sendable (_ type: String) -> NamingRule?
  /// The schemas of providers that the repository keeps; `nil` where it keeps none.
  package var schemas: (any KeptSchemas)?

  /// - Parameters:
  ///   - model: The model of a type, by the provider's name for it; `nil` where it has none.
  ///   - namingRule: The rules for the names of a type; `nil` where it has no name, or none is known.
  public init(
    model: @escaping @Sendable (_ type: String) -> (any DecodableResource.Type)?,
    namingRule: @escaping @Sendable (_ type: String) -> NamingRule?
  ) {
    self.model = model
    self.namingRule = namingRule
  }
}

/// The schemas of providers that a repository keeps. What they are is known to the modules that read schemas.
package protocol KeptSchemas: Sendable {}
