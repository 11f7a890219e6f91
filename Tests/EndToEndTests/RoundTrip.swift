import Foundation
import InfraModel
import Stacks
import TFEmit
import Testing

/// The rules have to say of terraform's plan of a stack what they say of the stack, rule by rule.
func expectSameFindings(of directory: GeneratedDirectory, planned plan: Data) throws {
  let environment = directory.url.lastPathComponent
  guard let declared = stacks.lazy.compactMap({ $0.declared(named: directory.stack, environment) }).first else {
    Issue.record("no stack declares \(directory.testDescription)")
    return
  }
  let place = SourceLocation(fileID: "", path: directory.url.path, line: 1, column: 1)
  let read = try Plan(reading: Array(plan), as: declared.identity) { _ in place }
  let policy = Policy(today: "2026-11-21")
  let check = policy.verdict(on: declared)
  let audit = policy.verdict(
    on: DeclaredStack(declared.identity, region: read.homeRegion, planned: read.resources))

  let unasked = Set(UnaskedRule.all.map(\.rule))
  let hasVariables = declared.configuration.contains { $0.section == .variable }
  for rule in Policy.standardRules.map({ $0.description.id }) where !unasked.contains(rule) {
    // A plan has settled what a variable decides; a stack has to be ready for every choice.
    if hasVariables, decidedByVariables.contains(rule) { continue }
    #expect(check.found(by: rule) == audit.found(by: rule), "\(rule)")
    let before = check.results.first { $0.rule == rule }?.state
    let after = audit.results.first { $0.rule == rule }?.state
    #expect(before == after || isExplained(rule, before, after), "\(rule): \(String(describing: after))")
  }
  #expect(read.withoutRegion.isEmpty)
}

/// Rules that look at what the tracing of functions and stages can come to.
private let decidedByVariables: Set<RuleID> = [.contextMissingPropagates, .samplingRuleInert]

/// Why a rule without findings may be left in another state.
private func isExplained(_ rule: RuleID, _ before: RuleResult.State?, _ after: RuleResult.State?) -> Bool {
  switch (before, after) {
  // Of metrics that are not AWS's own nobody has told Terraform what silence means.
  case (.pass, .unknown): rule == .missingDataFitsMetric
  // Data sources have no type in a plan, so there is something without a type for the rules that look at any such thing.
  case (.notApplicable, .pass): [.compositeAlarmParses, .routeKeyParses].contains(rule)
  default: false
  }
}

extension Verdict {
  /// Addresses and severities, for a plan knows nothing of names that are only in Swift.
  fileprivate func found(by rule: RuleID) -> [String] {
    (findings + waived.map(\.finding)).filter { $0.rule == rule }.map { "\($0.severity) \($0.address)" }.sorted()
  }
}

extension Stack {
  fileprivate static func declared(named stack: String, _ environment: String) -> DeclaredStack? {
    guard name == stack, let environment = Environment(rawValue: environment) else { return nil }
    return DeclaredStack(Self(environment: environment))
  }
}
