import InfraModel

/// The documentation of a rule, on a page or in a terminal: its description, and its examples as they are in the
/// sources.
struct RulePage {
  struct QuotedExample {
    let title: String
    let location: SourceLocation
    /// Swift; `nil` if the sources are not available.
    let source: String?
  }

  let rule: RuleDescription
  let good: [QuotedExample]
  let bad: [QuotedExample]

  init(_ rule: RuleDescription) {
    self.rule = rule
    good = rule.good.map { quoted($0.title, $0.location) }
    bad = rule.bad.map { quoted($0.title, $0.location) }
  }

  fileprivate var facts: [String] {
    // `RawResource` itself has no Terraform type, because each raw resource has its own.
    let subjects = Set(rule.subjects.map { $0.type }).subtracting([RawResource.type]).sorted()
    let others = rule.subjects.contains { $0 == RawResource.self } ? ", and any `RawResource` of such a type" : ""
    let pages = rule.sources.filter { $0.hasPrefix("https://") }
    let requirements = rule.sources.filter { !$0.hasPrefix("https://") }
    return [
      requirements.isEmpty ? nil : "Required by \(requirements.joined(separator: ", ")).",
      pages.isEmpty ? nil : "Documentation: \(pages.map { "<\($0)>" }.joined(separator: ", ")).",
      rule.id.formerIDs.isEmpty ? nil : "Former id: \(rule.id.formerIDs.joined(separator: ", ")).",
      subjects.isEmpty ? nil : "Checks \(subjects.joined(separator: ", "))\(others).",
      rule.isWaivable ? nil : "Cannot be waived, put into a baseline, or lowered.",
    ].compactMap(\.self)
  }
}

private func quoted(_ title: String, _ location: SourceLocation) -> RulePage.QuotedExample {
  // A program may run on a machine without its sources.
  let bytes = (try? readFile(location.path)).flatMap(\.self)
  let source = bytes.flatMap { SwiftSource($0).trailingClosure(afterLine: location.line, column: location.column) }
  return RulePage.QuotedExample(title: title, location: location, source: source)
}

extension RulePage {
  /// For a terminal.
  func text(relativeTo directory: String) -> String {
    """
    \(rule.severity.rawValue)[\(rule.id)]: \(rule.title)

    \(rule.rationale)
    \(rule.severityInAudit == rule.severity ? "" : "At most a \(rule.severityInAudit.rawValue) in an audit.\n")\(facts.joined(separator: "\n"))
    \(examples("good", good, directory))\(examples("bad", bad, directory))
    """
  }

  private func examples(_ kind: String, _ examples: [QuotedExample], _ directory: String) -> String {
    examples.map { example in
      let lines = (example.source ?? "").split(separator: "\n", omittingEmptySubsequences: false)
      let code = lines.map { $0.isEmpty ? "\n" : "    \($0)\n" }.joined()
      return "\n\(kind): \(example.title)\n  \(example.location.text(relativeTo: directory))\n"
        + (example.source == nil ? "" : "\n\(code)")
    }.joined()
  }

  /// For docs/rules.
  var markdown: String {
    """
    \(generatedMark)
    # \(rule.id)

    **\(rule.title)** (\(severity)).

    \(rule.rationale)

    \(facts.joined(separator: "\n"))
    \(section("Good", good))\(section("Bad", bad))
    """
  }

  private var severity: String {
    rule.severityInAudit == rule.severity
      ? rule.severity.rawValue : "\(rule.severity.rawValue); in an audit at most a \(rule.severityInAudit.rawValue)"
  }

  private func section(_ title: String, _ examples: [QuotedExample]) -> String {
    guard !examples.isEmpty else { return "" }
    return "\n## \(title)\n"
      + examples.map { example in
        "\n\(example.title):\n" + (example.source.map { "\n```swift\n\($0)\n```\n" } ?? "")
      }.joined()
  }
}

/// The first line of every generated page, which identifies pages that are left over.
private let generatedMark = "<!-- Written by `rules --write`; the words are the rule's own. -->"

/// The list of rules, with a link to each one's page.
func ruleIndex(_ rules: [RuleDescription]) -> String {
  let rows = rules.map { rule in
    let sources = rule.sources.joined(separator: ", ")
    return "| [\(rule.id)](\(rule.id).md) | \(rule.severity.rawValue) | \(rule.title) | \(sources) |\n"
  }
  return """
    \(generatedMark)
    # Rules

    A bad example returns the addresses that the rule reports.

    | rule | severity | title | sources |
    |---|---|---|---|
    \(rows.joined())
    """
}

/// The pages of all rules, and their index.
func rulePages(_ rules: [RuleDescription], in folder: String) -> [GeneratedFile] {
  let index = GeneratedFile(path: "\(folder)/README.md", bytes: Array(ruleIndex(rules).utf8))
  return [index]
    + rules.map { GeneratedFile(path: "\(folder)/\($0.id).md", bytes: Array(RulePage($0).markdown.utf8)) }
}

/// Pages in a folder of rules that no longer exist.
func leftOverPages(besides pages: [GeneratedFile], in folder: String) throws -> [String] {
  let paths = Set(pages.map(\.path))
  return try fileNames(in: folder).sorted().map { "\(folder)/\($0)" }.filter { path in
    guard path.hasSuffix(".md"), !paths.contains(path), let bytes = try readFile(path) else { return false }
    return bytes.starts(with: Array(generatedMark.utf8))
  }
}
