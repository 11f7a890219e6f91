import AWSModel
import AlarmEvaluation
import FailureDetection
import TerraformModel

extension DeclaredStack {
  /// The bills that alarms watch, one row for each AWS service.
  func billRows(_ alarms: AlarmsByResource) -> [DetectionMatrix.Row] {
    let readings = metricReadings.filter { $0.namespace == "AWS/Billing" && $0.threshold != nil }
    let services = Dictionary(grouping: readings) { reading in
      reading.dimensions?["ServiceName"].flatMap { resolved($0) } ?? ""
    }
    guard !services.isEmpty else { return [] }
    let estimate = CostEstimate(of: self)
    return services.sorted { $0.key < $1.key }.compactMap { service, readings in
      guard let first = readings.first, !service.isEmpty else { return nil }
      let bill = estimate.bill(for: service).map { Double($0.alone.billionths) / 1e9 }
      return DetectionMatrix.Row(
        kind: .bill, address: first.alarm.address, name: service, perMinute: nil,
        cells: [
          DetectionMatrix.Cell(failure: .costDoubles, outcome: outcome(readings, bill, alarms))
        ], falseAlarms: [], unsimulated: [])
    }
  }

  /// A month's bill grows evenly and begins anew with each month. From some day on it grows twice as fast, so that it comes
  /// to twice the estimate by the end of the next month: an alarm above that does not fire.
  private func outcome(
    _ readings: [MetricReading], _ bill: Double?, _ alarms: AlarmsByResource
  ) -> DetectionMatrix.Outcome {
    guard let bill, bill > 0 else { return .undetermined(.noEstimate) }
    let firing = readings.compactMap { reading -> (limit: Double, reading: MetricReading)? in
      guard let threshold = reading.threshold, threshold.firesOnHighValues, threshold.limit < 2 * bill,
        // An alarm that fires every month without a failure notices none.
        threshold.limit >= bill
      else { return nil }
      return (threshold.limit, reading)
    }
    let notifying = firing.filter { !alarms.recipients[$0.reading.alarm.address].isEmpty }
    guard let first = notifying.min(by: { $0.limit < $1.limit }) else {
      return .unnoticed(alarm: firing.first?.reading.alarm.resource.name)
    }
    // It begins in the middle of each of twenty parts of a month.
    let runs = DetectionMatrix.runs
    let days = (0..<runs).map { run in
      Self.daysUntil(first.limit, bill, from: 30 * (Double(run) + 0.5) / Double(runs))
    }.sorted()
    // AWS publishes the metric about every six hours.
    func duration(_ share: Double) -> Duration {
      .seconds(Int((days[Int((share * Double(runs)).rounded(.up)) - 1] * 86_400).rounded()) + 21_600)
    }
    return .noticed(
      DetectionMatrix.Notice(
        alarm: first.reading.alarm.resource.name, median: duration(0.5), percentile95: duration(0.95), noticed: runs,
        recipients: alarms.recipients[first.reading.alarm.address]))
  }

  /// - Parameter start: The day of the month on which the costs double, 0 to 30.
  private static func daysUntil(_ limit: Double, _ bill: Double, from start: Double) -> Double {
    let daily = bill / 30
    let thisMonth = (limit - daily * start) / (2 * daily)
    return start + thisMonth <= 30 ? thisMonth : 30 - start + limit / (2 * daily)
  }
}
