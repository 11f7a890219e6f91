import Foundation
import InfraModel
import Testing

/// What the documents point at is there.
@Suite struct DocumentTests {
  @Test(arguments: try documents()) func everyLinkLeadsToAFile(_ document: String) throws {
    let text = try String(contentsOfFile: "\(repository)/\(document)", encoding: .utf8)
    let folder = (document as NSString).deletingLastPathComponent
    for link in text.matches(of: /(?:\]\(|src="|srcset=")([^)"# ]+)/).map({ String($0.1) }) where !link.contains("://")
    {
      let path = ["\(repository)", folder, link].filter { !$0.isEmpty }.joined(separator: "/")
      #expect(FileManager.default.fileExists(atPath: path), "\(document): \(link)")
    }
  }

  @Test("README and the guides count the rules, and those that an audit leaves out, as they are")
  func rulesAreCounted() throws {
    let rules = Policy.standardRules.map { $0.description }
    let left = rules.count { $0.reasonNotAudited != nil }
    let readme = try words(of: "README.md")
    #expect(
      readme.contains("An audit evaluates \(rules.count - left) of the \(rules.count) rules; the other \(left) need"))
    for document in try documents() {
      for count in try words(of: document).matches(of: /(\d+) rules not evaluated/) {
        #expect(Int(count.1) == left, "\(document)")
      }
    }
  }

  private func words(of document: String) throws -> String {
    try String(contentsOfFile: "\(repository)/\(document)", encoding: .utf8).split { $0.isWhitespace }
      .joined(separator: " ")
  }

  /// `<Type>` and the like stand for what somebody adds.
  @Test func everyFileThatTheHouseNamesIsThere() throws {
    let text = try String(contentsOfFile: "\(repository)/docs/architecture.md", encoding: .utf8)
    let paths = text.matches(of: /`((?:Sources|Tests|docs|out|Scripts|stacks|Benchmarks)\/[^`]*)`/).map { String($0.1) }
    #expect(paths.count > 10)
    for path in paths {
      let known = path.prefix { $0 != "<" }
      let folder = known == path ? String(known) : (String(known) as NSString).deletingLastPathComponent
      #expect(FileManager.default.fileExists(atPath: "\(repository)/\(folder)"), "\(path)")
    }
  }

  @Test func everyRoomOfTheModelIsInTheHouse() throws {
    let text = try String(contentsOfFile: "\(repository)/docs/architecture.md", encoding: .utf8)
    for module in ["TerraformModel", "AWSModel", "PolicyEngine", "StackAnalysis", "AWSRules"] {
      let rooms = try FileManager.default.contentsOfDirectory(atPath: "\(repository)/Sources/\(module)")
      #expect(text.contains("`\(module)`"), "\(module)")
      for room in rooms where !room.contains(".") { #expect(text.contains("`\(room)`"), "\(module)/\(room)") }
    }
  }
}

/// README and what is below docs, but for the rules' pages, which are written from the rules.
private func documents() throws -> [String] {
  let below = try FileManager.default.subpathsOfDirectory(atPath: "\(repository)/docs")
  return ["README.md"] + below.filter { $0.hasSuffix(".md") && !$0.hasPrefix("rules/") }.sorted().map { "docs/\($0)" }
}
