import InfraModel

/// Findings as annotations of GitHub Actions on the lines of a pull request. A finding that several environments share
/// is printed once, because GitHub shows at most ten annotations of a step.
func findingsGitHub(_ reports: PolicyReports) -> WorkflowCommands {
  let findings = reports.sharedFindings().map { shared in
    let finding = shared.finding
    let properties = [
      ("file", finding.location.file(relativeTo: reports.workingDirectory)), ("line", "\(finding.location.line)"),
      ("col", "\(finding.location.column)"), ("title", "\(finding.rule)"),
    ]
    let list = properties.map { "\($0)=\(escapedProperty($1))" }.joined(separator: ",")
    // In Swift the line is the resource.
    let isAddressed = !reports.isAudit || finding.message.contains("'\(finding.address)'")
    let subject = isAddressed ? "" : "\(finding.address): "
    let message =
      "\(subject)\(finding.message)\nin \(shared.environments)\nwhy: \(finding.rationale)\nfix: \(finding.fix)"
    return "::\(command(for: finding.severity)) \(list)::\(escapedMessage(message))"
  }
  return WorkflowCommands(lines: findings)
}

/// Commands for GitHub's runner, of which each is a line. Only `findingsGitHub` makes any.
struct WorkflowCommands {
  fileprivate(set) var lines: [String] = []

  init() {}

  fileprivate init(lines: [String]) { self.lines = lines }
}

private func command(for severity: Severity) -> String {
  severity == .note ? "notice" : severity.rawValue
}

/// Per cent, carriage return and newline would end a command or be read as an escape.
private func escapedMessage(_ text: String) -> String {
  escaped(text, [("%", "%25"), ("\r", "%0D"), ("\n", "%0A")])
}

/// In a property, a colon and a comma would end it as well.
private func escapedProperty(_ text: String) -> String {
  escaped(text, [("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C")])
}

/// By scalars, since `\r\n` is one character of Swift's. The runner's log shows the rest, so what would be hidden there is
/// an escape here too.
private func escaped(_ text: String, _ escapes: [(Unicode.Scalar, String)]) -> String {
  text.unicodeScalars.map { scalar in
    escapes.first { $0.0 == scalar }?.1 ?? inLine(String(scalar))
  }.joined()
}
