import AWSModel
import AlarmEvaluation
import FailureDetection
package import TerraformModel

/// A composite alarm on the share of failed requests that a single one brings to `ALARM`.
package struct SingleFailureAlarm {
  package let alarm: Declaration
  /// What is requested.
  package let resource: Declaration
  package let requestsPerHour: Double
}

extension DeclaredStack {
  /// The composite alarms that combine alarms on the share of failed requests of one resource, and of which one failed request is
  /// enough at the declared load, in the order of declaration.
  package var singleFailureAlarms: [SingleFailureAlarm] {
    guard !managed(CompositeAlarm.type).isEmpty else { return [] }
    let alarms = cached { AlarmsByResource($0) }
    let workloads = WorkloadBuilder(self)
    var found: [Address: SingleFailureAlarm] = [:]
    for kind in DetectionMatrix.Kind.allCases {
      for resource in kind.type.map({ managed($0) }) ?? [] {
        let watching = alarms[resource.address]
        guard !watching.isEmpty, case .workload(let workload)? = workloads.workload(of: resource, kind) else {
          continue
        }
        for name in watching.objectives(firedByOneFailureOf: workload) {
          guard let address = alarms.addresses[name], let alarm = declaration(at: address) else { continue }
          found[address] = SingleFailureAlarm(
            alarm: alarm, resource: resource, requestsPerHour: workload.perMinute * 60)
        }
      }
    }
    return self.alarms.compactMap { found[$0.declaration.address] }
  }
}

extension [WatchingAlarm] {
  /// The names of composite alarms that read only alarms on shares of failures, and that one failure brings to `ALARM`. What
  /// else they read, and is not known to watch the workload, is taken to be in `OK`.
  fileprivate func objectives(firedByOneFailureOf workload: Workload) -> [String] {
    var states: [String: AlarmState] = [:]
    var others: Set<String> = []
    for alarm in self {
      guard case .metric(let condition) = alarm.condition else { continue }
      if let fires = condition.firesOnOneFailure(of: workload) {
        states[alarm.name] = fires ? .alarm : .ok
      } else {
        others.insert(alarm.name)
      }
    }
    guard !states.isEmpty else { return [] }
    return compactMap { alarm in
      guard case .composite(let condition) = alarm.condition else { return nil }
      let read = condition.alarms
      guard read.contains(where: { states[$0] == .alarm }), others.isDisjoint(with: read) else { return nil }
      let known = states.merging(read.map { ($0, AlarmState.ok) }) { known, _ in known }
      return condition.holds(for: known) ? alarm.name : nil
    }
  }
}
