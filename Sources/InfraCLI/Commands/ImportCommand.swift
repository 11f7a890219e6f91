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
    "--env", "ENV", .anything, "the only environment of the stack; default all that have a .tfvars file, or main")
  private static let place = Option.value(
    "--write", "PATH", .file, "write a new package into the folder PATH, or one file if PATH ends in .swift")
  private static let compared = Option.value(
    "--verify", "OUT", .folder, "compare DIR with OUT, the folder that synth wrote for the stack, block by block")
  private static let plan = Option.value(
    "--plan", "FILE", .file, "the output of `terraform show -json` for a plan: the values of variables are in it")
  private static let state = Option.value(
    "--state", "FILE", .file, "a state file, or the output of `terraform show -json`: is all of it declared?")
  private static let schema = Option.value(
    "--schema", "FILE", .file, "the output of `terraform providers schema -json`, for types of other providers")
  static let options = [stackName, environment, place, compared, plan, state, schema, InitCommand.packageOption]
  static let details = """
    DIR has a root module: .tf or .tf.json files, such as those that cdktf writes below cdktf.out/stacks, or a folder
    of out/. Every block becomes Swift that writes the same block at the same address. Resources of hashicorp/aws, and
    of providers in FILE or in \(TypesLock.path), have generated types, which are written along with the stack; all
    others become `RawResource`. What has no form in Swift is a raw expression with Terraform's own text. Without
    --write the command prints the stack. It lists the raw expressions, and what has to be done by hand, with file and
    line.

    Each .tfvars file of DIR, or of a folder such as environments in it, is an environment of the stack, with the values
    as the defaults of its variables; terraform.tfvars and *.auto.tfvars are for all.

    Nothing is left out: what a stack cannot have is an error.

    Exit codes:
      0   the stack was written
      2   with --verify: OUT has another block or argument than DIR; with --plan or --state: FILE has a resource that
          DIR does not declare
      65  DIR has no Terraform file, or one that is not valid or that a stack cannot have
      73  one of the files exists, or PATH cannot be created
      74  a file cannot be read or written
    """
  static let examples = [
    Example("import terraform/orders", "what the stack would be"),
    Example("import terraform/orders --write ../acme-infra", "a new package with the stack"),
    Example("import terraform/orders --verify out/orders/main", "after synth: is everything there?"),
    Example("import terraform/orders --env prod --state prod.tfstate", "is all of the state declared?"),
    Example("import cdktf.out/stacks/orders --write Sources/Infrastructure/Orders.swift", "a file for a package"),
  ]

  let folder: String
  let givenName: String?
  let environmentName: String?
  let path: String?
  let dependency: InitialPackage.Dependency?
  let comparedFolder: String?
  let schemaFile: String?
  let planFile: String?
  let stateFile: String?

  init(_ words: inout ArgumentParser) throws {
    guard let folder = words.next() else { throw UsageError.missingOperand("DIR", command: Self.name) }
    self.folder = folder
    givenName = words.value(of: Self.stackName)
    environmentName = words.value(of: Self.environment)
    path = words.value(of: Self.place)
    comparedFolder = words.value(of: Self.compared)
    planFile = words.value(of: Self.plan)
    stateFile = words.value(of: Self.state)
    schemaFile = words.value(of: Self.schema)
    dependency = words.value(of: InitCommand.packageOption).map(InitialPackage.Dependency.init)
  }

  func run(in program: Program) throws -> Outcome {
    let source = try ImportedFolder(folder)
    let place = Place(path ?? "", in: program.workingDirectory)
    let types = try ImportedTypes(
      inRepository: place.repository, schemaFile: schemaFile, in: program.workingDirectory)
    if let environmentName, !isStackName(environmentName) { throw UsageError.invalidName(environmentName) }
    let states = try [planFile, stateFile].compactMap(\.self).map(ImportedState.init)
    let environments = try ImportedEnvironments(
      source.names, in: folder, chosen: environmentName, planned: states.first { $0.path == planFile }?.values)
    if let comparedFolder {
      return try comparison(
        of: source, with: ImportedFolder(comparedFolder), in: environments.environments, by: types.schemas)
    }
    let name = givenName ?? stackName(for: folder, in: program.workingDirectory)
    guard isStackName(name) else { throw UsageError.invalidName(name) }
    let stack: StackImport
    do throws(ImportError) {
      stack = try StackImport(
        source.files, named: name, in: environments.environments, from: source.label, schemas: types.schemas)
    } catch {
      throw InputError.badImport(path: folder, reason: error.sentence)
    }
    let compared = states.map { $0.text(comparedWith: stack) }
    let report = importText(stack.report) + types.text(for: stack) + environments.text + compared.map(\.lines).joined()
    let code: ExitCode = compared.allSatisfy { $0.count == 0 } ? .success : .differences
    guard let path else { return Outcome(output: stack.source, log: report, code: code) }
    let files = try files(of: stack, named: name, at: path, in: program)
    for file in files where try kind(of: file.path) != .nothing {
      throw FileError.cannotCreate(path: file.path, reason: "it already exists")
    }
    let typeFiles = try types.files(for: stack, in: place.types)
    try typeFiles?.requireRoom()
    _ = try write(files)
    let typeOutcome = try typeFiles?.write()
    let next =
      path.hasSuffix(".swift")
      ? "next: add `\(stack.typeName).self` to the stacks of your program, then \(program.name("check"))\n"
      : "next: cd \(path) && swift run infra synth\n"
    return Outcome(
      output: files.map { "\($0.path)\n" }.joined() + (typeOutcome?.output ?? ""),
      log: report + (typeOutcome?.log ?? "") + next, code: code)
  }

  /// Where the stack goes.
  private struct Place {
    /// The folder whose lock file lists generated types.
    let repository: String
    /// The folder of the types in it.
    let types: String

    init(_ path: String, in workingDirectory: String) {
      let absolute = path.hasPrefix("/") ? path : "\(workingDirectory)/\(path)"
      guard path.hasSuffix(".swift") else {
        repository = path.isEmpty ? workingDirectory : absolute
        types = "Sources/Infrastructure/Types"
        return
      }
      // A path from the root says nothing of where a repository begins.
      let folder = path.split(separator: "/").dropLast().joined(separator: "/")
      repository = path.hasPrefix("/") ? "/\(folder)" : workingDirectory
      types = path.hasPrefix("/") || folder.isEmpty ? "Types" : "\(folder)/Types"
    }
  }

  private func comparison(
    of source: ImportedFolder, with written: ImportedFolder, in environments: [ImportedEnvironment],
    by schemas: ImportedSchemas
  ) throws -> Outcome {
    // OUT ends in the environment's name, as a folder of out/ does.
    let last = written.path.split(separator: "/").last.map(String.init)
    let environment = environments.first { $0.name == last } ?? environments[0]
    let comparison: ConfigurationComparison
    do throws(ImportError) {
      comparison = try ConfigurationComparison(
        of: source.files, with: written.files, in: environment, among: environments.count, schemas: schemas)
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
}
