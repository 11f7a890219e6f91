import InfraModel
import TFEmit

/// The documentation of a rule, on a page or in a terminal: its description, and its examples as they are in the
/// sources.
struct RulePage {
  struct QuotedExample {
    let title: String
    let location: SourceLocation
    /// Swift; `nil` if the sources are not available.
    let source: String?
    /// The same resources in Terraform's own language; `nil` for a rule that no audit evaluates.
    let terraform: String?
  }

  let rule: RuleDescription
  let good: [QuotedExample]
  let bad: [QuotedExample]

  /// The fix that the rule has for a plan with what its first bad example has.
  private let fixOfExample: String?

  /// - Parameter rules: The rules among which the one that the description is of is looked for.
  init(_ rule: RuleDescription, of rules: [any Rule.Type] = Policy.standardRules) {
    self.rule = rule
    fixOfExample =
      rule.reasonNotAudited == nil
      ? rules.first { $0.description.id == rule.id }.flatMap { fixOfFirstExample(of: $0) } : nil
    let isAudited = rule.reasonNotAudited == nil
    good = rule.good.map { example in
      quoted(example.title, example.location, isAudited ? terraform(example.declare) : nil)
    }
    bad = rule.bad.map { example in
      quoted(example.title, example.location, isAudited ? terraform { _ = example.declare(&$0) } : nil)
    }
  }

  fileprivate var facts: [String] {
    // `RawResource` itself has no Terraform type, because each raw resource has its own.
    let subjects = Set(rule.subjects.map { $0.type }).subtracting([RawResource.type]).sorted()
    let others = rule.subjects.contains { $0 == RawResource.self } ? ", and any `RawResource` of such a type" : ""
    let pages = rule.sources.filter(isPage)
    return [
      pages.isEmpty ? nil : "Documentation: \(pages.map { "<\($0)>" }.joined(separator: ", ")).",
      rule.id.formerIDs.isEmpty ? nil : "Former id: \(rule.id.formerIDs.joined(separator: ", ")).",
      subjects.isEmpty ? nil : "Checks \(subjects.joined(separator: ", "))\(others).",
      rule.isWaivable ? nil : "Cannot be waived, put into a baseline, or lowered.",
    ].compactMap(\.self)
  }

  /// The requirements behind the rule, if there are any.
  ///
  /// - Parameter title: What precedes them, such as a link to the document that has them.
  fileprivate func requirements(titled title: String) -> String {
    let requirements = rule.sources.filter { !isPage($0) }
    return requirements.isEmpty ? "" : "\n\(title): \(requirements.joined(separator: ", ")).\n"
  }

  /// What to do in Terraform, as a sentence. Where a rule has several cases, each finding says it for its own.
  fileprivate var terraformFix: String? {
    let fix = rule.terraformFix ?? fixOfExample.map { "each finding has its own, such as: \($0)" }
    return fix.map { "\($0.prefix(1).uppercased())\($0.dropFirst())." }
  }
}

/// The fix for Terraform of what a rule finds in the first of its bad examples.
private func fixOfFirstExample(of rule: any Rule.Type) -> String? {
  guard let example = rule.description.bad.first else { return nil }
  var stack = StackBuilder()
  _ = example.declare(&stack)
  let finding = rule.init().evaluate(in: DeclaredStack(stack)).findings.first
  return finding.map { $0.terraformFix ?? $0.fix }
}

private func isPage(_ source: String) -> Bool { source.hasPrefix("https://") }

/// An example in Terraform's own language; `nil` for one that declares dozens of resources in a loop, which no reader
/// would read.
private func terraform(_ declare: (inout StackBuilder) -> Void) -> String? {
  var builder = StackBuilder()
  declare(&builder)
  let stack = DeclaredStack(builder)
  return stack.declarations.count > 20 ? nil : hcl(of: stack)
}

private func quoted(
  _ title: String, _ location: SourceLocation, _ terraform: String?
) -> RulePage.QuotedExample {
  // A program may run on a machine without its sources.
  let bytes = (try? readFile(location.path)).flatMap(\.self)
  let source = bytes.flatMap { SwiftSource($0).trailingClosure(afterLine: location.line, column: location.column) }
  return RulePage.QuotedExample(
    title: title, location: location, source: source.map(withoutAddresses), terraform: terraform)
}

/// An example without the addresses that it returns to the test of its rule, where they are its last line.
func withoutAddresses(_ source: String) -> String {
  var lines = source.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  guard let last = lines.last else { return source }
  // `return [alarm.address, topic.address]`
  if last.hasPrefix("return "), !last.contains("add("), lines.count > 1 {
    lines.removeLast()
    // `let alarm = stack.add(…)`, if nothing else uses it.
    for name in Set(last.matches(of: /(\w+)\.address\b/).map { String($0.1) }) {
      let declaration = "let \(name) = stack.add("
      guard lines.reduce(0, { $0 + uses(of: name, in: $1) }) == 1,
        let line = lines.firstIndex(where: { $0.hasPrefix(declaration) })
      else { continue }
      lines[line].removeFirst("let \(name) = ".count)
    }
  } else if let match = last.wholeMatch(of: /(?:return )?\[(stack\.add\(.*\))\.address\]/),
    !match.1.contains(".address")
  {
    lines[lines.count - 1] = String(match.1)
  }
  return lines.joined(separator: "\n")
}

