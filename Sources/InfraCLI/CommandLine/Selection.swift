import InfraModel
import ProviderSchemas

/// The stacks and environments of a command: all of them unless `--stack` or `--env` restricts them.
struct Selection {
  static let stackOption = Option.value(
    "--stack", short: "-s", "NAME", .stack, "only this stack; can be repeated")
  static let environmentOption = Option.value(
    "--env", short: "-e", "NAME", .environment, "only this environment; can be repeated")
  static let options = [stackOption, environmentOption]

  var stacks: [String]
  var environments: [String]

  init(_ words: ArgumentParser) {
    stacks = words.values(of: Self.stackOption)
    environments = words.values(of: Self.environmentOption)
  }

  /// Whether everything is selected.
  var isEverything: Bool { stacks.isEmpty && environments.isEmpty }

  /// Declares the selected stacks, in the order of the program and of the environments.
  func declared(in program: Program) throws -> [DeclaredStack] {
    let known = program.stacks.map { $0.name }
    guard !known.isEmpty else { throw UsageError.noStacks }
    if let twice = Dictionary(grouping: known, by: \.self).first(where: { $0.value.count > 1 }) {
      throw UsageError.duplicateStack(twice.key)
    }
    for name in known + program.stacks.flatMap({ $0.environmentNames }) where !isFolderName(name) {
      throw UsageError.invalidName(name)
    }
    for name in stacks where !known.contains(name) { throw UsageError.unknownStack(name, known: known) }
    let selected = program.stacks.filter { stacks.isEmpty || stacks.contains($0.name) }
    let knownEnvironments = unique(selected.flatMap { $0.environmentNames })
    for name in environments where !knownEnvironments.contains(name) {
      throw UsageError.unknownEnvironment(name, known: knownEnvironments)
    }
    let schemas = try OtherSchemas(inRepository: program.workingDirectory)
    let declared = selected.flatMap { $0.declared(in: environments, of: program, schemas) }
    try checkLevels(of: declared, in: program)
    return declared
  }
}

/// Rejects a level that would have no effect.
private func checkLevels(of stacks: [DeclaredStack], in program: Program) throws {
  let policy = program.policy()
  let choices = [("this program", program.ruleLevels)] + stacks.map { ("stack '\($0.identity)'", $0.ruleLevels) }
  for (owner, levels) in choices {
    switch policy.faults(in: levels).first {
    case nil: continue
    case .unknown(let rule):
      throw UsageError.unknownLevel(rule.rawValue, of: owner, known: policy.descriptions.map(\.id.rawValue))
    case .lowered(let rule, let severity):
      throw UsageError.loweredLevel(rule.rawValue, of: owner, from: severity)
    }
  }
}

extension Stack {
  static var environmentNames: [String] { Environment.allCases.map(\.rawValue) }

  fileprivate static func declared(
    in environments: [String], of program: Program, _ schemas: OtherSchemas?
  ) -> [DeclaredStack] {
    Environment.allCases
      .filter { environments.isEmpty || environments.contains($0.rawValue) }
      .map { environment in
        program.progress?.step("declaring \(name)/\(environment.rawValue)")
        let stack = Self(environment: environment)
        return schemas.map { DeclaredStack(stack, schemas: $0) } ?? DeclaredStack(stack)
      }
  }
}
