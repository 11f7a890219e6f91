import InfraModel

/// `docs/requirements.md`: every requirement with its answers.
enum RequirementsDocument {
  static let path = "docs/requirements.md"

  static func text(of chapters: [Chapter]) -> String {
    var text = """
      # What the documents ask for, and where it is

      Five documents ask for observability of five systems, and some of what they say does not hold of AWS (T1 to T46).
      Here is each requirement, in our own words, with its answer. This file is written by
      `RECORD=1 swift test --filter Requirements` from the tables in `Tests/RequirementsTests/Rows`; a test fails where a
      row has no answer, or one that no longer exists. The last column says what breaks the requirement and what finds that: a
      test breaks each one in memory and runs the rule.

      """
    for chapter in chapters {
      text += "\n## \(chapter.title)\n\n| id | what is asked | answer | broken by |\n|---|---|---|---|\n"
      for requirement in chapter.requirements {
        let answers = requirement.answers.map(text(of:)).joined(separator: "<br>")
        text += "| \(requirement.id) | \(requirement.words) | \(answers) | \(proofs(of: requirement)) |\n"
      }
    }
    return text
  }

  /// What breaks the requirement, with the rule that finds it; where no rule is named, the test of the value does.
  private static func proofs(of requirement: Requirement) -> String {
    let found = breakages[requirement.id, default: []].map { "\($0.words): rule \(link($0.rule))" }
    let expected = expectations[requirement.id, default: []].map { "\($0.words): expectation" }
    let applied = heldByTerraform[requirement.id].map { ["[end-to-end test](../\($0))"] } ?? []
    return (found + expected + applied).joined(separator: "<br>")
  }

  private static func text(of answer: Answer) -> String {
    switch answer {
    case .declared(let system, let addresses): declared(addresses, by: system)
    case .rule(let id): "rule \(link(id))"
    case .library(let symbol, let file): "[\(symbol)](../\(file)) of the library"
    case .guide(let words, let file): "[\(words)](../\(file))"
    case .code(let words, let file):
      "[\(name(of: file))](../\(file)): \(words.map { "`\($0)`" }.joined(separator: ", "))"
    case .impossible(let reason): "cannot be met: \(reason)"
    case .application(let reason): "the application's: \(reason)"
    case .estimated(let system): "[new estimate](costs.md#\(system.rawValue)), next to the document's figures"
    }
  }

  /// One link for each file, with the symbols in it.
  private static func declared(_ addresses: [String], by system: SystemName) -> String {
    var byFile: [(file: String, symbols: [String])] = []
    for address in addresses {
      let place = DeclaredPlaces.all[system, address]
      let (file, symbol) = (place?.file ?? "nowhere", place?.symbol ?? address)
      if let index = byFile.firstIndex(where: { $0.file == file }) {
        if !byFile[index].symbols.contains(symbol) { byFile[index].symbols.append(symbol) }
      } else {
        byFile.append((file, [symbol]))
      }
    }
    return byFile.map { file, symbols in
      let name = file.split(separator: "/").dropFirst().joined(separator: "/")
      return "[\(name)](../\(file)): \(symbols.map { "`\($0)`" }.joined(separator: ", "))"
    }.joined(separator: "<br>")
  }

  private static func name(of file: String) -> String {
    file.split(separator: "/").last.map(String.init) ?? file
  }

  private static func link(_ id: RuleID) -> String {
    let rule = Policy.standardRules.first { $0.description.id == id }
    // A rule's examples are in its file.
    let file = rule?.description.bad.first.map { Repository.relative($0.location.path) }
    return "[\(id)](../\(file ?? "nowhere"))"
  }
}
