public import TerraformModel

/// A dashboard of everything that has been declared so far: the state of every alarm, of every region, with no list to
/// keep in step (FR-044), and what the functions, state machines and queues of each region do. Add it last.
public struct OperationsDashboard: Component {
  public var name: String
  /// The percentiles of the functions' durations that are drawn.
  public var latencies: [Percentile]

  public init(_ name: String, latencies: [Percentile] = [.p95]) {
    self.name = name
    self.latencies = latencies
  }

  public func declare(in stack: inout StackBuilder) -> Declared<Dashboard> {
    let places = Place.all(in: stack)
    return stack.add(
      Dashboard(name, in: stack.currentRegion) {
        Row { AlarmStatus("All alarms", stack.alarms) }
        for place in places {
          let suffix = places.count > 1 ? " in \(place.region)" : ""
          let functions = place.functions
          if !functions.isEmpty {
            Row {
              MetricWidget("Errors\(suffix)", functions.map(\.errors), .sum, in: place.name)
              MetricWidget("Throttles\(suffix)", functions.map(\.throttles), .sum, in: place.name)
              MetricWidget("Invocations\(suffix)", functions.map(\.invocations), .sum, in: place.name)
            }
            Row {
              for latency in latencies {
                MetricWidget(
                  "Duration\(suffix), \(latency.rawValue)", functions.map(\.duration), .percentile(latency),
                  in: place.name)
              }
            }
          }
          if !place.machines.isEmpty {
            Row {
              MetricWidget(
                "Executions that failed\(suffix)", place.machines.map(\.executionsFailed), .sum, in: place.name)
              for latency in latencies {
                MetricWidget(
                  "Time of executions\(suffix), \(latency.rawValue)", place.machines.map(\.executionTime),
                  .percentile(latency), in: place.name)
              }
            }
          }
          if !place.queues.isEmpty {
            Row {
              MetricWidget("Messages that wait\(suffix)", place.queues.map(\.waitingMessages), .maximum, in: place.name)
            }
          }
        }
      })
  }
}

/// One region of a stack: a graph draws the metrics of one only.
private struct Place {
  let region: Region
  /// `nil` for the dashboard's own region, which a variable may decide about.
  let name: Input<Region>?
  let functions: [Declared<LambdaFunction>]
  let machines: [Declared<StateMachine>]
  let queues: [Declared<Queue>]

  private init(_ region: Region, in stack: StackBuilder) {
    self.region = region
    name = region == stack.homeRegion ? nil : .fixed(region)
    functions = stack.declared(LambdaFunction.self, in: region)
    machines = stack.declared(StateMachine.self, in: region)
    queues = stack.declared(Queue.self, in: region)
  }

  /// The stack's own region first, the others by name.
  static func all(in stack: StackBuilder) -> [Place] {
    let others = Set(stack.declarations.map(\.region)).subtracting([stack.homeRegion])
    return ([stack.homeRegion] + others.sorted { $0.rawValue < $1.rawValue }).map { Place($0, in: stack) }
      .filter { !$0.functions.isEmpty || !$0.machines.isEmpty || !$0.queues.isEmpty }
  }
}

extension StackBuilder {
  /// By address, so that the order of declarations does not show.
  fileprivate func declared<R: Resource>(_ type: R.Type, in region: Region) -> [Declared<R>] {
    declared(type).filter { $0.region == region }.sorted { $0.address < $1.address }
  }
}
