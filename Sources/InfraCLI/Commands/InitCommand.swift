import InfraModel

/// Creates an infra repository.
struct InitCommand: Command {
  static let name = "init"
  static let summary = "create a repository with a first stack, its test, and a CI workflow"
  static let operands = [Operand.required("DIR", .folder)]
  static let details = """
    DIR may exist, but no file in it is overwritten: if one of the files exists, none is written. The last part of
    DIR names the package.

    Exit codes:
      0   the files were written
      73  one of the files exists, or DIR cannot be created
      74  a file cannot be written
    """
  static let examples = [
    Example("init ../acme-infra", "next to this clone, and depending on it"),
    Example("init ../acme-infra --package https://git.example.com/tools/infra-gen", "depending on a release"),
  ]

  static let packageOption = Option.value(
    "--package", "URL", .anything,
    "where to find InfraKit: a URL, or a path relative to DIR; default its release, or this clone if there is none"
  )
  static let options = [packageOption]

  let folder: String
  let dependency: InitialPackage.Dependency?

  init(_ words: inout ArgumentParser) throws {
    guard let folder = words.next() else { throw UsageError.missingOperand("DIR", command: Self.name) }
    self.folder = folder
    dependency = words.value(of: Self.packageOption).map(InitialPackage.Dependency.init)
  }

  func run(in program: Program) throws -> Outcome {
    let path = folder.hasPrefix("/") ? folder : "\(program.workingDirectory)/\(folder)"
    guard let name = components(of: path).last else { throw UsageError.missingOperand("DIR", command: Self.name) }
    let infraKit = try dependency ?? Self.defaultDependency(of: path)
    let package = InitialPackage(name: String(name), infraKit: infraKit)
    let files = package.files.map { GeneratedFile(path: "\(path)/\($0.path)", bytes: $0.bytes) }
    for file in files where try kind(of: file.path) != .nothing {
      throw FileError.cannotCreate(path: file.path, reason: "it already exists")
    }
    _ = try write(files)
    return Outcome(
      output: package.files.map { "\(folder)/\($0.path)\n" }.joined(),
      log: warning(about: infraKit) + "next: cd \(folder) && swift run infra check\n")
  }

  /// What a new package in a folder depends on: a release, or this clone if there is none.
  static func defaultDependency(of path: String) throws -> InitialPackage.Dependency {
    try Release.repository.map(InitialPackage.Dependency.url) ?? .path(relativePath(from: path, to: ownPackage()))
  }

  private func warning(about dependency: InitialPackage.Dependency) -> String {
    guard case .path(let path) = dependency else { return "" }
    let reason =
      Release.repository == nil && self.dependency == nil
      ? "there is no release of InfraKit yet, so Package.swift" : "Package.swift"
    return "\(reason) depends on it by the path \(path), which a CI runner does not have; "
      + "`--package URL` depends on a repository by its URL and version\n"
  }

  /// The clone that this program was built from.
  private static func ownPackage(source: String = #filePath) throws -> String {
    let root = source.components(upTo: "/Sources/InfraCLI/")
    guard let root, try readFile("\(root)/Package.swift") != nil else { throw UsageError.unknownPackage }
    return root
  }
}

/// The folders of a path, with `.` and `..` resolved.
private func components(of path: String) -> [Substring] {
  path.split(separator: "/").reduce(into: []) { folders, folder in
    switch folder {
    case ".": break
    case "..": _ = folders.popLast()
    default: folders.append(folder)
    }
  }
}

/// The relative path from one folder to another.
func relativePath(from folder: String, to other: String) -> String {
  let (here, there) = (components(of: folder), components(of: other))
  let common = zip(here, there).prefix { $0 == $1 }.count
  return (here.dropFirst(common).map { _ in ".." } + there.dropFirst(common)).joined(separator: "/")
}

extension String {
  /// The part before `mark`; `nil` if it does not occur.
  fileprivate func components(upTo mark: String) -> String? {
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(mark) { return String(self[..<rest.startIndex]) }
      rest.removeFirst()
    }
    return nil
  }
}
