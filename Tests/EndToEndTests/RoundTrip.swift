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

  for rule in Policy.standardRules.map({ $0.description.id }) where !unknownToTerraform.contains(rule) {
    #expect(check.found(by: rule) == audit.found(by: rule), "\(rule)")
    let before = check.results.first { $0.rule == rule }?.state
    let after = audit.results.first { $0.rule == rule }?.state
    #expect(before == after || isExplained(rule, before, after), "\(rule): \(String(describing: after))")
  }
  #expect(read.withoutRegion.isEmpty)
}

/// Rules that `audit` does not ask, for they ask for what only Swift says: what code emits, what a function is for, what
/// silence means; or for what terraform has answered before there is a plan.
private let unknownToTerraform: Set<RuleID> = [
  .emittedMetricIsAlarmed, .alarmedMetricIsEmitted, .canaryHasOwnRole, .canaryTellsOutOfBand, .heartbeatNotOnSingleMiss,
  .vpcFunctionReachesXRay, .stateMachineStates, .duplicateAddress, .terraformName, .foreignReference, .duplicateLabel,
  .reservedVariableName, .variableDefaultFits, .undeclaredVariable, .unusedVariable,
]

/// Why a rule without findings may be left in another state.
private func isExplained(_ rule: RuleID, _ before: RuleResult.State?, _ after: RuleResult.State?) -> Bool {
  switch (before, after) {
  // Of metrics that are not AWS's own nobody has told Terraform what silence means.
  case (.pass, .unknown): rule == .missingDataFitsMetric
  // What has a type in Swift may have none in a plan, and rules about any resource then have one to look at.
  case (.notApplicable, .pass): true
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
