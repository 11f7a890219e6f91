/// Who of a stack records segments that X-Ray takes; of the others it knows why not.
struct Recorders {
  private let stack: DeclaredStack
  private let grants: RoleGrants
  private let topics: Set<Address>
  private let reachable: Set<Region>

  init(_ stack: DeclaredStack) {
    self.stack = stack
    grants = RoleGrants(stack)
    topics = stack.topicsXRayTakes
    reachable = stack.regionsWithXRayEndpoint
  }

  func gap(of function: Declared<LambdaFunction>) -> TraceGraph.Cause? {
    if function.isCanary, function.tracing.known == .passThrough { return .canary }
    if let cause = gap(of: function.tracing) { return cause }
    if lacksPermission(function.role) { return .noPermission }
    return function.lacksWayToXRay(among: reachable) ? .noWayToXRay : nil
  }

  func gap(of machine: Declared<StateMachine>) -> TraceGraph.Cause? {
    if machine.tracing != .active { return .passThrough }
    return lacksPermission(machine.role) ? .noPermission : nil
  }

  func gap(of stage: Declared<Stage>) -> TraceGraph.Cause? {
    gap(of: stage.tracing)
  }

  func gap(of topic: Declared<Topic>) -> TraceGraph.Cause? {
    if topic.tracing != .active { return .passThrough }
    return topics.contains(topic.address) ? nil : .noResourcePolicy
  }

  private func gap(of tracing: Input<TracingMode>) -> TraceGraph.Cause? {
    guard tracing.known != .active else { return nil }
    return tracing.canBe(.active) ? .passThroughByDefault : .passThrough
  }

  private func lacksPermission(_ role: ARN<Role>) -> Bool {
    stack.target(of: role.text).map { !grants.lacking(tracingActionsOfHosts, role: $0.address).isEmpty } ?? false
  }
}

extension Declared<LambdaFunction> {
  var isCanary: Bool {
    if case .canary = resource.purpose { true } else { false }
  }
}
