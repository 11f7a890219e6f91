import Foundation
import InfraModel
import Stacks
import Testing

@testable import InfraCLI

/// What the page says; how it looks and works is tested in a browser, by `Tests/ReportTests`.
@Suite struct ReportPageTests {
  @Test func nobodysNamesBecomeMarkup() {
    let page = Program(stacks: [HostileNames.self], rules: [], today: "2026-11-21", workingDirectory: "/")
      .run(["report"]).output
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;"))
    #expect(page.components(separatedBy: "<script").count == 2, "our own script, and no other")
    #expect(!page.contains("alert(1)</script>"))
    #expect(
      Markup.element("a", ["href": "\"><b>"], "'&'").file == "<a href=\"&quot;&gt;&lt;b&gt;\">&#39;&amp;&#39;</a>\n")
  }

  /// A page that may load nothing, and run and look like nothing but what stands in it.
  @Test func thePolicyNamesWhatStandsInThePage() {
    #expect(page.contains("default-src &#39;none&#39;; style-src &#39;\(Asset.pageStyle.digest)&#39;"))
    #expect(page.contains("<style>\(Asset.pageStyle.text)</style>"))
    #expect(page.contains("<script>\(Asset.pageScript.text)</script>"))
    // By `openssl dgst -sha256 -binary | base64` of the three bytes `abc`.
    #expect(base64(sha256(Array("abc".utf8))) == "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=")
    for forbidden in ["http://", "https://", " src=", "@import", "url("] {
      let own = Asset.pageStyle.text + Asset.pageScript.text
      #expect(!own.contains(forbidden))
    }
    #expect(!page.contains(" style=\""), "the policy would not let it have an effect")
  }

  @Test func numbersAreThoseOfTheOtherCommands() throws {
    let stacks = stacks.flatMap { $0.graphs }
    for graph in stacks {
      let arguments = ["--stack", graph.stack.stack, "--env", graph.stack.environment]
      let page = program.run(["report"] + arguments).output
      let check = try #require(
        JSONSerialization.jsonObject(with: Data(program.run(["check", "--format", "json"] + arguments).output.utf8))
          as? [String: Any])
      let findings = try #require(check["findings"] as? [Any])
      #expect(page.components(separatedBy: "<li data-severity=").count - 1 == findings.count)
      #expect(page.contains("\(graph.hops.count { $0.visibility == .traced }) of \(graph.hops.count)"))

      let declared = try #require(Stacks.stacks.flatMap { $0.declared }.first { $0.identity == graph.stack })
      let coverage = Coverage(of: declared)
      #expect(page.contains("<p>\(CoverageTables(coverage: coverage).summary).</p>"))
      for kind in Coverage.Kind.allCases {
        let caption = page.contains("<caption>What watches each \(kind.rawValue)</caption>")
        #expect(caption == !coverage.rows(of: kind).isEmpty, "\(kind)")
      }
      let answers = coverage.rows.flatMap(\.cells.values)
      for answer in Coverage.Answer.allCases {
        let shown = page.components(separatedBy: "class=\"answer \(answer)\"").count - 1
        #expect(shown == answers.count { $0 == answer }, "\(answer)")
      }

      let cost = program.run(["cost", "--all"] + arguments).output
      let total = try #require(cost.split(separator: "\n").first?.split(separator: ": ").last)
      #expect(page.contains("Total: \(escaped(String(total)))."))
    }
  }

  @Test func everyAlarmIsThereWithWhoHearsIt() throws {
    let stack = try sentimentAnalyzer()
    let lines = stack.alarmLines
    #expect(
      lines.map(\.name).sorted()
        == stack.drills.compactMap { stack.declaration(at: $0.address)?.resource.name }.sorted())
    let slow = try #require(lines.first { $0.name == "analysis-slow" })
    #expect(slow.condition == "p95 of Duration above 10,000 ms, 3 of 5 × 5 min")
    #expect(slow.hearers == ["on-call@example.com"])
    #expect(slow.silence == "not breaching")
  }

  @Test func whatNobodyHearsIsSaid() {
    let line = DeclaredStack(Unheard(environment: .dev)).alarmLines
    #expect(line.map(\.hearers) == [[]])
    let page = Program(stacks: [Unheard.self], rules: [], today: "2026-11-21", workingDirectory: "/")
      .run(["report"]).output
    #expect(page.contains("1, 1 without a subscriber"))
  }

  @Test func thePageIsTheSameOnEveryMachine() {
    #expect(program.run(["report"]).output == program.run(["report"]).output)
    #expect(page.contains("stacks/SentimentAnalyzer/"))
    #expect(!page.contains(repository), "paths are relative to where the command is run")
  }

  @Test(arguments: [
    (45_000.0, "45,000"), (0.05, "0.05"), (1_234_567.5, "1,234,567.5"), (-1_000, "-1,000"), (999, "999"),
  ])
  func numbersAreGroupedByThousands(_ number: Double, _ text: String) {
    #expect(plainNumber(number) == text)
  }

  private var program: Program {
    Program(
      stacks: stacks, rules: Policy.standardRules, today: "2026-11-21", workingDirectory: repository)
  }
  private var page: String { program.run(["report"]).output }
  private let repository = String(#filePath.dropLast("/Tests/InfraCLITests/Page/ReportPageTests.swift".count))

  private func escaped(_ text: String) -> String {
    text.replacingOccurrences(of: "<", with: "&lt;")
  }
}

/// An alarm whose topic has no subscriber.
private struct Unheard: Stack {
  enum Environment: String, StackEnvironment {
    case dev
    var isProduction: Bool { false }
  }

  static let name = "unheard"
  let environment: Environment
  var region: Region { .usEast1 }

  func declare(in stack: inout StackBuilder) {
    let topic = stack.add(Topic("alerts"))
    stack.add(
      MetricAlarm(
        "failures", when: Metric("Failures", in: "Shop", missingDataMeaning: .noEvents), .sum, threshold: .above(0),
        evaluation: .once,
        missingData: .notBreaching, notify: [topic.arn]))
  }
}
