import Foundation
import InfraModel
import Stacks
import Testing

@testable import InfraCLI

/// `docs/detection.md`: when each failure of the five systems is noticed in production.
@Suite struct DetectionDocumentTests {
  private let matrices = stacks.flatMap { $0.declared }.filter(\.isProduction).map { DetectionMatrix(of: $0) }

  @Test("docs/detection.md has the times of the stacks; RECORD=1 writes it")
  func isFresh() throws {
    #expect(matrices.count >= 5)
    let text = """
      # When the failures of the five systems are noticed

      For production, as `infra-gen detection --format markdown` prints it; [the guide](guide/when-a-failure-is-noticed.md)
      explains the columns. `RECORD=1 swift test --filter DetectionDocument` writes this file.

      ## What is not noticed, and why

      \(UnnoticedReason.all.map { "- \($0.text)\n" }.joined())
      \(Self.onPaper)

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

  @Test("Every failure that is not noticed has one reason, and every reason has such a failure")
  func reasons() {
    var used: Set<String> = []
    for matrix in matrices {
      for row in matrix.rows {
        for cell in row.cells {
          if case .noticed = cell.outcome { continue }
          let reasons = UnnoticedReason.all.filter { $0.explains(matrix.stack.stack, row, cell) }.map(\.text)
          #expect(reasons.count == 1, "\(matrix.stack.stack), \(row.name), \(cell.failure.rawValue): \(reasons)")
          used.formUnion(reasons)
        }
      }
    }
    #expect(Set(UnnoticedReason.all.map(\.text)).subtracting(used) == [])
  }

  private static let onPaper = """
    ## Three answers compared with paper

    - **`order` of the order tracing, all calls fail.** A thousand calls in 30 days are one in 43.2 minutes, so the wait for the
      next one is exponential: 29.9 minutes in half of all cases, 129.4 in 19 of 20. Its minute has to end, its datapoint
      arrives two minutes later, and the alarm fires at the first one: about 32.5 and 132 minutes. Of only twenty runs the
      tenth is expected at 31 minutes with a standard deviation of 9, and the nineteenth at 115 with one of 33.
    - **`metrics` of the sentiment analyzer, no calls.** The schedule calls every minute. While CloudWatch finds one datapoint
      in its evaluation range, four periods of five minutes, missing periods alone do not fire the alarm. The last minute with
      a call leaves the range 20 minutes after its end, and it ends at most a minute before or after the schedule stops: 19 to
      21 minutes.
    - **A dead-letter queue, dead letter arrives.** The rest of the minute, and two minutes until its datapoint arrives: 121 to
      180 seconds, half of them within 150.
    """
}

/// Why failures of the five systems are not noticed, or why it is unknown.
private struct UnnoticedReason: Sendable {
  let text: String
  let explains: @Sendable (_ stack: String, DetectionMatrix.Row, DetectionMatrix.Cell) -> Bool

  init(
    _ text: String,
    explains: @escaping @Sendable (_ stack: String, DetectionMatrix.Row, DetectionMatrix.Cell) -> Bool
  ) {
    self.text = text.split(separator: "\n").joined(separator: "\n  ")
    self.explains = explains
  }

  /// Failures that no alarm notices.
  private static func unnoticed(
    _ text: String, where explains: @escaping @Sendable (_ stack: String, DetectionMatrix.Row, FailureMode) -> Bool
  ) -> Self {
    Self(text) { stack, row, cell in
      if case .unnoticed = cell.outcome { explains(stack, row, cell.failure) } else { false }
    }
  }

  private static func undetermined(_ text: String, _ reason: DetectionMatrix.Reason) -> Self {
    Self(text) { _, _, cell in cell.outcome == .undetermined(reason) }
  }

  private static func isAPI(_ row: DetectionMatrix.Row) -> Bool { row.kind == .restAPI || row.kind == .httpAPI }

  static let all: [Self] = [
    unnoticed(
      """
      **No calls.** Behind an API or an event, a period without calls is normal at the declared load, so that an alarm on
      missing calls would fire every night. Where a schedule calls, the alarms on missed runs notice it. If the sentiment
      analyzer's canary stops, the alarms on the metrics that it writes fire, which are not simulated.
      """
    ) { _, _, failure in failure == .noCalls },
    unnoticed(
      """
      **Throttled calls of a function.** No document asks for an alarm on throttles, and the declared load is below the
      concurrency of each function. Throttled calls of schedules are missed runs, which have an alarm.
      """
    ) { _, row, failure in row.kind == .function && failure == .callsThrottled },
    unnoticed(
      "**Throttled requests of an API** are what its throttling is for: they end in 429 responses, and the caller retries."
    ) { _, row, failure in isAPI(row) && failure == .callsThrottled },
    unnoticed(
      """
      **An API's latency.** The documents ask for alarms on the durations of functions, which are most of the latency of the
      API in front.
      """
    ) { _, row, failure in isAPI(row) && failure == .latencyDoubles },
    unnoticed(
      """
      **Few calls.** Of three calls a day to a function of the media downloader, one in twenty is a failure every week, and a
      simulation ends after a day. The order tracing's API fires on failures in three of five periods of five minutes, and
      one in twenty of its 33 requests a day hardly fail so close together; its functions' alarms fire on one error.
      """
    ) { stack, row, failure in
      failure == .oneCallInTwentyFails && (row.kind == .function || (isAPI(row) && stack == "order-tracing"))
    },
    unnoticed(
      """
      **The media downloader's API** has alarms on X-Ray's metrics of failed traces, which are not simulated. What fails in its
      functions is noticed by their alarms on errors.
      """
    ) { stack, row, failure in
      stack == "media-downloader" && isAPI(row) && [.allCallsFail, .oneCallInTwentyFails].contains(failure)
    },
    unnoticed(
      """
      **Tables** have no alarms of their own: the functions that use them fail, and their alarms on errors fire. All tables are
      on demand.
      """
    ) { _, row, _ in row.kind == .table },
    unnoticed(
      "**Cost doubles.** Twice the estimated bill of X-Ray is below the lowest threshold that the document sets."
    ) { _, _, failure in failure == .costDoubles },
    undetermined(
      """
      **Undetermined, no load declared.** The documents of the Lego API give no number of requests, and the standby region of
      the order tracing receives none. The calls of the sentiment analyzer's function URL are unknown, and so are those of the
      interview companion's table of meetings.
      """, .noLoad),
    undetermined(
      """
      **Undetermined, no usual duration declared.** The documents give no durations to compare doubled ones with.
      """, .noDuration),
    undetermined(
      """
      **Undetermined, no cost estimated.** The declared load of these systems stays within X-Ray's free tier, or none is
      declared: no bill could double.
      """, .noEstimate),
  ]
}
