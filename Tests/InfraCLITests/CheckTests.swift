import Foundation
import InfraModel
import Testing

@testable import InfraCLI

@Suite struct CheckTests {
  @Test func findingSaysWhereWhyAndWhatToDo() throws {
    let outcome = program(rules: [NoTopics.self]).run(["check"])
    #expect(outcome.code == .findings)
    var lines = outcome.output.split(separator: "\n").map(String.init)
    try #require(lines.count > 2)
    #expect(lines.remove(at: 2).hasSuffix("Shop.swift:18:14: topic 'alerts' rings at night (shop prod)"))
    #expect(
      lines == [
        "error[no-topics] not met: \(NoTopics.description.title)",
        "  why  They ring at night.",
        "  fix  take it out",
        #"  waive  waiving: [Waiver("no-topics", reason: "…", owner: "…", until: "yyyy-mm-dd")]"#,
        "2 resources in 2 environments, 1 rule: 1 error; next: fix them, then infra-gen check",
      ])
  }

  @Test func stackWithoutFindingsPasses() {
    let outcome = program(rules: [NoTopics.self]).run(["check", "--env", "dev"])
    #expect(outcome.code == .success)
    #expect(outcome.output == "1 resource in 1 environment, 1 rule: no findings; next: infra-gen synth\n")
  }

  @Test func jsonHasTheFieldsScriptsRelyOn() throws {
    struct Report: Decodable, Equatable {
      struct Finding: Decodable, Equatable {
        let rule, severity, stack, environment, address, file, message, fix: String
        let line: Int
      }
      let schemaVersion: Int
      let examined: Int
      let findings: [Finding]
    }
    let outcome = program(rules: [NoTopics.self]).run(["check", "--format", "json"])
    let report = try JSONDecoder().decode(Report.self, from: Data(outcome.output.utf8))
    let finding = try #require(report.findings.first)
    #expect(report.schemaVersion == 1)
    #expect(report.examined == 2)
    #expect(report.findings.count == 1)
    #expect(finding.rule == "no-topics")
    #expect(finding.severity == "error")
    #expect(finding.environment == "prod")
    #expect(finding.address == "aws_sns_topic.alerts")
    #expect(finding.file.hasSuffix("Tests/InfraCLITests/Shop.swift"))
    #expect(finding.line == 18)
  }

  @Test(arguments: [("2026-11-21", true), ("2026-11-20", false), ("2027-1-1", false), ("soon", false), ("", false)])
  func waiverHoldsUntilItsLastDay(_ until: String, _ holds: Bool) {
    struct Waived: Stack {
      static let name = "waived"
      let environment: Shop.Environment
      var region: Region { .usEast1 }
      func declare(in stack: inout StackBuilder) {
        stack.add(
          Topic("alerts"), waiving: [Waiver("no-topics", reason: "quiet", owner: "sre", until: Until.date.value)])
      }
    }
    let outcome = Until.$date.withValue(Until(value: until)) {
      Program(stacks: [Waived.self], rules: [NoTopics.self], today: "2026-11-21", workingDirectory: "/").run(["check"])
    }
    #expect((outcome.code == .success) == holds)
    #expect(outcome.output.contains("1 waived") == holds)
  }

  private struct Until {
    @TaskLocal static var date = Until(value: "")
    let value: String
  }
}
