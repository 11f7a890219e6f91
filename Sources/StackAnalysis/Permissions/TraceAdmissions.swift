import AWSModel
package import TerraformModel

/// The actions that a resource which records segments needs on everything.
package let tracingActionsOfHosts = ["xray:PutTelemetryRecords", "xray:PutTraceSegments"]

extension DeclaredStack {
  /// The topics whose segments a policy in their region allows X-Ray to take.
  package var topicsXRayTakes: Evidence<Address, Void> {
    var taken = Evidence<Address, Void>()
    for policy in subjects(TracingPolicy.self) {
      let sameRegion = Set(managed(Topic.type).filter { $0.region == policy.region }.map(\.address))
      taken.record(
        policy.declaration, mayConcern: { sameRegion.contains($0) },
        { () throws(DecodingFailure) in
          var found: [(Address, Void)] = []
          for topic in try policy[\.topics] {
            guard let target = try self.target(of: topic.text, in: "policy_document"), target.region == policy.region
            else { continue }
            found.append((target.address, ()))
          }
          return found
        })
    }
    return taken
  }

  /// The regions in which an endpoint that the stack declares leads to X-Ray.
  package var regionsWithXRayEndpoint: Evidence<Region, Void> {
    var regions = Evidence<Region, Void>()
    for endpoint in subjects(VPCEndpoint.self) {
      regions.record(
        endpoint.declaration, mayConcern: { $0 == endpoint.region },
        { () throws(DecodingFailure) in try endpoint[\.service] == .xray ? [(endpoint.region, ())] : [] })
    }
    return regions
  }
}

extension Subject<LambdaFunction> {
  /// Whether it runs in a network from which nothing leads to X-Ray.
  package func lacksWayToXRay(among regions: Evidence<Region, Void>) throws(DecodingFailure) -> Bool {
    guard try self[\.vpc] != nil else { return false }
    return try both(!regions.contains(region), self[\.vpc?.serviceRoute] == .throughEndpoints)
  }
}

/// Whether headers that a browser may send include the trace's.
package func allowTraceHeader(_ headers: [String]) -> Bool {
  headers.contains { $0 == "*" || $0.lowercased() == "x-amzn-trace-id" }
}
