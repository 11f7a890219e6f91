package import FailureDetection

/// One simulated failure, as the alarm sees it that notices it.
package struct DetectionChart: Sendable {
  package static let failure = FailureMode.allCallsFail

  package let resource: String
  package let alarm: String
  package let threshold: Double
  /// One for each minute: the value of the period that ends with it.
  package let values: [Double?]
  /// The minute in which the failure begins.
  package let failureStart: Int
  /// The minute in which the alarm fires; `nil` where it does so later.
  package let fired: Int?

  /// The first resource whose total failure is noticed by an alarm that can be drawn, and fires in time.
  static func first(
    in rows: [DetectionMatrix.Row], chart: (DetectionMatrix.Row, _ alarm: String) -> DetectionChart?
  ) -> DetectionChart? {
    for row in rows {
      if case .noticed(let notice)? = row.cells.first(where: { $0.failure == failure })?.outcome,
        let chart = chart(row, notice.alarm), chart.fired != nil
      {
        return chart
      }
    }
    return nil
  }
}
