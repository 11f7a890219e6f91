import AWSModel
import TerraformModel

/// What the dashboards of a stack show.
struct WatchingDashboards {
  private var shown = Evidence<Address, Void>()
  private var drawn = Evidence<Address, Void>()

  init(_ stack: DeclaredStack) {
    let resources = NamedResources(stack)
    for dashboard in stack.subjects(Dashboard.self) {
      shown.record(dashboard.declaration) { () throws(DecodingFailure) in
        try dashboard.alarms.compactMap { stack.target(of: $0.text) }.map { ($0.address, ()) }
      }
      drawn.record(dashboard.declaration) { () throws(DecodingFailure) in
        try dashboard.metrics.flatMap { metric in
          metric.dimensions.compactMap { name, value -> (Address, Void)? in
            let named = NamedDimension.named(name, in: metric.namespace)
            guard case .declared(let resource) = resources.resource(value, as: named, in: dashboard.region) else {
              return nil
            }
            return (resource.address, ())
          }
        }
      }
    }
  }

  /// Whether one of the alarms of a resource, or a metric of it, is on one of them.
  func answer(for resource: Declaration, _ kind: Coverage.Kind, alarms: [Declaration]) -> Coverage.Answer {
    do throws(DecodingFailure) {
      if try drawn.contains(resource.address) { return .yes }
      for alarm in alarms where try shown.contains(alarm.address) { return .yes }
      return .no
    } catch { return .unknown }
  }
}
