public import InfraModel

/// An infra-gen of one's own: the stacks it knows and the rules it holds them to.
///
/// ```swift
/// @main struct Acme: InfraProgram {
///   static let stacks: [any Stack.Type] = [Website.self]
/// }
/// ```
public protocol InfraProgram {
  static var stacks: [any Stack.Type] { get }
  /// Every rule of infra-gen unless the program says otherwise.
  static var rules: [any Rule.Type] { get }
}

extension InfraProgram {
  public static var rules: [any Rule.Type] { Policy.standardRules }

  /// Runs the command line and ends the process with its exit code.
  public static func main() {
    let program = Program(stacks: stacks, rules: rules, today: today(), workingDirectory: workingDirectory())
    let outcome = program.run(Array(CommandLine.arguments.dropFirst()))
    print(outcome.output, to: .results)
    print(outcome.log, to: .log)
    exit(outcome.code)
  }
}
