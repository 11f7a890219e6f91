/// A dashboard of everything that has been declared so far: the state of every alarm, of every region, with no list to
/// keep in step (FR-044), and what the functions, state machines
/// and queues do. Add it last.
public struct OperationsDashboard: Component {
  public var name: String

  public init(_ name: String) {
    self.name = name
  }

  public func declare(in stack: inout StackBuilder) -> Declared<Dashboard> {
    // By address, so that the order of declarations does not show.
    let functions = stack.declared(LambdaFunction.self).sorted { $0.address < $1.address }
    let queues = stack.declared(Queue.self).sorted { $0.address < $1.address }
    let machines = stack.declared(StateMachine.self).sorted { $0.address < $1.address }
    return stack.add(
      Dashboard(name, in: stack.homeRegion) {
        Row { AlarmStatus("All alarms", stack.alarms) }
        Row {
          Graph("Errors", functions.map(\.errors), .sum)
          Graph("Throttles", functions.map(\.throttles), .sum)
        }
        Row {
          Graph("Invocations", functions.map(\.invocations), .sum)
          Graph("Duration, p95", functions.map(\.duration), .percentile(.p95))
        }
        if !machines.isEmpty {
          Row {
            Graph("Executions that failed", machines.map(\.executionsFailed), .sum)
            Graph("Executions, p95 of their time", machines.map(\.executionTime), .percentile(.p95))
          }
        }
        if !queues.isEmpty {
          Row { Graph("Messages that wait", queues.map(\.waitingMessages), .maximum) }
        }
      })
  }
}
