import ProviderSchemas

/// A provider and its version, as generated files name them.
package struct ProviderName: Hashable, Sendable {
  /// The provider's address without the registry's host, such as `hashicorp/aws`.
  package let source: String
  /// Empty where it is not known.
  package let version: String

  package init(source: String, version: String) {
    self.source = source
    self.version = version
  }

  /// The last part of the address, with which the names of the provider's types begin.
  var shortName: String { source.split(separator: "/").last.map(String.init) ?? source }

  /// The page of a type in the public registry; `nil` for a provider from elsewhere.
  func page(of type: String, _ mode: SchemaMode) -> String? {
    let parts = source.split(separator: "/")
    guard parts.count == 2 else { return nil }
    let name = type.hasPrefix(shortName + "_") ? String(type.dropFirst(shortName.count + 1)) : type
    let folder =
      switch mode {
      case .resource: "resources"
      case .data: "data-sources"
      case .ephemeral: "ephemeral-resources"
      }
    return
      "https://registry.terraform.io/providers/\(source)/\(version.isEmpty ? "latest" : version)/docs/\(folder)/\(name)"
  }
}
