import InfraModel
import Stacks

@testable import TerraformModel

extension SystemName {
  /// The system in each of its environments.
  var builders: [StackBuilder] { Self.builders[self, default: []] }

  private static let builders: [SystemName: [StackBuilder]] = Dictionary(
    uniqueKeysWithValues: allCases.map { system in
      (system, stacks.filter { $0.name == system.rawValue }.flatMap { $0.environments })
    })
}

extension Stack {
  fileprivate static var environments: [StackBuilder] {
    Environment.allCases.map { StackBuilder(declaring: Self(environment: $0), provider: .aws) }
  }
}

/// The findings of one rule in a system, waived ones included, as they are told apart.
func findings(of rule: RuleID, in stack: StackBuilder) -> Set<String> {
  let rules = Policy.standardRules.filter { $0.description.id == rule }
  let policy = Policy(rules: rules, today: "2026-11-28", standard: Stacks.standard)
  let report = policy.report(on: DeclaredStack(stack))
  let found = report.findings + report.waived.map(\.finding)
  return Set(found.filter { $0.rule == rule }.map { "\($0.address) \($0.discriminator): \($0.message)" })
}
