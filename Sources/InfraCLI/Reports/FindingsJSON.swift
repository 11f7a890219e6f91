import InfraModel
import TFEmit

/// Findings as programs read them; `schemaVersion` changes when a reader would have to.
func findingsJSON(_ verdicts: Verdicts) -> String {
  let findings = verdicts.verdicts.flatMap { verdict in
    verdict.findings.map { finding -> Value in
      [
        "rule": .literal(finding.rule.rawValue),
        "severity": .literal(finding.severity.rawValue),
        "stack": .literal(verdict.stack.identity.stack),
        "environment": .literal(verdict.stack.identity.environment),
        "address": .literal(finding.address.description),
        "file": .literal(finding.location.file(relativeTo: verdicts.workingDirectory)),
        "line": .integer(finding.location.line),
        "message": .literal(finding.message),
        "fix": .literal(finding.fix),
      ]
    }
  }
  return json(["schemaVersion": 1, "examined": .integer(verdicts.examined), "findings": .list(findings)])
}

/// A JSON document with a newline at its end.
func json(_ value: Value) -> String {
  String(decoding: plainJSON(value), as: UTF8.self)
}
