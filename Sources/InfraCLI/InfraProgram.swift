public import InfraModel

/// A custom infra-gen: its stacks, and the rules it checks them against.
///
/// ```swift
/// @main struct Acme: InfraProgram {
///   static let stacks: [any Stack.Type] = [Website.self]
/// }
/// ```
public protocol InfraProgram {
  static var stacks: [any Stack.Type] { get }
  /// All of infra-gen's rules by default.
  static var rules: [any Rule.Type] { get }
  /// Levels that override the rules' own severities. A stack can override the program's levels.
  static var ruleLevels: [RuleID: RuleLevel] { get }
  /// How many days ahead a waiver may end; a year by default.
  static var longestWaiver: Int { get }
  /// The numbers that the stacks are held to, such as sampling rates; none by default.
  static var standard: ObservabilityStandard? { get }
}

extension InfraProgram {
  public static var rules: [any Rule.Type] { Policy.standardRules }
  public static var ruleLevels: [RuleID: RuleLevel] { [:] }
  public static var longestWaiver: Int { 365 }
  public static var standard: ObservabilityStandard? { nil }

  /// Runs the command line and ends the process with its exit code.
  public static func main() {
    fillStreams()
    takeFileSizeLimitAsError()
    let directory = workingDirectory()
    var kept: [DeclaredStack] = []
    var program = Program(
      stacks: stacks, rules: rules, ruleLevels: ruleLevels, longestWaiver: longestWaiver, standard: standard,
      today: today(),
      workingDirectory: directory, name: ProgramName(runAs: CommandLine.arguments.first ?? "", in: directory),
      progress: .onTerminal(), printsToTerminal: isTerminal(.results))
    program.keep = { kept += $0 }
    var arguments = Array(CommandLine.arguments.dropFirst())
    let color: ColorChoice
    do {
      color = try ColorChoice.take(from: &arguments)
    } catch {
      print("error: \(inLine(error.message(from: program.name)))\n", to: .log)
      exit(.usage)
    }
    func isColored(_ stream: Stream) -> Bool {
      color.isColored(isTerminal: isTerminal(stream), noColor: environmentVariable("NO_COLOR"))
    }
    let outcome = program.run(arguments)
    program.progress?.end()
    // A partial report is useless, and a script may check only the exit code.
    guard print(outcome.annotations), print(outcome.output, to: .results, coloring: isColored(.results)) else {
      print("error: cannot write the results: \(lastError())\n", to: .log)
      exit(.inputOutput)
    }
    print(outcome.log, to: .log, coloring: isColored(.log))
    exit(outcome.code)
  }
}
