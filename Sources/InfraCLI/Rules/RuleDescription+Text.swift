import InfraModel

extension RuleDescription {
  /// The severity, and another one in an audit.
  var shownSeverity: String {
    severityInAudit == severity ? severity.rawValue : "\(severity.rawValue) (audit: \(severityInAudit.rawValue))"
  }

  /// Whether the rule's id, title or resource types contain a word, ignoring case.
  func mentions(_ word: String) -> Bool {
    let word = word.lowercased()
    return id.rawValue.contains(word) || title.lowercased().contains(word)
      || subjects.contains { $0.type.contains(word) }
  }
}
