import Foundation
import InfraModel
import Stacks
import Testing

@testable import InfraCLI

/// `docs/detection.md`: when each failure of the five systems is noticed in production.
@Suite struct DetectionDocumentTests {
  @Test("docs/detection.md has the times of the stacks; RECORD=1 writes it")
  func isFresh() throws {
    let matrices = stacks.flatMap { $0.declared }.filter(\.isProduction).map { DetectionMatrix(of: $0) }
    #expect(matrices.count >= 5)
    let text = """
      # When the failures of the five systems are noticed

      For production, as `infra-gen detection --format markdown` prints it; [the guide](guide/when-a-failure-is-noticed.md)
      explains the columns. `RECORD=1 swift test --filter DetectionDocument` writes this file.

      ## What is not noticed, and why

      \(unnoticed.map { "- \($0)\n" }.joined())
      \(detectionReport(matrices, as: .markdown))
      """
    let path = "\(repository)/docs/detection.md"
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(
      (try? String(contentsOfFile: path, encoding: .utf8)) == text,
      "docs/detection.md is stale; run `RECORD=1 swift test --filter DetectionDocument` and commit what it writes")
  }

  private let unnoticed = [
    """
    **No calls.** Behind an API or an event, a period without calls is normal at the declared load, so that an alarm on missing
    calls would fire every night. Where a schedule calls, the alarms on missed runs notice it, and the sentiment analyzer's
    canary notices that its whole path stopped.
    """,
    """
    **Throttled calls of a function.** No document asks for an alarm on throttles, and no function has a reserved concurrency
    that its load could exceed. Throttled calls of schedules are missed runs, which have an alarm.
    """,
    """
    **Throttled requests of an API** are what its throttling is for: they end in 429 responses, and the caller retries.
    """,
    """
    **Tables** have no alarms of their own: the functions that use them fail, and their alarms on errors fire. All tables are
    on demand.
    """,
    """
    **Undetermined, no load declared.** The documents of the Lego API give no number of requests, the standby region of the
    order tracing receives none, and the calls of function URLs and of streams are unknown.
    """,
    """
    **Undetermined, no usual duration declared.** The documents give no durations to compare doubled ones with.
    """,
    """
    **Cost doubles.** Twice the estimated bill of X-Ray is still below the thresholds, which the documents set.
    """,
  ].map { $0.split(separator: "\n").joined(separator: "\n  ") }
}
