package import TerraformModel

/// Which alarms read a metric of something that a schedule runs at least once in every period, so that a period without
/// data is a run that did not happen.
package struct ScheduledBeats {
  private let readings: [Address: [MetricReading]]
  private let resources: NamedResources
  private let gaps: [Address: Duration]

  package init(_ stack: DeclaredStack) {
    let runs = stack.cached { ScheduledRuns($0) }.runs
    gaps = Dictionary(
      runs.compactMap { run in run.longestGap.map { (run.target.address, $0) } }, uniquingKeysWith: min)
    resources = NamedResources(stack)
    readings = gaps.isEmpty ? [:] : Dictionary(grouping: stack.metricReadings, by: \.alarm.address)
  }

  /// Whether everything that the alarm reads has a data point in each of its periods while the schedules run.
  package func reachEveryPeriod(of alarm: Declaration) -> Bool {
    let readings = readings[alarm.address, default: []]
    return !readings.isEmpty
      && readings.allSatisfy { reading in
        guard let period = reading.period else { return false }
        return (reading.dimensions ?? [:]).keys.contains { name in
          guard let owner = resources.declaration(name, of: reading), let gap = gaps[owner.address] else {
            return false
          }
          return Double(gap.wholeSeconds) <= period
        }
      }
  }
}
