import Foundation
import InfraModel
import Stacks
import TFEmit
import Testing

@testable import InfraCLI

@Suite struct CoverageCommandTests {
  @Test func eachKindHasATableAndTheCountsAreAtTheEnd() {
    let outcome = run(["coverage"]) { stack in
      stack.add(Topic("alerts"))
      stack.add(Queue("orders", retention: .seconds(60)))
    }
    #expect(
      outcome.output == """
        topic                 error alarm  tracing  DLQ  dashboard  alarm notifies
        aws_sns_topic.alerts  no           no       -    no         no
        total                 0 of 1       0 of 1   -    0 of 1     0 of 1

        queue                 age alarm  backlog alarm  DLQ     dashboard  alarm notifies
        aws_sqs_queue.orders  no         no             no      no         no
        total                 0 of 1     0 of 1         0 of 1  0 of 1     0 of 1

        changing/prod: 2 resources: 0 yes, 9 no, 0 unknown

        """)
    #expect(outcome.code == .success)
  }

  @Test func markdownHoldsWhateverNameThereIs() {
    #expect(markdownCode("a`b") == "`` a`b ``")
    #expect(markdownCode("a") == "`a`")
    #expect(markdownTable([["a"], ["x|y"]]) == "| a |\n| --- |\n| x\\|y |\n")
    #expect(markdownTable([["a"], ["x\ny<b>"]]) == "| a |\n| --- |\n| x y&lt;b> |\n")
    let output = run(["coverage", "--format", "markdown"]) { $0.add(Topic("alerts")) }.output
    #expect(output.contains("| `aws_sns_topic.alerts` | no | no | - | no | no |\n| total |"))
    #expect(output.hasPrefix("## `changing/prod`\n\n| topic | error alarm |"))
  }

  @Test func whatIsLostComesFirstAndIsNoFailureUnlessAskedFor() throws {
    try withFolder { folder in
      let arguments = ["--out", "\(folder)/out"]
      try commit(folder) { stack in
        let queue = stack.add(Queue("orders", retention: .seconds(60)))
        stack.add(Topic("alerts"))
        stack.add(Topic("bells"))
        stack.add(alarm(on: queue.waitingMessages))
      }
      let declare: @Sendable (inout StackBuilder) -> Void = { stack in
        let queue = stack.add(Queue("orders", retention: .seconds(60)))
        stack.add(Topic("chimes").renamed(from: "alerts"))
        stack.add(Table("items", partitionKey: .string("id"), deletionProtection: false))
        stack.add(alarm(on: queue.oldestMessageAge))
      }
      let outcome = run(["coverage", "--against", "HEAD"] + arguments, declare)
      #expect(
        outcome.output == """
          changing/prod: 1 lost, 1 removed, 1 gained, 1 new
            ! lost: aws_sqs_queue.orders: backlog alarm
            - removed: aws_sns_topic.bells: without coverage
            + gained: aws_sqs_queue.orders: age alarm
            * new: aws_dynamodb_table.items: without coverage

          """)
      #expect(outcome.code == .success)
      #expect(run(["coverage", "--against", "HEAD", "--fail-on-loss"] + arguments, declare).code == .differences)
      let markdown = run(["coverage", "--against", "HEAD", "--format", "markdown"] + arguments, declare).output
      #expect(markdown.contains("| lost | `aws_sqs_queue.orders` | backlog alarm |\n"))
      let json = try JSON(
        reading: Array(run(["coverage", "--against", "HEAD", "--format", "json"] + arguments, declare).output.utf8))
      #expect(json["schemaVersion"]?.integer == 2 && json["stacks"]?.array?.first?["undetermined"]?.array == [])
      #expect(json["stacks"]?.array?.first?["lost"]?.array?.map { $0["watch"]?.string } == ["backlog alarm"])
    }
  }

  @Test func nothingIsLostWhereNothingChanges() throws {
    try withFolder { folder in
      let declare: @Sendable (inout StackBuilder) -> Void = { $0.add(Topic("alerts")) }
      try commit(folder, declare)
      let outcome = run(["coverage", "--against", "HEAD", "--fail-on-loss", "--out", "\(folder)/out"], declare)
      #expect(outcome.output == "nothing was lost or gained since HEAD\n")
      #expect(outcome.code == .success)
      let unknown = run(["coverage", "--against", "nonsense", "--out", "\(folder)/out"], declare)
      #expect(unknown.code == .badInput)
      #expect(run(["coverage", "--fail-on-loss"], declare).code == .usage)
    }
  }

  /// What is written says of each of our systems what its Swift says, or that it cannot be told; never another thing.
  @Test func readingBackNeitherLosesNorGains() throws {
    let program = Program(
      stacks: stacks, rules: Policy.standardRules, today: "2026-11-21", workingDirectory: "/")
    let selection = Selection(try ArgumentParser([], of: "coverage", options: Selection.options))
    var told = 0
    for validated in try PolicyReports(of: selection, in: program).reports.compactMap(\.validated) {
      let folder = GeneratedFolder(of: validated)
      let place = SourceLocation(fileID: "main", path: "main", line: 1, column: 1)
      let written = try configuration(folder.sources, of: folder.identity).stack(folder.identity, at: place)
      let declared = Coverage(of: validated.stack)
      let changes = CoverageChanges(from: Coverage(of: written), to: declared)
      #expect(changes.lost.isEmpty && changes.gained.isEmpty, "\(folder.identity): \(changes.lost) \(changes.gained)")
      #expect(changes.added.isEmpty && changes.removed.isEmpty)
      told += declared.rows.reduce(0) { $0 + $1.cells.count } - changes.untold.count
      // Little may stay untold, or the comparison would be worth nothing.
      #expect(changes.untold.count <= 10, "\(folder.identity): \(changes.untold)")
    }
    #expect(told > 500)
  }
}

private func alarm(on metric: Metric) -> MetricAlarm {
  MetricAlarm(
    "waiting", when: metric, .maximum, threshold: .above(0), period: .minutes(5), evaluation: .once,
    missingData: .notBreaching,
    notify: [])
}
