import Foundation
import Testing

/// The words that docs/glossary.md and the writing rules replace. Everything that users may read is held to them: sources
/// with their doc comments, stacks, docs and the README.
@Suite struct VocabularyTests {
  private static let replaced: [(pattern: String, write: String)] = [
    (#"\b(mend|mends|mended|mending)\b"#, "fix"),
    (#"\bnought\b"#, "zero"),
    (#"\bfor ever\b"#, "indefinitely"),
    (#"\breckon(s|ed|ing)?\b"#, "estimate"),
    (#"\b(nobody|somebody|whoever)('s)?\b"#, "the actor: no subscriber, a caller, the author of the stack"),
    (#"\b(an|while an|any|no) errors? stands?\b"#, "errors remain"),
    (#"\bwithout a word\b|\bin silence\b"#, "silently"),
    (#"\bha(s|ve) (a|its|their) say\b"#, "takes effect, overrides"),
    (#"\btells nobody\b|\bwho hears\b"#, "notifies, has no subscriber"),
    (#"\blets? (it|them|the \w+|\w+) in\b|\bshuts? out strangers\b"#, "allows, is not public"),
    (#"\bneeds leave\b|\bleave (of each|to use|for)\b"#, "permission"),
    (#"\bacts? for somebody\b"#, "confused deputy"),
    (#"\b(keeps|kept) letters\b"#, "dead-letter queue"),
    (#"\bway of a request\b"#, "request path"),
    (#"\bhad nothing to look at\b|\bnothing found\b"#, "not applicable, no findings"),
    (#"\btake warnings for errors\b"#, "treat warnings as errors"),
    (#"\bas they were\b|\bis what the stacks say\b"#, "unchanged, is up to date"),
    (#"\bour own fault\b"#, "internal error"),
    (#"\b(for )?telephones?\b"#, "for mobile, phone"),
    (#"\bquestion does not arise\b"#, "not applicable"),
    (#"\bhouse, room by room\b"#, "architecture"),
    (#"\baws-facts \d"#, "a link to AWS's documentation"),
  ]

  @Test("No text that users read has a word that the vocabulary replaces")
  func textsUseTheFieldsWords() throws {
    let patterns = try Self.replaced.map { (try Regex($0.pattern).ignoresCase(), $0.write) }
    var found: [String] = []
    for file in try Self.files() {
      let text = try String(contentsOf: Self.repository.appending(path: file), encoding: .utf8)
      for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        // Former rule ids keep their words.
        guard !file.hasSuffix("/FormerRuleIDs.swift"), !line.hasPrefix("Former id: ") else { continue }
        for (pattern, write) in patterns {
          guard let match = line.firstMatch(of: pattern) else { continue }
          found.append("\(file):\(number + 1): '\(line[match.range])'; write: \(write)")
        }
      }
    }
    #expect(found.isEmpty, "\(found.count) places\n\(found.joined(separator: "\n"))")
  }

  @Test(
    "Each pattern finds the word that it is for",
    arguments: [
      "someone could mend it", "nobody is told", "nothing is written while an error stands", "goes on without a word",
      "the queue lets the rule in", "Asked for by aws-facts 1.8", "nothing found",
    ])
  func patternsFind(_ text: String) throws {
    #expect(try Self.replaced.contains { text.contains(try Regex($0.pattern).ignoresCase()) })
  }

  private static func files() throws -> [String] {
    let folders = ["Sources", "stacks", "docs"]
    let inFolders = try folders.flatMap { folder in
      try FileManager.default.subpathsOfDirectory(atPath: repository.appending(path: folder).path)
        .filter { $0.hasSuffix(".swift") || $0.hasSuffix(".md") }.map { "\(folder)/\($0)" }
        // Names of the provider's, and many of them.
        .filter { !$0.hasSuffix("/PackedAWS.swift") }
    }
    return (["README.md", "SECURITY.md"] + inFolders).sorted()
  }

  private static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
}
