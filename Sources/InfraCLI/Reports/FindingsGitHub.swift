import InfraModel

/// Findings as GitHub Actions shows them on the lines of a pull request. A finding that several environments share is
/// said once, for GitHub shows ten of a step and no more.
func findingsGitHub(_ verdicts: Verdicts) -> String {
  verdicts.sharedFindings().map { shared in
    let finding = shared.finding
    let properties = [
      ("file", finding.location.file(relativeTo: verdicts.workingDirectory)), ("line", "\(finding.location.line)"),
      ("col", "\(finding.location.column)"), ("title", "\(finding.rule)"),
    ]
    let list = properties.map { "\($0)=\(escapedProperty($1))" }.joined(separator: ",")
    let message = "\(finding.message)\nin \(shared.environments)\nwhy: \(finding.rationale)\nfix: \(finding.fix)"
    return "::\(command(for: finding.severity)) \(list)::\(escapedMessage(message))\n"
  }.joined()
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

/// By scalars, since `\r\n` is one character of Swift's.
private func escaped(_ text: String, _ escapes: [(Unicode.Scalar, String)]) -> String {
  text.unicodeScalars.map { scalar in
    escapes.first { $0.0 == scalar }?.1 ?? String(scalar)
  }.joined()
}
