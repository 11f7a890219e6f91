import Foundation
import InfraModel
import TFEmit
import Testing

/// What the real terraform makes of `.renamed(from:)`.
@Suite struct RenameTests {
  @Test(.enabled(if: Harness.isComplete || Harness.mustBeComplete, "not on this machine: \(Harness.lacks)"))
  func renamedResourcesAreMovedAndNeverDestroyed() async throws {
    let work = FileManager.default.temporaryDirectory.appending(path: "rename-\(UUID())")
    defer { try? FileManager.default.removeItem(at: work) }
    try write(to: work.appending(path: "before")) { stack in
      stack.add(Topic("alerts"))
      stack.add(Queue("jobs", retention: .seconds(60)))
    }
    try write(to: work.appending(path: "after")) { stack in
      stack.add(Topic("bells").renamed(from: "alerts"))
      stack.add(Queue("work", retention: .seconds(60)).renamed(from: "jobs"))
    }
    let failure = try await Harness.failure(
      of: "rename.py",
      [
        work.appending(path: "before").path, work.appending(path: "after").path,
        "aws_sns_topic.alerts=aws_sns_topic.bells", "aws_sqs_queue.jobs=aws_sqs_queue.work",
      ])
    if let failure { Issue.record("\(failure)") }
  }

  private func write(to folder: URL, _ declare: (inout StackBuilder) -> Void) throws {
    var builder = StackBuilder()
    declare(&builder)
    let report = Policy(rules: [], today: "2026-01-01").report(on: DeclaredStack(builder))
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for file in try #require(report.validated).files() {
      try Data(file.bytes).write(to: folder.appending(path: file.path))
    }
  }
}
