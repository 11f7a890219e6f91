import Foundation
import InfraModel
import Testing

@testable import InfraCLI

@Suite struct BaselineTests {
  @Test func whatWasThereBeforePassesOnceItIsWrittenDown() throws {
    try withFolder { folder in
      let file = "\(folder)/baseline.json"
      let written = program(rules: [NoTopics.self]).run(["check", "--write-baseline", file])
      #expect(written.code == .success)
      #expect(written.log == "\(file) has 1 finding\n")
      let outcome = program(rules: [NoTopics.self]).run(["check", "--baseline", file])
      #expect(outcome.code == .success)
      #expect(outcome.output == "2 resources in 2 environments, 1 rule: 1 in the baseline; next: infra-gen synth\n")
    }
  }

  @Test func fileHoldsNoLineNoPathAndNoMessage() throws {
    try withFolder { folder in
      let file = "\(folder)/baseline.json"
      _ = program(rules: [NoTopics.self]).run(["check", "--write-baseline", file])
      let content = try String(contentsOfFile: file, encoding: .utf8)
      #expect(
        content == """
          {
            "findings": [
              {
                "address": "aws_sns_topic.alerts",
                "discriminator": "",
                "environment": "prod",
                "rule": "no-topics",
                "stack": "shop"
              }
            ],
            "schemaVersion": 1
          }

          """)
    }
  }

  @Test func entryThatIsNoLongerFoundIsAWarningAndAnErrorWhenStrict() throws {
    try withFolder { folder in
      let file = "\(folder)/baseline.json"
      _ = program(rules: [NoTopics.self]).run(["check", "--write-baseline", file])
      let outcome = program().run(["check", "--baseline", file])
      #expect(outcome.code == .success)
      #expect(outcome.output.hasPrefix("warning[baseline-stale] not met: "))
      #expect(outcome.output.contains("\n  \(file.dropFirst()):1:1: the baseline lists "))
      #expect(outcome.output.contains("'no-topics shop/prod aws_sns_topic.alerts'"))
      #expect(!outcome.output.contains("waive"))
      #expect(program().run(["check", "--baseline", file, "--strict"]).code == .findings)
    }
  }

  @Test(arguments: [
    ("", "line 1, column 1"), ("not json", "line 1, column 1"), ("{\"schemaVersion\": 1, \"fin", "line 1, column 22"),
    ("[]", "it is not an object"), ("{}", "`schemaVersion` is not 1"), ("{\"schemaVersion\": 2}", "`schemaVersion`"),
    ("{\"schemaVersion\": 1}", "`findings` is not a list"), ("{\"schemaVersion\": 1, \"findings\": {}}", "not a list"),
    ("{\"schemaVersion\": 1, \"findings\": [7]}", "`rule` of finding 1 is not a string"),
    ("{\"schemaVersion\": 1, \"findings\": [{\"rule\": null}]}", "`rule` of finding 1 is not a string"),
    ("{\"schemaVersion\": 1, \"findings\": [{\"rule\": \"a\", \"stack\": \"b\"}]}", "`environment` of finding 1"),
  ])
  func fileThatIsNoBaselineIsExplained(_ content: String, _ reason: String) throws {
    try withFolder { folder in
      let file = "\(folder)/baseline.json"
      try Data(content.utf8).write(to: URL(fileURLWithPath: file))
      let outcome = program().run(["check", "--baseline", file])
      #expect(outcome.code == .badInput)
      #expect(outcome.output.isEmpty)
      #expect(outcome.log.contains(reason))
      #expect(outcome.log.hasPrefix("error: '\(file)' is not a baseline: "))
    }
  }

  @Test func missingFileIsExplained() {
    let outcome = program().run(["check", "--baseline", "/nowhere/baseline.json"])
    #expect(outcome.code == .inputOutput)
    #expect(outcome.log.contains("there is no such file"))
  }

  @Test("An entry that names a former rule id is one of the rule of today")
  func formerRuleIDsAreRead() throws {
    let entry = """
      {"rule": "logs-expire", "stack": "shop", "environment": "prod", "address": "a.b", "discriminator": ""}
      """
    let file = #"{"schemaVersion": 1, "findings": [\#(entry)]}"#
    let read = try baseline(reading: Array(file.utf8), from: "baseline.json", in: "/")
    #expect(read.entries.map(\.rule) == [.logRetention])
  }

  @Test func baselineOfAPartWouldForgetTheRest() {
    let outcome = program().run(["check", "--write-baseline", "/nowhere/baseline.json", "--env", "dev"])
    #expect(outcome.code == .usage)
    #expect(outcome.log.contains("remove '--stack', '--env'"))
  }
}
