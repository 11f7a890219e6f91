import FailureDetection
package import TerraformModel

/// An alarm that fires although nothing is broken, and notifies a subscriber.
package struct FalseAlarmCount {
  package let alarm: Declaration
  /// How often it fires in the simulated days.
  package let count: Int
}

extension DeclaredStack {
  /// How often alarms fire over some simulated days in normal operation, at the declared load.
  ///
  /// - Returns: Those that fire, in the order of declaration.
  package func falseAlarms(days: Int) -> [FalseAlarmCount] {
    let workloads = WorkloadBuilder(self)
    var simulation = DetectionSimulation(self)
    let alarms = simulation.alarms
    var counts: [Address: Int] = [:]
    for kind in DetectionMatrix.Kind.allCases {
      for resource in kind.type.map({ managed($0) }) ?? [] {
        let watching = alarms[resource.address]
        guard !watching.isEmpty, case .workload(let workload)? = workloads.workload(of: resource, kind) else {
          continue
        }
        for (alarm, count) in simulation.falseAlarms(workload, watching, days: days) {
          if let address = alarms.addresses[alarm] { counts[address, default: 0] += count }
        }
      }
    }
    return self.alarms.compactMap { alarm in
      counts[alarm.declaration.address].map { FalseAlarmCount(alarm: alarm.declaration, count: $0) }
    }
  }
}
