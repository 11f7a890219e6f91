/// What whoever records a segment has to be allowed on everything.
let tracingActionsOfHosts = ["xray:PutTelemetryRecords", "xray:PutTraceSegments"]

extension DeclaredStack {
  /// The topics whose segments a policy in their region lets X-Ray take.
  var topicsXRayTakes: Set<Address> {
    var taken: Set<Address> = []
    for policy in declared(TracingPolicy.self) {
      let topics = policy.topics.compactMap { target(of: $0.text) }
      taken.formUnion(topics.filter { $0.region == policy.region }.map(\.address))
    }
    return taken
  }

  /// The regions in which an endpoint that the stack declares leads to X-Ray.
  var regionsWithXRayEndpoint: Set<Region> {
    Set(declared(VPCEndpoint.self).filter { $0.service == .xray }.map(\.region))
  }
}

extension Subject<LambdaFunction> {
  /// Whether it runs in a network from which nothing leads to X-Ray.
  func lacksWayToXRay(among regions: Set<Region>) throws(Unreadable) -> Bool {
    guard try self[\.vpc] != nil, !regions.contains(region) else { return false }
    return try self[\.vpc?.serviceRoute] == .throughEndpoints
  }
}

/// Whether headers that a browser may send include the trace's.
func allowTraceHeader(_ headers: [String]) -> Bool {
  headers.contains { $0 == "*" || $0.lowercased() == "x-amzn-trace-id" }
}