/// How often a line of Swift uses a constant. In a string such as `"/aws/lambda/ingest"` a name follows other characters
/// than in code.
private func uses(of name: String, in line: String) -> Int {
  line.ranges(of: name).count { range in
    let before = line[..<range.lowerBound].last
    let after = line[range.upperBound...].first
    return (before.map { " ([!".contains($0) } ?? true)
      && (after.map { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != ":" } ?? true)
  }
}

extension SourceLocation {
  /// Its file and line: relative to a directory, or else to the package that has the file.
  fileprivate func place(relativeTo directory: String) -> String {
    let file = file(relativeTo: directory)
    guard file.hasPrefix("/"), let sources = file.ranges(of: "/Sources/").last else {
      return "\(file):\(line)"
    }
    return "\(file[file.index(after: sources.lowerBound)...]):\(line)"
  }
}

extension RulePage {
  /// For a terminal.
  func text(relativeTo directory: String) -> String {
    """
    \(rule.severity.rawValue)[\(rule.id)]: \(rule.title)

    \(rule.rationale)
    \(severityInAudit)\(facts.joined(separator: "\n"))
    \(terraformFix.map { "\nfix in Terraform:\n  \($0)\n" } ?? "")\
    \(inTerraform("good", good.first))\(inTerraform("bad", bad.first))\
    \(examples("good", good, directory))\(examples("bad", bad, directory))\
    \(requirements(titled: "Requirements"))
    """
  }

  /// One example in Terraform's own language. The pages in docs/rules have all of them.
  private func inTerraform(_ kind: String, _ example: QuotedExample?) -> String {
    guard let example, let terraform = example.terraform else { return "" }
    return "\n\(kind), in Terraform: \(example.title)\n\n\(indented(terraform))"
  }

  private func indented(_ code: String) -> String {
    code.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "\n" : "    \($0)\n" }.joined()
  }

  private func examples(_ kind: String, _ examples: [QuotedExample], _ directory: String) -> String {
    examples.map { example in
      "\n\(kind), in Swift: \(example.title)\n  \(example.location.place(relativeTo: directory))\n"
        + (example.source.map { "\n\(indented($0))" } ?? "")
    }.joined()
  }

  /// For docs/rules.
  ///
  /// - Parameter requirements: The path of the document that has the requirements, if there is one.
  func markdown(requirements path: String? = nil) -> String {
    """
    \(generatedMark)
    # \(rule.id)

    **\(rule.title)** (\(severity)).

    \(rule.rationale)

    \(facts.joined(separator: "\n"))
    \(terraformFix.map { "\n## Fix in Terraform\n\n\($0)\n" } ?? "")\
    \(section("Good", good))\(section("Bad", bad))\
    \(requirements(titled: path.map { "[Requirements](\($0))" } ?? "Requirements"))
    """
  }

  /// A line where the rule has another severity in an audit.
  private var severityInAudit: String {
    rule.severityInAudit == rule.severity ? "" : "At most a \(rule.severityInAudit.rawValue) in an audit.\n"
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
          + (example.terraform.map { "\n```hcl\n\($0)\n```\n" } ?? "")
      }.joined()
  }
}

/// The first line of every generated page, which identifies pages that are left over.
private let generatedMark = "<!-- Written by `rules --write`; the words are the rule's own. -->"

/// The list of rules, with a link to each one's page.
func ruleIndex(_ rules: [RuleDescription]) -> String {
  let rows = rules.map { rule in
    let sources = rule.sources.joined(separator: ", ")
    return "| [\(rule.id)](\(rule.id).md) | \(rule.shownSeverity) | \(rule.title) | \(sources) |\n"
  }
  return """
    \(generatedMark)
    # Rules

    | rule | severity | title | sources |
    |---|---|---|---|
    \(rows.joined())
    """
}

/// The pages of all rules, and their index.
func rulePages(_ rules: [RuleDescription], in folder: String) -> [GeneratedFile] {
  let found: [UInt8]? = try? readFile("\(folder)/../requirements.md")
  let requirements: String? = found == nil ? nil : "../requirements.md"
  let index = GeneratedFile(path: "\(folder)/README.md", bytes: Array(ruleIndex(rules).utf8))
  return [index]
    + rules.map { rule in
      GeneratedFile(
        path: "\(folder)/\(rule.id).md", bytes: Array(RulePage(rule).markdown(requirements: requirements).utf8))
    }
}

/// Pages in a folder of rules that no longer exist.
func leftOverPages(besides pages: [GeneratedFile], in folder: String) throws -> [String] {
  let paths = Set(pages.map(\.path))
  return try fileNames(in: folder).sorted().map { "\(folder)/\($0)" }.filter { path in
    guard path.hasSuffix(".md"), !paths.contains(path), let bytes = try readFile(path) else { return false }
    return bytes.starts(with: Array(generatedMark.utf8))
  }
}
