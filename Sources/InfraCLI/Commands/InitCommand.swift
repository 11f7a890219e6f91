import InfraModel

/// Begins an infra repository of one's own.
struct InitCommand: Command {
  static let name = "init"
  static let summary = "begin a repository with a first stack, its test, and a CI workflow"
  static let operands = [Operand.required("DIR", .folder)]
  static let details = """
    DIR may be there already, but nothing in it is overwritten: where one of the files is there, none is written (exit
    code 73). Its last part names the package.
    """
  static let examples = [
    Example("init ../acme-infra", "beside this clone, built on it"),
    Example("init ../acme-infra --package https://git.example.com/tools/infra-gen", "built on a release of it"),
  ]

  private static let packageOption = Option.value(
    "--package", "URL", .anything,
    "where to find InfraKit: a URL, or a path relative to DIR; if left out, its release, or this clone as long as there is none"
  )
  static let options = [packageOption]

  let folder: String
  let dependency: InitialPackage.Dependency?

  init(_ words: inout Words) throws {
    guard let folder = words.next() else { throw UsageError.missingOperand("DIR", command: Self.name) }
    self.folder = folder
    dependency = words.value(of: Self.packageOption).map(InitialPackage.Dependency.init)
  }

  func run(in program: Program) throws -> Outcome {
    let path = folder.hasPrefix("/") ? folder : "\(program.workingDirectory)/\(folder)"
    guard let name = components(of: path).last else { throw UsageError.missingOperand("DIR", command: Self.name) }
    let infraKit = try dependency ?? released ?? .path(relativePath(from: path, to: ownPackage()))
    let package = InitialPackage(name: String(name), infraKit: infraKit)
    let files = package.files.map { GeneratedFile(path: "\(path)/\($0.path)", bytes: $0.bytes) }
    for file in files where try kind(of: file.path) != .nothing {
      throw FileError.cannotCreate(path: file.path, reason: "it is there already, and is left as it is")
    }
    _ = try write(files)
    return Outcome(
      output: package.files.map { "\(folder)/\($0.path)\n" }.joined(),
      log: warning(about: infraKit) + "next: cd \(folder) && swift run infra check\n")
  }

  /// What `init` depends on where nothing was named.
  private var released: InitialPackage.Dependency? { Release.repository.map(InitialPackage.Dependency.url) }

  private func warning(about dependency: InitialPackage.Dependency) -> String {
    guard case .path(let path) = dependency else { return "" }
    let reason =
      Release.repository == nil && self.dependency == nil
      ? "there is no release of InfraKit yet, so Package.swift" : "Package.swift"
    return "\(reason) depends on it by the path \(path), which a CI runner does not have; "
      + "`--package URL` depends on a repository by its URL and version\n"
  }

  /// The clone that this program was built from.
  private func ownPackage(source: String = #filePath) throws -> String {
    let root = source.components(upTo: "/Sources/InfraCLI/")
    guard let root, try readFile("\(root)/Package.swift") != nil else { throw UsageError.unknownPackage }
    return root
  }
}

/// The folders of a path, `.` and `..` followed.
private func components(of path: String) -> [Substring] {
  path.split(separator: "/").reduce(into: []) { folders, folder in
    switch folder {
    case ".": break
    case "..": _ = folders.popLast()
    default: folders.append(folder)
    }
  }
}

/// How one gets from a folder to another without naming the machine's.
func relativePath(from folder: String, to other: String) -> String {
  let (here, there) = (components(of: folder), components(of: other))
  let common = zip(here, there).prefix { $0 == $1 }.count
  return (here.dropFirst(common).map { _ in ".." } + there.dropFirst(common)).joined(separator: "/")
}

extension String {
  /// What stands before `mark`; `nil` where it does not occur.
  fileprivate func components(upTo mark: String) -> String? {
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(mark) { return String(self[..<rest.startIndex]) }
      rest.removeFirst()
    }
    return nil
  }
}
