import ProviderSchemas

/// The Swift files that hold generated types: one for each service.
package struct GeneratedSource: Hashable, Sendable {
  /// The file's name, such as `AWSKinesis.swift`.
  package let name: String
  package let text: String
}

extension GeneratedSource {
  /// The files of several types of one provider, in the order of their names.
  package static func files(for types: [GeneratedType], of provider: ProviderName) -> [GeneratedSource] {
    Dictionary(grouping: types) { fileName(of: $0.type) }.map { name, types in
      var writer = TypeWriter(provider: provider)
      for type in types.sorted(by: { ($0.type, $0.mode.rawValue) < ($1.type, $1.mode.rawValue) }) { writer.write(type) }
      return GeneratedSource(name: name + ".swift", text: header(of: provider) + writer.source)
    }.sorted { $0.name < $1.name }
  }

  static func header(of provider: ProviderName) -> String {
    let version = provider.version.isEmpty ? "" : " \(provider.version)"
    return """
      // swift-format-ignore-file
      // Written by `infra-gen types` from the schema of \(provider.source)\(version).
      public import InfraModel

      """
  }

  /// The provider and the service, which most providers put in front of their types' names.
  private static func fileName(of type: String) -> String {
    SwiftName.type(type.split(separator: "_").prefix(2).joined(separator: "_"))
  }
}
