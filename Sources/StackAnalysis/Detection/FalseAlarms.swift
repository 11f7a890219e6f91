import FailureDetection
package import TerraformModel

extension DetectionMatrix {
  /// An alarm that fires although nothing is broken.
  package struct CountedAlarm {
    package let name: String
    package let count: Int
  }

  /// The alarms of a stack that fire in normal operation and notify a subscriber, over some simulated days.
  package static func falseAlarms(of stack: DeclaredStack, days: Int) -> [CountedAlarm] {
    let alarms = AlarmsByResource(stack)
    let workloads = WorkloadBuilder(stack, load: stack.load)
    let simulation = DetectionSimulation(stack: stack, alarms: alarms)
    return Kind.allCases.flatMap { kind in
      kind.type.map { stack.managed($0) }.flatMap { resources in
        resources.flatMap { resource -> [CountedAlarm] in
          guard case .workload(let workload)? = workloads.workload(of: resource, kind) else { return [] }
          return simulation.falseAlarms(workload, alarms[resource.address], days: days)
            .map { CountedAlarm(name: $0.alarm, count: $0.count) }
        }
      } ?? []
    }
  }
}
