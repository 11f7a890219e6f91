import InfraModel
import StackImport

/// Writes a Terraform configuration as a stack in Swift.
struct ImportCommand: Command {
  static let name = "import"
  static let summary = "write an existing Terraform configuration as a stack in Swift"
  static let operands = [Operand.required("DIR", .folder)]
  private static let stackName = Option.value(
    "--name", "NAME", .anything, "the stack's name, lower-case words joined by hyphens; default the name of DIR")
  private static let environment = Option.value(
    "--env", "ENV", .anything, "the name of the stack's only environment; default main")
  private static let place = Option.value(
    "--write", "PATH", .file, "write a new package into the folder PATH, or one file if PATH ends in .swift")
  private static let compared = Option.value(
    "--verify", "OUT", .folder, "compare DIR with OUT, the folder that synth wrote for the stack, block by block")
  static let options = [stackName, environment, place, compared, InitCommand.packageOption]
  static let details = """
    DIR has a root module: .tf or .tf.json files, such as those that cdktf writes below cdktf.out/stacks, or a folder
    of out/. Every block becomes Swift that writes the same block at the same address. Resources become
    `RawResource`; what has no form in Swift is a raw expression with Terraform's own text. Without --write the command
    prints the stack. It lists the raw expressions, and what has to be done by hand, with file and line.

    Nothing is left out: what a stack cannot have is an error.

    Exit codes:
      0   the stack was written
      2   with --verify: OUT has another block or argument than DIR
      65  DIR has no Terraform file, or one that is not valid or that a stack cannot have
      73  one of the files exists, or PATH cannot be created
      74  a file cannot be read or written
    """
  static let examples = [
    Example("import terraform/orders", "what the stack would be"),
    Example("import terraform/orders --write ../acme-infra", "a new package with the stack"),
    Example("import terraform/orders --verify out/orders/main", "after synth: is everything there?"),
    Example("import cdktf.out/stacks/orders --write Sources/Infrastructure/Orders.swift", "a file for a package"),
  ]

  let folder: String
  let givenName: String?
  let environmentName: String
  let path: String?
  let dependency: InitialPackage.Dependency?
  let comparedFolder: String?

  init(_ words: inout ArgumentParser) throws {
    guard let folder = words.next() else { throw UsageError.missingOperand("DIR", command: Self.name) }
    self.folder = folder
    givenName = words.value(of: Self.stackName)
    environmentName = words.value(of: Self.environment) ?? "main"
    path = words.value(of: Self.place)
    comparedFolder = words.value(of: Self.compared)
    dependency = words.value(of: InitCommand.packageOption).map(InitialPackage.Dependency.init)
  }

  func run(in program: Program) throws -> Outcome {
    let source = try ImportedFolder(folder)
    if let comparedFolder { return try comparison(of: source, with: ImportedFolder(comparedFolder)) }
    let name = givenName ?? stackName(for: folder, in: program.workingDirectory)
    guard isStackName(name) else { throw UsageError.invalidName(name) }
    guard isStackName(environmentName) else { throw UsageError.invalidName(environmentName) }
    let stack: StackImport
    do throws(ImportError) {
      stack = try StackImport(source.files, named: name, environment: environmentName, from: source.label)
    } catch {
      throw InputError.badImport(path: folder, reason: error.sentence)
    }
    let report = importText(stack.report) + source.unreadText
    guard let path else { return Outcome(output: stack.source, log: report) }
    let files = try files(of: stack, named: name, at: path, in: program)
    for file in files where try kind(of: file.path) != .nothing {
      throw FileError.cannotCreate(path: file.path, reason: "it already exists")
    }
    _ = try write(files)
    let next =
      path.hasSuffix(".swift")
      ? "next: add `\(stack.typeName).self` to the stacks of your program, then \(program.name("check"))\n"
      : "next: cd \(path) && swift run infra synth\n"
    return Outcome(output: files.map { "\($0.path)\n" }.joined(), log: report + next)
  }

  private func comparison(of source: ImportedFolder, with written: ImportedFolder) throws -> Outcome {
    let comparison: ConfigurationComparison
    do throws(ImportError) {
      comparison = try ConfigurationComparison(of: source.files, with: written.files)
    } catch {
      throw InputError.badImport(path: folder, reason: error.sentence)
    }
    let differences = comparison.differences
    guard differences.isEmpty else {
      return Outcome(
        output: differences.map { "\(inLine($0))\n" }.joined(),
        log: "\(counted(differences.count, "difference"))\n", code: .differences)
    }
    return Outcome(log: "\(counted(comparison.blocks, "block")) and nothing differs\n")
  }

  private func files(
    of stack: StackImport, named name: String, at path: String, in program: Program
  ) throws -> [GeneratedFile] {
    if path.hasSuffix(".swift") { return [GeneratedFile(path: path, bytes: Array(stack.source.utf8))] }
    let absolute = path.hasPrefix("/") ? path : "\(program.workingDirectory)/\(path)"
    let infraKit = try dependency ?? InitCommand.defaultDependency(of: absolute)
    let package = InitialPackage(
      name: absolute.split(separator: "/").last.map(String.init) ?? name, infraKit: infraKit)
    return package.files(with: stack).map { GeneratedFile(path: "\(path)/\($0.path)", bytes: $0.bytes) }
  }

  /// `orders` for `terraform/orders`, `order-tracing` for `out/order-tracing/dev`.
  private func stackName(for folder: String, in workingDirectory: String) -> String {
    let path = folder.hasPrefix("/") ? folder : "\(workingDirectory)/\(folder)"
    let last = path.split(separator: "/").last { $0 != "." }.map(String.init) ?? "stack"
    let words = kebab(last).split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
    return words.first?.isLetter == true ? words : "stack-\(words)"
  }

  private func isStackName(_ name: String) -> Bool {
    name.first?.isLetter == true
      && name.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
  }
}
