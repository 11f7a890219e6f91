import Foundation
import Testing

/// What is true of a type stands with the type, in Sources/AWSModel/Resources, and tables by type are derived from it.
@Suite struct FactTableTests {
  /// Dictionaries by type that are not facts of AWS, or that a test compares with their source.
  private let exceptions: [String: String] = [
    "Sources/InfraCLI/Changes/SensitiveArguments.swift":
      "what provider 5.100 marks as sensitive, which test_provider_schema.py compares with it",
    "Sources/StackAnalysis/Alarms/MetricBounds.swift":
      "the two types of integrations, whose APIs and waits no other rule asks for",
  ]

  @Test("No table outside a type's own file is by resource type")
  func tablesAreDerived() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardizedFileURL
    let sources = root.appending(path: "Sources")
    let files = try #require(FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    let key = try Regex(#"(?:^|[\[,{(\s])(?:"aws_[a-z0-9_]+"|[A-Z][A-Za-z]+\.type)\s*:\s"#)
    var found: Set<String> = []
    for case let file as URL in files where file.pathExtension == "swift" {
      let path = String(file.standardizedFileURL.path.dropFirst(root.path.count + 1))
      guard !path.hasPrefix("Sources/AWSModel/Resources/") else { continue }
      for (index, line) in try String(contentsOf: file, encoding: .utf8).split(
        separator: "\n", omittingEmptySubsequences: false
      ).enumerated() {
        let code = line.drop { $0 == " " }
        if code.hasPrefix("//") || code.hasPrefix("case ") || line.firstMatch(of: key) == nil { continue }
        found.insert(path)
        #expect(exceptions[path] != nil, "\(path):\(index + 1) is a table by type: make it a fact of the type")
      }
    }
    #expect(Set(exceptions.keys) == found, "an exception that nothing needs")
  }
}
