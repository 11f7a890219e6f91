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

  /// Why X-Ray has nothing of a resource without a model, as far as its type or its containers tell.
  func gap(of declaration: Declaration, _ kind: RequestPart.Kind) -> TraceGraph.Cause? {
    switch kind {
    case .distribution: .distribution
    case .loadBalancer: .loadBalancer
    case .containers: hasCollector(declaration) == false ? .noCollector : nil
    case .host, .database, .cache, .stream, .userPool: nil
    }
  }

  /// Whether one of a service's containers sends segments on; `nil` where its containers are not known.
  private func hasCollector(_ service: Declaration) -> Bool? {
    guard case .text(let text)? = service.block["task_definition"],
      let containers = stack.target(of: text)?.block["container_definitions"]
    else { return nil }
    var images: [String?] = []
    containers.forEach(at: ["image"], entries: true) { images.append($0.text(in: stack)) }
    let known = images.compactMap(\.self)
    if known.contains(where: { image in collectors.contains { image.contains($0) } }) { return true }
    return images.isEmpty || known.count < images.count ? nil : false
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

/// Parts of the names of images that send segments to X-Ray.
private let collectors = ["xray", "otel", "opentelemetry", "cloudwatch-agent", "adot"]
