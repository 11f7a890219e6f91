import AWSModel
import TerraformModel

/// The resources of a stack that record segments which X-Ray accepts, and why the others do not. What cannot be told counts
/// as it does for a resource that traces.
struct TracingParticipants {
  private let stack: DeclaredStack
  private let grants: RoleGrants
  private let topics: Evidence<Address, Void>
  private let reachable: Evidence<Region, Void>

  init(_ stack: DeclaredStack) {
    self.stack = stack
    grants = RoleGrants(stack)
    topics = stack.topicsXRayTakes
    reachable = stack.regionsWithXRayEndpoint
  }

  func gap(of function: Subject<LambdaFunction>) -> TraceGraph.Cause? {
    guard let tracing = try? stack.tracing(of: function.declaration) else { return nil }
    if function.isCanary, tracing.known == .passThrough { return .canary }
    if let cause = gap(of: tracing) { return cause }
    if let role = try? function[\.role], lacksPermission(role) { return .noPermission }
    return (try? function.lacksWayToXRay(among: reachable)) == true ? .noWayToXRay : nil
  }

  func gap(of machine: Subject<StateMachine>) -> TraceGraph.Cause? {
    guard let tracing = try? stack.tracing(of: machine.declaration) else { return nil }
    if let cause = gap(of: tracing) { return cause }
    return (try? machine[\.role]).map { lacksPermission($0) } == true ? .noPermission : nil
  }

  func gap(of stage: Subject<Stage>) -> TraceGraph.Cause? {
    (try? stack.tracing(of: stage.declaration)).flatMap { gap(of: $0) }
  }

  func gap(of topic: Subject<Topic>) -> TraceGraph.Cause? {
    guard let tracing = try? stack.tracing(of: topic.declaration) else { return nil }
    if let cause = gap(of: tracing) { return cause }
    return (try? topics.contains(topic.address)) == false ? .noResourcePolicy : nil
  }

  private func gap(of tracing: Input<TracingMode>) -> TraceGraph.Cause? {
    guard tracing.known != .active else { return nil }
    return tracing.canBe(.active) ? .passThroughByDefault : .passThrough
  }

  private func lacksPermission(_ role: ARN<Role>) -> Bool {
    guard let target = stack.target(of: role.text) else { return false }
    return (try? grants.lacking(tracingActionsOfHosts, role: target.address))?.isEmpty == false
  }
}
