import InfraModel
import TFEmit

/// Findings for scripts; `schemaVersion` increases with each incompatible change.
func findingsJSON(_ reports: PolicyReports, besides others: [String: Value] = [:]) -> String {
  let directory = reports.workingDirectory
  func list(_ members: (PolicyReport) -> [[String: Value]]) -> Value {
    .list(
      reports.reports.flatMap { report in
        members(report).map { members in
          .map(members.merging(stackMembers(report.stack.identity)) { own, _ in own })
        }
      })
  }
  let members: [String: Value] = [
    "schemaVersion": .integer(reports.isAudit ? 2 : 1),
    "examined": .integer(reports.examined),
    "findings": list { $0.findings.map { findingMembers($0, directory) } },
    "waived": list { report in
      report.waived.map { waived in
        var members = findingMembers(waived.finding, directory)
        members["waiver"] = .map(waiverMembers(waived.waiver))
        return members
      }
    },
    "baselined": list { $0.baselined.map { findingMembers($0, directory) } },
    "results": list { $0.results.map { resultMembers($0, directory) } },
  ]
  return json(.map(members.merging(others) { own, _ in own }))
}

private func stackMembers(_ stack: StackIdentity) -> [String: Value] {
  ["stack": .literal(stack.stack), "environment": .literal(stack.environment)]
}

private func findingMembers(_ finding: Finding, _ directory: String) -> [String: Value] {
  [
    "rule": .literal(finding.rule.rawValue),
    "severity": .literal(finding.severity.rawValue),
    "address": .literal(finding.address.description),
    "discriminator": .literal(finding.discriminator),
    "file": .literal(finding.location.file(relativeTo: directory)),
    "line": .integer(finding.location.line),
    "message": .literal(finding.message),
    "fix": .literal(finding.fix),
  ]
}

private func resultMembers(_ result: RuleResult, _ directory: String) -> [String: Value] {
  [
    "rule": .literal(result.rule.rawValue),
    "state": .literal(result.state.rawValue),
    "unknowns": .list(
      result.undetermined.map { unknown in
        [
          "address": .literal(unknown.address.description), "reason": .literal(unknown.reason),
          "decidedByApply": .bool(unknown.isDecidedByApply),
          "file": .literal(unknown.location.file(relativeTo: directory)), "line": .integer(unknown.location.line),
        ]
      }),
  ]
}
