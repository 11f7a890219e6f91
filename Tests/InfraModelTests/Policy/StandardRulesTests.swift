import Foundation
import InfraModel
import Testing

@Suite struct StandardRulesTests {
  @Test func everyRuleFileIsInTheListAndNamedForItsRule() throws {
    let listed = Policy.standardRules.map { String(describing: $0) }
    // Beside the rules of a folder may be what they share. The list and the engine's own rules are in no folder.
    let files = try FileManager.default.subpathsOfDirectory(atPath: ruleDirectory).filter { path in
      guard path.contains("/"), path.hasSuffix(".swift") else { return false }
      return try String(contentsOfFile: "\(ruleDirectory)/\(path)", encoding: .utf8).contains("RuleDescription(")
    }
    #expect(listed.sorted() == files.map { URL(filePath: $0).deletingPathExtension().lastPathComponent }.sorted())
  }

  @Test func idsAreUnique() {
    // A closure: a key path through a metatype crashes Swift 6.3.
    let ids = Policy.standardRules.map { $0.description.id }
    #expect(Set(ids).count == ids.count)
  }

  @Test(arguments: Policy.standardRules.map { Described(rule: $0) })
  func ruleIsDescribed(_ described: Described) {
    let description = described.rule.description
    let id = description.id.rawValue
    #expect(id.wholeMatch(of: /[a-z][a-z0-9]*(-[a-z0-9]+)*/) != nil)
    // A public type has the name of one rule.
    let name = String(describing: described.rule).lowercased()
    #expect(name == id.replacing("-", with: "") || name == id.replacing("-", with: "") + "rule")
    #expect(!description.sources.isEmpty)
    let source = /(FR|US|SC|AC|S|T)[-0-9.ab]+|https:\/\/\S+/
    #expect(description.sources.allSatisfy { $0.wholeMatch(of: source) != nil })
    #expect(!description.good.isEmpty)
    #expect(!description.bad.isEmpty)
    #expect(description.title.first?.isUppercase == true && description.title.last != ".")
    #expect(description.rationale.first?.isUppercase == true && description.rationale.last == ".")
    let titles = description.good.map(\.title) + description.bad.map(\.title)
    #expect(Set(titles).count == titles.count)
  }
}

struct Described: Sendable, CustomTestStringConvertible {
  let rule: any Rule.Type
  var testDescription: String { rule.description.id.rawValue }
}

private let ruleDirectory = URL(filePath: #filePath).deletingLastPathComponent()
  .appending(path: "../../../Sources/AWSRules").standardized.path
