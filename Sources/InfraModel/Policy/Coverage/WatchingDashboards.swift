/// What the dashboards of a stack show.
struct WatchingDashboards {
  private let stack: DeclaredStack
  private let shown: Set<Address>
  private var drawn: Set<Address> = []

  init(_ stack: DeclaredStack) {
    self.stack = stack
    let dashboards = stack.declared(Dashboard.self)
    shown = Set(dashboards.flatMap(\.resource.alarms).compactMap { stack.target(of: $0.text)?.address })
    let resources = NamedResources(stack)
    for dashboard in dashboards {
      for metric in dashboard.resource.metrics {
        for (name, value) in metric.dimensions {
          guard let dimension = NamedDimension.byName[name],
            case .declared(let resource) = resources.resource(value, as: dimension, in: dashboard.region)
          else { continue }
          drawn.insert(resource.address)
        }
      }
    }
  }

  /// Whether one of the alarms of a resource, or a metric of it, is on one of them.
  func answer(for resource: Declaration, _ kind: Coverage.Kind, alarms: [Declaration]) -> Coverage.Answer {
    if drawn.contains(resource.address) || alarms.contains(where: { shown.contains($0.address) }) { return .yes }
    return stack.managed(Dashboard.type).contains { !($0.resource is Dashboard) }
      ? .unknown : .no
  }
}
