import Foundation
import InfraModel
import Testing

@testable import InfraCLI

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What other programs read. Their findings are odd on purpose: every character that a format minds is in them.
@Suite struct FormatTests {
  private let odd = program(rules: [OddWords.self, NoTopics.self], at: repository)

  // MARK: SARIF

  @Test func sarifHasWhatTheStandardRequires() throws {
    let log = try sarif(odd)
    #expect(log["version"] as? String == "2.1.0")
    #expect((log["$schema"] as? String)?.hasPrefix("https://") == true)
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    #expect(driver["name"] as? String == "infra-gen")
    let rules = try #require(driver["rules"] as? [[String: Any]])
    for rule in rules {
      #expect((rule["id"] as? String)?.isEmpty == false)
      for key in ["shortDescription", "fullDescription", "help"] {
        #expect(((rule[key] as? [String: Any])?["text"] as? String)?.isEmpty == false)
      }
    }
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.count == 3)
    for result in results {
      let position = try #require(result["ruleIndex"] as? Int)
      #expect(rules[position]["id"] as? String == result["ruleId"] as? String)
      #expect(["error", "warning", "note", "none"].contains(result["level"] as? String))
      #expect(((result["message"] as? [String: Any])?["text"] as? String)?.isEmpty == false)
      let places = try #require(result["locations"] as? [[String: Any]]) + (related(result))
      for place in places {
        let physical = try #require(place["physicalLocation"] as? [String: Any])
        let uri = try #require((physical["artifactLocation"] as? [String: Any])?["uri"] as? String)
        #expect(uri == "Tests/InfraCLITests/Shop.swift")
        let region = try #require(physical["region"] as? [String: Any])
        #expect(try #require(region["startLine"] as? Int) >= 1)
        #expect(try #require(region["startColumn"] as? Int) >= 1)
      }
    }
  }

  @Test func notesAreRelatedLocations() throws {
    let results = try results(odd)
    let notes = results.flatMap(related)
    #expect(notes.count == 2)
    #expect(notes.allSatisfy { ($0["message"] as? [String: Any])?["text"] as? String == "it is \"here\"" })
  }

  @Test func fingerprintsSurviveMovedLinesAndBetterWords() throws {
    let before = try fingerprints(program(rules: [OddWords.self]))
    let after = try fingerprints(program(rules: [OddWordsLater.self]))
    #expect(before.count == 2)
    #expect(Set(before).count == 2)
    #expect(before == after)
  }

  @Test func pathOutsideOfTheWorkingDirectoryIsAWholeURI() throws {
    let location = try #require(
      (try results(program(rules: [NoTopics.self], at: "/elsewhere"))[0]["locations"] as? [[String: Any]])?.first)
    let artifact = (location["physicalLocation"] as? [String: Any])?["artifactLocation"] as? [String: Any]
    #expect((artifact?["uri"] as? String)?.hasPrefix("file:///") == true)
  }

  @Test func waivedFindingsAreInJSONAndNotInSARIF() throws {
    let waived = Program(
      stacks: [WaivedShop.self], rules: [NoTopics.self], today: "2026-11-21", workingDirectory: repository)
    #expect(try results(waived).isEmpty)
    let report = try object(waived.run(["check", "--format", "json"]).output)
    let entry = try #require((report["waived"] as? [[String: Any]])?.first)
    #expect(entry["rule"] as? String == "no-topics")
    #expect((entry["waiver"] as? [String: String]) == ["reason": "quiet", "owner": "sre", "until": "2027-01-31"])
    #expect((report["findings"] as? [Any])?.isEmpty == true)
  }

  // MARK: JUnit

  @Test func junitIsXMLThatSaysWhatFailedAndWhatWasSkipped() throws {
    let outcome = program(rules: [OddWords.self, NoTopics.self, NoQueues.self], at: repository)
      .run(["check", "--format", "junit"])
    #expect(outcome.code == .findings)
    let reader = try JUnitReader(outcome.output)
    #expect(reader.suites.map { $0["name"] } == ["shop/dev", "shop/prod"])
    for suite in reader.suites {
      let cases = reader.cases.filter { $0.suite == suite["name"] }
      #expect(suite["tests"] == "\(cases.count)")
      #expect(suite["failures"] == "\(cases.count { $0.child == "failure" })")
      #expect(suite["skipped"] == "\(cases.count { $0.child == "skipped" })")
    }
    #expect(reader.cases.filter { $0.child == "skipped" }.map(\.name) == ["no-queues", "no-queues"])
    let failure = try #require(reader.cases.first { $0.name.hasPrefix("no-topics: ") })
    #expect(failure.text.contains("topic 'alerts' rings at night"))
    let warning = try #require(reader.cases.first { $0.name.hasPrefix("odd-words: ") })
    #expect(warning.child == "system-out")
    #expect(warning.text.contains(#"100% <odd> & "quoted": a, b"#))
  }

  // MARK: GitHub

  @Test func githubCommandsAreEscaped() {
    let outcome = program(rules: [OddWords.self], at: repository).run(["check", "--format", "github"])
    let lines = outcome.annotations.lines
    #expect(lines.count == 1)
    #expect(lines[0].hasPrefix("::warning file=Tests/InfraCLITests/Shop.swift,line="))
    #expect(lines[0].contains(",title=odd-words::100%25 <odd> & \"quoted\": a, b%0D%0Anext %0Ain shop dev, prod%0A"))
    #expect(outcome.output.hasPrefix("2 resources"))
  }

  @Test func githubPropertiesEscapeWhatWouldEndThem() {
    let outcome = program(rules: [OddPlace.self], at: "/").run(["check", "--format", "github"])
    #expect(outcome.annotations.lines.contains { $0.contains("file=a%25b%3Ac%2Cd.swift,line=0,col=0,") })
  }

  // MARK: Reading

  private func sarif(_ program: Program) throws -> [String: Any] {
    try object(program.run(["check", "--format", "sarif"]).output)
  }

  private func results(_ program: Program) throws -> [[String: Any]] {
    let run = try #require((try sarif(program)["runs"] as? [[String: Any]])?.first)
    return try #require(run["results"] as? [[String: Any]])
  }

  private func fingerprints(_ program: Program) throws -> [String] {
    try results(program).map { try #require(($0["partialFingerprints"] as? [String: String])?["infraGenFinding/v1"]) }
  }

  private func related(_ result: [String: Any]) -> [[String: Any]] {
    result["relatedLocations"] as? [[String: Any]] ?? []
  }
}

