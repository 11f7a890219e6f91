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

  /// What cannot be told is taken for what a traced function has.
  func gap(of function: Subject<LambdaFunction>) -> TraceGraph.Cause? {
    guard let tracing = try? function[\.tracing] else { return nil }
    if function.isCanary, tracing.known == .passThrough { return .canary }
    if let cause = gap(of: tracing) { return cause }
    if let role = try? function[\.role], lacksPermission(role) { return .noPermission }
    return (try? function.lacksWayToXRay(among: reachable)) == true ? .noWayToXRay : nil
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

extension Subject<LambdaFunction> {
  /// As far as is said; a plan does not say it.
  var isCanary: Bool {
    if case .canary? = try? self[\.purpose] { true } else { false }
  }
}
