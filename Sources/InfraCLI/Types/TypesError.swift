import ProviderSchemas

/// Why `types` writes nothing.
enum TypesError: Error {
  case nothingListed
  case noFolder
  case badLock(String)
  case badSchema(path: String, reason: String)
  case unknownType(String, SchemaMode, known: [String])
  case notListed(String)
  case goneTypes([String], provider: String, version: String)
  case unknownVersion(String, known: [String])
  case unknownProvider(String, known: [String])
  case nothingFound(String)
  case foreignFile(String)
}

extension TypesError {
  func message(from run: ProgramName) -> String {
    switch self {
    case .nothingListed:
      "there is no \(TypesLock.path) here, so `types` needs the name of a type, such as "
        + "`\(run("types aws_kinesis_stream"))`; `\(run("types --search WORD"))` finds names"
    case .noFolder:
      "there is no folder Sources/Infrastructure here; give the one for the Swift files with '--write DIR'"
    case .badLock(let reason):
      "'\(TypesLock.path)' is not a file that `types` wrote: \(reason); undo the edit, or remove the file and name the "
        + "types again"
    case .badSchema(let path, let reason):
      "'\(path)' is not the output of `terraform providers schema -json`: \(reason)"
    case .unknownType(let name, let mode, let known):
      "no provider has \(mode.noun) '\(name)'; "
        + (known.isEmpty
          ? "schemas of other providers than hashicorp/aws come from '--schema FILE'" : nearest(to: name, among: known))
    case .notListed(let name):
      "'\(name)' is not in \(TypesLock.path)"
    case .goneTypes(let types, let provider, let version):
      "\(provider) \(version) does not have \(types.joined(separator: ", ")); remove them with "
        + "`\(run("types --remove \(types[0])"))` first"
    case .unknownVersion(let version, let known):
      "the schema of hashicorp/aws \(version) is not in the program, which has \(known.joined(separator: ", ")); "
        + "'--schema FILE' takes the output of `terraform providers schema -json`"
    case .unknownProvider(let provider, let known):
      "there is no schema of '\(provider)'; known: \(known.joined(separator: ", "))"
    case .nothingFound(let word):
      "no type has '\(word)' in its name"
    case .foreignFile(let path):
      "'\(path)' exists, and `types` did not write it; nothing was changed; move it, or choose another folder with "
        + "'--write DIR'"
    }
  }

  var exitCode: ExitCode {
    switch self {
    case .badLock, .badSchema, .goneTypes: .badInput
    case .foreignFile: .cannotCreate
    case .nothingListed, .noFolder, .unknownType, .notListed, .unknownVersion, .unknownProvider, .nothingFound: .usage
    }
  }
}

extension SchemaMode {
  /// The mode in a sentence, with its article.
  var noun: String {
    switch self {
    case .resource: "a resource"
    case .data: "a data source"
    case .ephemeral: "an ephemeral resource"
    }
  }
}