func object(_ json: String) throws -> [String: Any] {
  try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
}

let repository = String(#filePath.dropLast("/Tests/InfraCLITests/FormatTests.swift".count))

private func program(rules: [any Rule.Type], at directory: String = "/") -> Program {
  Program(stacks: [Shop.self], rules: rules, today: "2026-11-21", workingDirectory: directory)
}

private struct OddWords: Rule {
  static let description = RuleDescription(
    id: "odd-words", title: "Words are plain", rationale: "R.", sources: ["US10"], severity: .warning, good: [],
    bad: [])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.declared(Topic.self).map { topic in
      finding(
        on: topic, "100% <odd> & \"quoted\": a, b\r\nnext ", fix: "f",
        notes: [Finding.Note(at: topic.location, "it is \"here\"")])
    }
  }
}

/// The same rule after the file has grown and the words have improved.
private struct OddWordsLater: Rule {
  static let description = OddWords.description

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.declared(Topic.self).map { topic in
      finding(on: topic, "better words", fix: "g")
    }
  }
}

private struct OddPlace: Rule {
  static let description = RuleDescription(
    id: "odd-place", title: "T", rationale: "R.", sources: ["US10"], good: [], bad: [])

  func findings(in stack: DeclaredStack) -> [Finding] {
    var builder = StackBuilder()
    let topic = builder.add(Topic("alerts"), fileID: "M/a.swift", path: "/a%b:c,d.swift", line: 0, column: 0)
    return [finding(on: topic, "m", fix: "f")]
  }
}

private struct NoQueues: Rule {
  static let description = RuleDescription(
    id: "no-queues", title: "T", rationale: "R.", sources: ["US10"], subjects: [Queue.self], good: [], bad: [])

  func findings(in stack: DeclaredStack) -> [Finding] { [] }
}

private struct WaivedShop: Stack {
  static let name = "waived"
  let environment: Shop.Environment
  var region: Region { .usEast1 }

  func declare(in stack: inout StackBuilder) {
    stack.add(
      Topic("alerts"), waiving: [Waiver("no-topics", reason: "quiet", owner: "sre", until: "2027-01-31")])
  }
}

/// The parts of a JUnit report that CI systems look at, read with a real parser.
private final class JUnitReader: NSObject, XMLParserDelegate {
  struct Case {
    let suite: String
    let name: String
    var child: String?
    var text = ""
  }

  private(set) var suites: [[String: String]] = []
  private(set) var cases: [Case] = []

  init(_ xml: String) throws {
    super.init()
    let parser = XMLParser(data: Data(xml.utf8))
    parser.delegate = self
    let isRead = parser.parse()
    try #require(isRead, "\(parser.parserError.map(String.init(describing:)) ?? "")")
  }

  func parser(
    _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    switch element {
    case "testsuites": break
    case "testsuite": suites.append(attributes)
    case "testcase": cases.append(Case(suite: attributes["classname"] ?? "", name: attributes["name"] ?? ""))
    default: cases[cases.count - 1].child = element
    }
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if !cases.isEmpty { cases[cases.count - 1].text += text }
  }
}
