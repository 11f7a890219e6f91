import Foundation
import InfraModel
import TFEmit
import Testing

/// What the real terraform makes of one configuration after another.
@Suite struct SuccessiveTests {
  @Test("Renamed resources are moved and never destroyed", .ifTheMachineCan) func renaming() async throws {
    try await apply(
      { stack in
        stack.add(Topic("alerts"))
        stack.add(Queue("jobs", retention: .seconds(60)))
      },
      then: { stack in
        stack.add(Topic("bells").renamed(from: "alerts"))
        stack.add(Queue("work", retention: .seconds(60)).renamed(from: "jobs"))
      }, moving: ["aws_sns_topic.alerts=aws_sns_topic.bells", "aws_sqs_queue.jobs=aws_sqs_queue.work"])
  }

  @Test("An alarm is deleted after the composite alarm that read it is updated", .ifTheMachineCan)
  func alarmOfComposite() async throws {
    try await apply(
      { stack in
        let alarms = ["first", "second"].map { stack.add(Self.alarm($0)).alarmName }
        stack.add(CompositeAlarm("both", when: .any(alarms.map { .inAlarm($0) }), notify: []))
      },
      then: { stack in
        let first = stack.add(Self.alarm("first")).alarmName
        stack.add(CompositeAlarm("both", when: .any([.inAlarm(first)]), notify: []))
      })
  }

  private static func alarm(_ name: String) -> MetricAlarm {
    MetricAlarm(
      name, when: Metric("Failures", in: "Shop", missingDataMeaning: .noEvents), .sum, threshold: .above(0),
      period: .minutes(5),
      evaluation: .once, missingData: .notBreaching, notify: [])
  }

  private func apply(
    _ before: (inout StackBuilder) -> Void, then after: (inout StackBuilder) -> Void, moving moves: [String] = []
  ) async throws {
    let work = FileManager.default.temporaryDirectory.appending(path: "successive-\(UUID())")
    defer { try? FileManager.default.removeItem(at: work) }
    let folders = (work.appending(path: "before"), work.appending(path: "after"))
    try write(before, to: folders.0)
    try write(after, to: folders.1)
    let failure = try await Harness.failure(of: "successive.py", [folders.0.path, folders.1.path] + moves)
    if let failure { Issue.record("\(failure)") }
  }

  private func write(_ declare: (inout StackBuilder) -> Void, to folder: URL) throws {
    var builder = StackBuilder()
    declare(&builder)
    let report = Policy(rules: [], today: "2026-01-01").report(on: DeclaredStack(builder))
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for file in try #require(report.validated).files() {
      try Data(file.bytes).write(to: folder.appending(path: file.path))
    }
  }
}
