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
  try expectSameFindings(of: directory, declaredAs: declared, planned: plan)
}

/// The same for a stack that is not one of this repository's own.
func expectSameFindings(of directory: GeneratedDirectory, declaredAs declared: DeclaredStack, planned plan: Data) throws
{
  let place = SourceLocation(fileID: "", path: directory.url.path, line: 1, column: 1)
  let read = try Plan(reading: Array(plan), as: declared.identity) { _ in place }
  let planned = DeclaredStack(declared.identity, region: read.homeRegion, planned: read.resources)
  let hasVariables = declared.configuration.contains { $0.section == .variable }
  for difference in RuleDifference.all(between: declared, and: planned) {
    // A plan has settled what a variable decides; a stack has to be ready for every choice.
    if hasVariables, decidedByVariables.contains(difference.rule) { continue }
    // A plan does not say of what environment it is, and counts as one of production.
    if !declared.isProduction, askedOfProduction.contains(difference.rule) { continue }
    #expect(difference.isExplained, "\(difference)")
  }
  #expect(read.withoutRegion.isEmpty)
}

/// Rules that look at what the tracing of functions and stages can come to.
private let decidedByVariables: Set<RuleID> = [.xrayContextMissingRuntimeError, .samplingRuleUnused]

/// Rules that ask nothing of other environments.
private let askedOfProduction: Set<RuleID> = [
  .dataRecoverable, .databaseNotPublic, .deletionProtection, .encryptedAtRest, .passwordInClear, .portOpenToInternet,
]

extension RuleDifference {
  /// Why a rule may say something else of a plan.
  fileprivate var isExplained: Bool {
    // Terraform does not record the reason that Swift states for a resource without tracing.
    if rule == .requestPathTraced, declared.state == .pass { return true }
    guard declared.findings == planned.findings else { return false }
    return switch (declared.state, planned.state) {
    // Of metrics that are not AWS's own nobody has told Terraform what silence means.
    case (.pass, .unknown): rule == .missingDataFitsMetric
    // Data sources have no type in a plan, so there is something without a type for the rules that look at any such thing.
    case (.notApplicable, .pass): [.compositeAlarmParses, .routeKeyParses].contains(rule)
    default: false
    }
  }
}

extension Stack {
  fileprivate static func declared(named stack: String, _ environment: String) -> DeclaredStack? {
    guard name == stack, let environment = Environment(rawValue: environment) else { return nil }
    return DeclaredStack(Self(environment: environment))
  }
}
