/// Which infra-gen this is.
struct VersionCommand: Command {
  /// What the findings of a run can be traced back to.
  static let version = "0.1.0"
  static let name = "version"
  static let summary = "say which infra-gen this is"
  static let examples = [Example("--version", "the same")]

  init() {}

  init(_ words: inout Words) {}

  func run(in program: Program) throws -> Outcome {
    Outcome(output: "infra-gen \(Self.version)\n")
  }
}
