import InfraModel
import ProviderSchemas
import SwiftTypes

/// Writes Swift types from the schemas of providers.
struct TypesCommand: Command {
  static let name = "types"
  static let summary = "write Swift types for resource types of any provider"
  static let operands = [Operand.several("NAME", .anything)]
  private static let data = Option.flag("--data", "the names are those of data sources")
  private static let ephemeral = Option.flag("--ephemeral", "the names are those of ephemeral resources")
  private static let functions = Option.flag("--functions", "write the functions of the providers, too")
  private static let remove = Option.flag("--remove", "remove the types instead of adding them")
  private static let search = Option.value("--search", "WORD", .anything, "list the types that have WORD in their name")
  private static let version = Option.value(
    "--version", "VERSION", .anything,
    "the version of hashicorp/aws, such as 5.100.0, or 6 for its newest one; default 5")
  private static let schema = Option.value(
    "--schema", "FILE", .file, "the output of `terraform providers schema -json`, for other providers and versions")
  private static let provider = Option.value(
    "--provider", "SOURCE", .anything, "only types of this provider, such as hashicorp/random")
  private static let folder = Option.value(
    "--write", "DIR", .folder, "the folder for the Swift files; default Sources/Infrastructure/Types")
  private static let check = Option.flag("--check", "write nothing, and exit with 2 if a file is not up to date")
  static let options = [data, ephemeral, functions, remove, search, version, schema, provider, folder, check]
  static let details = """
    NAME is the provider's name of a resource type, such as aws_kinesis_stream; * and ? are wildcards. Each type becomes
    a struct whose initializer has every argument of the type, and each service a file. \(TypesLock.path) lists the types:
    commit it with the files. Without NAME, `types` writes the files anew, for example after a change of the version.

    The schemas of hashicorp/aws \(ProviderSchema.aws.map(\.version).joined(separator: ", "))
    are in the program.

    Exit codes:
      0   the files were written, or are up to date
      2   a file is not up to date (--check)
      65  the lock file or the schema cannot be used
      73  a file in the folder is not one that `types` wrote
    """
  static let examples = [
    Example("types --search kinesis", "the types with kinesis in their name"),
    Example("types aws_kinesis_stream 'aws_wafv2_*'", "types for one resource type, and for all of WAF"),
    Example("types --data aws_vpc", "a type for a data source"),
    Example("types --functions", "the functions of hashicorp/aws"),
    Example("types --schema schemas.json 'random_*'", "types of another provider"),
    Example("types --check", "in CI"),
  ]

  let names: [String]
  let mode: SchemaMode
  let hasFunctions: Bool
  let removes: Bool
  let searched: String?
  let version: String?
  let schemaFile: String?
  let source: String?
  let folder: String?
  let isCheck: Bool

  init(_ words: inout ArgumentParser) throws {
    names = words.all()
    mode = words.has(Self.ephemeral) ? .ephemeral : words.has(Self.data) ? .data : .resource
    hasFunctions = words.has(Self.functions)
    removes = words.has(Self.remove)
    searched = words.value(of: Self.search)
    version = words.value(of: Self.version)
    schemaFile = words.value(of: Self.schema)
    source = words.value(of: Self.provider)
    folder = words.value(of: Self.folder).map(outFolder)
    isCheck = words.has(Self.check)
    if removes, names.isEmpty { throw UsageError.missingOperand("NAME", command: Self.name) }
  }

  func run(in program: Program) throws -> Outcome {
    let directory = program.workingDirectory
    let lock = try TypesLock(inRepository: directory)
    if let searched { return try search(searched, lock, in: directory) }
    guard lock != nil || !names.isEmpty || hasFunctions else {
      guard isCheck else { throw TypesError.nothingListed }
      return Outcome(log: "there is no \(TypesLock.path), and so no generated type\n")
    }
    var changed = try lock ?? TypesLock(folder: defaultFolder(in: directory), providers: [], files: [])
    if let folder { changed.folder = folder }
    if removes {
      for name in names { try changed.remove(name, mode) }
    } else {
      try add(to: &changed, in: directory)
    }
    let types = try GeneratedTypes(changed) { try KnownProvider($0, in: directory) }
    let files = TypesFiles(types, replacing: lock, in: directory)
    return isCheck ? try files.check(from: program.name) : try files.write()
  }

  private func add(to lock: inout TypesLock, in directory: String) throws {
    let known = try providers(lock, in: directory)
    if names.isEmpty {
      // A version or a schema without names is that of the types which are listed already.
      for provider in known where hasFunctions || lock.providers.contains(where: { $0.source == provider.source }) {
        lock.add([], mode, functions: hasFunctions && !provider.schema.functions.isEmpty, of: provider)
      }
    }
    for name in names {
      let found = known.map { (provider: $0, types: $0.types(mode, fitting: name)) }.filter { !$0.types.isEmpty }
      guard !found.isEmpty else {
        throw TypesError.unknownType(name, mode, known: known.flatMap { $0.schema.types(mode) })
      }
      for (provider, types) in found { lock.add(Set(types), mode, functions: hasFunctions, of: provider) }
    }
  }

  /// Those of the file, or those that are listed and the one in the program.
  private func providers(_ lock: TypesLock?, in directory: String) throws -> [KnownProvider] {
    var providers: [KnownProvider]
    if let schemaFile {
      providers = try KnownProvider.providers(inFile: schemaFile, of: directory)
    } else {
      let listed = lock?.providers ?? []
      providers = try listed.filter { version == nil || $0.source != KnownProvider.awsSource }.map {
        try KnownProvider($0, in: directory)
      }
      if !providers.contains(where: { $0.source == KnownProvider.awsSource }) { providers.append(try .aws(version)) }
    }
    guard let source else { return providers }
    let chosen = providers.filter { $0.source == source }
    guard !chosen.isEmpty else { throw TypesError.unknownProvider(source, known: providers.map(\.source)) }
    return chosen
  }

  private func search(_ word: String, _ lock: TypesLock?, in directory: String) throws -> Outcome {
    let rows = try providers(lock, in: directory).flatMap { provider in
      SchemaMode.allCases.flatMap { mode in
        provider.types(mode, fitting: "*\(word.lowercased())*").map { type in
          [type, mode.word, TypeNames.swiftName(of: type, mode)]
        }
      }
    }
    guard !rows.isEmpty else { throw TypesError.nothingFound(word) }
    return Outcome(output: table(rows.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }))
  }

  private func defaultFolder(in directory: String) throws -> String {
    if let folder { return folder }
    guard try kind(of: "\(directory)/Sources/Infrastructure").isFolder else { throw TypesError.noFolder }
    return "Sources/Infrastructure/Types"
  }
}

extension SchemaMode {
  fileprivate var word: String {
    switch self {
    case .resource: "resource"
    case .data: "data"
    case .ephemeral: "ephemeral"
    }
  }
}
