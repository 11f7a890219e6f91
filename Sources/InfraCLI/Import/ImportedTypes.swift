import InfraModel
import ProviderSchemas
import StackImport

/// Where the generated types of an imported stack go, and what they are made from.
struct ImportedTypes {
  /// The repository, whose lock file lists the types.
  private let directory: String
  private let lock: TypesLock?
  /// Of the lock file, and of the file with schemas.
  private let known: [KnownProvider]

  /// - Parameters:
  ///   - directory: The repository.
  ///   - schemaFile: The output of `terraform providers schema -json`, relative to the working directory.
  init(inRepository directory: String, schemaFile: String?, in workingDirectory: String) throws {
    self.directory = directory
    let lock = try TypesLock(inRepository: directory)
    self.lock = lock
    var known = try (lock?.providers ?? []).map { try KnownProvider($0, in: directory) }
    if let schemaFile {
      let others = try KnownProvider.providers(inFile: schemaFile, of: workingDirectory)
      known += others.filter { other in !known.contains { $0.source == other.source } }
    }
    self.known = known
  }

  var schemas: ImportedSchemas {
    ImportedSchemas(
      Dictionary(known.map { ($0.source, $0.schema) }, uniquingKeysWith: { first, _ in first }),
      aws: { version in ProviderSchema.aws(version).last })
  }

  /// Why the stack has no types of the AWS provider although the repository does; empty where it may have.
  func text(for stack: StackImport) -> String {
    guard let aws = known.first(where: { $0.source == KnownProvider.awsSource }), !aws.schema.version.isEmpty,
      !aws.schema.version.hasPrefix("\(stack.providerVersion.rawValue).")
    else { return "" }
    return "the types in \(TypesLock.path) are those of \(aws.source) \(aws.schema.version), and the stack is for "
      + "version \(stack.providerVersion.rawValue), so that its resources stay raw\n"
  }

  /// The files with the types of a stack; `nil` for one that needs none.
  ///
  /// - Parameter folder: Where they go in a repository that has none so far.
  func files(for stack: StackImport, in folder: String) throws -> TypesFiles? {
    guard !stack.usedTypes.isEmpty else { return nil }
    var changed = lock ?? TypesLock(folder: folder, providers: [], files: [])
    for (source, types) in Dictionary(grouping: stack.usedTypes, by: \.source) {
      let provider = try known.first { $0.source == source } ?? .aws("\(stack.providerVersion.rawValue)")
      for (mode, types) in Dictionary(grouping: types, by: \.mode) {
        changed.add(Set(types.map(\.type)), mode, of: provider)
      }
    }
    let types = try GeneratedTypes(changed) { listed in
      try known.first { $0.source == listed.source } ?? KnownProvider(listed, in: directory)
    }
    return TypesFiles(types, replacing: lock, in: directory)
  }
}
