/// Prints the version.
struct VersionCommand: Command {
  static let name = "version"
  static let summary = "print the version"
  static let examples = [Example("--version", "the same")]

  init() {}

  init(_ words: inout ArgumentParser) {}

  func run(in program: Program) throws -> Outcome {
    Outcome(output: "infra-gen \(infraGenVersion)\n")
  }
}
