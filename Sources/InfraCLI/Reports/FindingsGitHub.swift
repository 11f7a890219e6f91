import InfraModel

/// Findings as annotations of GitHub Actions on the lines of a pull request. A finding that several environments share
/// is printed once, because GitHub shows at most ten annotations of a step.
func findingsGitHub(_ reports: PolicyReports) -> WorkflowCommands {
  var commands = WorkflowCommands()
  for shared in reports.sharedFindings() {
    let finding = shared.finding
    // In Swift the line is the resource.
    let isAddressed = !reports.isAudit || finding.message.contains("'\(finding.address)'")
    let subject = isAddressed ? "" : "\(finding.address): "
    commands.append(
      annotation(for: finding.severity),
      [
        ("file", finding.location.file(relativeTo: reports.workingDirectory)), ("line", "\(finding.location.line)"),
        ("col", "\(finding.location.column)"), ("title", "\(finding.rule)"),
      ],
      message: "\(subject)\(finding.message)\nin \(shared.environments)\nwhy: \(finding.rationale)\nfix: \(finding.fix)"
    )
  }
  return commands
}

private func annotation(for severity: Severity) -> WorkflowCommands.Annotation {
  switch severity {
  case .error: .error
  case .warning: .warning
  case .note: .notice
  }
}
