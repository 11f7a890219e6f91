import InfraModel

extension TraceGraph {
  var title: String { "Request paths through \(stack.stack) in \(stack.environment)" }

  /// The picture's text alternative.
  var summary: String {
    let traced = hops.count { $0.visibility == .traced }
    var causes: [TraceVisibility] = []
    for hop in hops where hop.visibility != .traced && !causes.contains(hop.visibility) {
      causes.append(hop.visibility)
    }
    let rest = causes.map { visibility in
      "\(counted(hops.count { $0.visibility == visibility }, "edge")): \(Picture.explanation(of: visibility))."
    }
    return (["\(traced) of \(counted(hops.count, "edge")) are on a trace."] + rest).joined(separator: " ")
  }
}
