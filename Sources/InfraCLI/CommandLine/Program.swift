import InfraModel

/// The input of every command. All external state is passed in here, so a command is a function.
struct Program {
  var stacks: [any Stack.Type]
  var rules: [any Rule.Type]
  var ruleLevels: [RuleID: RuleLevel] = [:]
  var longestWaiver = 365
  /// The numbers that the repository holds its stacks to.
  var standard: ObservabilityStandard?
  /// `yyyy-mm-dd`
  var today: String
  /// Paths in messages are relative to it.
  var workingDirectory: String
  /// The name in its messages.
  var name = ProgramName(runAs: "infra-gen", in: "")
  /// Where it shows its progress; `nil` if standard error is not a terminal.
  var progress: Progress?
  /// Whether standard output is a terminal.
  var printsToTerminal = false
  /// Keeps stacks alive until the process exits. Freeing a large stack object by object costs as much as a dozen rules.
  var keep: ([DeclaredStack]) -> Void = { _ in }
}

extension Program {
  /// The policy that the program checks its stacks against.
  func policy(baseline: Baseline? = nil) -> Policy {
    var policy = Policy(
      rules: rules, today: today, levels: ruleLevels, longestWaiver: longestWaiver, baseline: baseline,
      standard: standard)
    policy.program = name.invocation
    return policy
  }

  /// Shows which stack is being checked; `nil` if standard error is not a terminal.
  var asking: ((StackIdentity, _ rule: Int) -> Void)? {
    progress.map { progress in
      { stack, rule in progress.step("checking \(stack): rule \(rule) of \(rules.count)") }
    }
  }
}
