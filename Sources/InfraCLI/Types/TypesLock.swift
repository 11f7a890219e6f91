import InfraModel
import ProviderSchemas
import TFEmit

/// The file that lists the generated types of a repository, at its top, so that `types` alone writes the same files again.
struct TypesLock: Equatable {
  static let path = "infra-gen-types.json"

  /// Where the Swift files are, relative to the repository.
  var folder: String
  /// In the order of their sources.
  var providers: [Provider]
  /// The names of the Swift files, in order: what else is in the folder belongs to others.
  var files: [String]

  /// A provider, and the types of it that the repository has.
  struct Provider: Equatable {
    /// Such as `hashicorp/aws`.
    let source: String
    /// Of the schema that is in the program; `nil` where the schema is a file.
    var version: String?
    /// The output of `terraform providers schema -json`, relative to the repository.
    var schema: String?
    var types: [SchemaMode: Set<String>]
    /// Whether there is a file with its functions.
    var hasFunctions = false
  }
}

extension TypesLock {
  /// What the file of a repository has; `nil` where there is none.
  init?(inRepository directory: String) throws {
    let path = "\(directory)/\(Self.path)"
    guard let bytes = try readFile(path) else { return nil }
    let document: JSON
    do { document = try JSON(reading: bytes) } catch { throw TypesError.badLock("\(error)") }
    try self.init(document)
  }

  init(_ document: JSON) throws(TypesError) {
    guard document["schemaVersion"]?.integer == 1 else { throw .badLock("it has no 'schemaVersion' 1") }
    guard let folder = document["folder"]?.string, !folder.isEmpty else { throw .badLock("it has no 'folder'") }
    guard let providers = document["providers"]?.array else { throw .badLock("it has no list 'providers'") }
    self.folder = folder
    self.providers = []
    for provider in providers { self.providers.append(try Provider(provider)) }
    files = try strings(document["files"], "files")
    // They are removed when their types are, so that they have to be in the folder.
    guard files.allSatisfy({ !$0.contains("/") && $0.hasSuffix(".swift") }) else {
      throw .badLock("'files' has a name that is not that of a Swift file")
    }
  }

  /// The file's text.
  var text: String {
    json(
      [
        "schemaVersion": 1, "folder": .literal(folder),
        "providers": .list(providers.sorted { $0.source < $1.source }.map(\.value)),
        "files": .list(files.sorted().map(Value.literal)),
      ])
  }
}

extension TypesLock.Provider {
  fileprivate init(_ document: JSON) throws(TypesError) {
    guard let source = document["source"]?.string else { throw .badLock("a provider has no 'source'") }
    self.source = source
    version = document["version"]?.string
    schema = document["schema"]?.string
    guard (version == nil) != (schema == nil) else {
      throw .badLock("'\(source)' has to have either a 'version' or a 'schema'")
    }
    types = [:]
    hasFunctions = document["functions"] == .bool(true)
    for mode in SchemaMode.allCases {
      let names = try strings(document[mode.plural], mode.plural)
      if !names.isEmpty { types[mode] = Set(names) }
    }
  }

  fileprivate var value: Value {
    var members: [String: Value] = ["source": .literal(source)]
    members["version"] = version.map(Value.literal)
    members["schema"] = schema.map(Value.literal)
    for (mode, names) in types where !names.isEmpty {
      members[mode.plural] = .list(names.sorted().map(Value.literal))
    }
    if hasFunctions { members["functions"] = true }
    return .map(members)
  }
}

extension SchemaMode {
  /// What the lock file calls the types of the mode.
  fileprivate var plural: String {
    switch self {
    case .resource: "resources"
    case .data: "dataSources"
    case .ephemeral: "ephemeralResources"
    }
  }
}

private func strings(_ document: JSON?, _ key: String) throws(TypesError) -> [String] {
  guard let document else { return [] }
  guard let strings = document.array?.map(\.string), !strings.contains(nil) else {
    throw .badLock("'\(key)' is not a list of strings")
  }
  return strings.compactMap(\.self)
}
