/// Prints the version.
struct VersionCommand: Command {
  /// The version that identifies the source of a run's findings.
  static let version = "0.1.0"
  static let name = "version"
  static let summary = "print the version"
  static let examples = [Example("--version", "the same")]

  init() {}

  init(_ words: inout ArgumentParser) {}

  func run(in program: Program) throws -> Outcome {
    Outcome(output: "infra-gen \(Self.version)\n")
  }
}
