import AWSModel
import FailureDetection
import TerraformModel

/// How many calls arrive at each resource: what the stack declares at its entry points and what its schedules call, passed
/// on along the request path.
///
/// Each resource passes on every request to everything that it calls; only the functions of an API share its requests,
/// evenly, but for its authorizers, which see all of them.
struct ArrivalRates {
  /// Requests of one origin.
  fileprivate struct Source {
    let arrivals: Workload.Arrivals
    let day: [Workload.Phase]

    var perSecond: Double {
      switch arrivals {
      case .random(let perSecond, _): perSecond
      case .every(let seconds): 1 / Double(max(1, seconds))
      }
    }

    func scaled(by share: Double) -> Source {
      switch arrivals {
      case .random(let perSecond, let burst):
        Source(arrivals: .random(perSecond: perSecond * share, burst: burst), day: day)
      case .every where share == 1: self
      case .every: Source(arrivals: .random(perSecond: perSecond * share), day: day)
      }
    }
  }

  private var sources: [Address: [Source]] = [:]

  /// - Parameter load: What is expected at entry points.
  init(_ stack: DeclaredStack, load: Load) {
    let graph = TraceGraph(of: stack)
    let calls = Dictionary(grouping: graph.hops, by: \.from).mapValues { $0.map(\.to) }
    let kinds = Dictionary(graph.nodes.map { ($0.id, $0.kind) }, uniquingKeysWith: { first, _ in first })
    let functions = FunctionIndex(stack)
    let authorizers = Set(
      stack.subjects(Authorizer.self).compactMap { authorizer -> Address? in
        guard case .function(let function, _, _)? = try? authorizer[\.judge] else { return nil }
        return functions.function(named: function, in: authorizer.region)?.address
      })
    let stages = Dictionary(
      stack.managed(HTTPStage.type).compactMap { stage -> (Address, Address)? in
        guard case .text(let id)? = stage.block["api_id"], let api = stack.target(of: id) else { return nil }
        return (stage.address, api.address)
      }, uniquingKeysWith: { first, _ in first })

    func share(of callee: TraceGraph.Node.ID, from caller: TraceGraph.Node.ID) -> Double {
      guard let kind = kinds[caller], [.restAPI, .httpAPI].contains(kind) else { return 1 }
      let callees = calls[caller, default: []].filter { !isAuthorizer($0) && kinds[$0] == .function }
      return isAuthorizer(callee) || callees.isEmpty ? 1 : 1 / Double(callees.count)
    }
    func isAuthorizer(_ node: TraceGraph.Node.ID) -> Bool {
      if case .declared(let address) = node { authorizers.contains(address) } else { false }
    }

    /// By the fewest steps: a call that leads back, or to where requests have been before, is none more.
    func pass(_ source: Source, from start: Address) {
      var depths: [TraceGraph.Node.ID: Int] = [.declared(start): 0]
      var shares: [TraceGraph.Node.ID: Double] = [.declared(start): 1]
      var level: [TraceGraph.Node.ID] = [.declared(start)]
      var depth = 0
      while !level.isEmpty {
        depth += 1
        var next: [TraceGraph.Node.ID] = []
        for caller in level {
          for callee in calls[caller, default: []] {
            if depths[callee] == nil {
              depths[callee] = depth
              next.append(callee)
            }
            guard depths[callee] == depth else { continue }
            shares[callee, default: 0] += (shares[caller] ?? 0) * share(of: callee, from: caller)
          }
        }
        level = next
      }
      for case (.declared(let address), let share) in shares {
        sources[address, default: []].append(source.scaled(by: share))
      }
    }

    for traffic in load.traffic {
      let source = Source(traffic.rate)
      if let api = stages[traffic.entryPoint] {
        sources[traffic.entryPoint, default: []].append(source)
        pass(source, from: api)
      } else {
        pass(source, from: traffic.entryPoint)
      }
    }
    for run in stack.cached({ ScheduledRuns($0) }).runs {
      guard let interval = run.interval else { continue }
      pass(Source(arrivals: .every(seconds: max(1, interval.wholeSeconds)), day: []), from: run.target.address)
    }
  }

  /// What arrives at a resource; `nil` where nothing is known to.
  subscript(address: Address) -> (arrivals: Workload.Arrivals, day: [Workload.Phase])? {
    guard let all = sources[address] else { return nil }
    let known = all.filter { $0.perSecond > 0 }
    guard let largest = known.max(by: { $0.perSecond < $1.perSecond }) else { return nil }
    guard known.count > 1 else { return (largest.arrivals, largest.day) }
    let perSecond = known.reduce(0) { $0 + $1.perSecond }
    let burst = if case .random(_, let burst) = largest.arrivals { burst } else { 1 }
    let isRegular = known.allSatisfy { if case .every = $0.arrivals { true } else { false } }
    return isRegular
      ? (.every(seconds: max(1, Int(1 / perSecond))), []) : (.random(perSecond: perSecond, burst: burst), largest.day)
  }
}

extension ArrivalRates.Source {
  fileprivate init(_ rate: RequestRate) {
    switch rate.arrivals {
    case .regular:
      self.init(arrivals: .every(seconds: max(1, Int(1 / max(rate.perSecond, 1e-9)))), day: [])
    case .random(let pattern):
      self.init(
        arrivals: .random(perSecond: rate.perSecond, burst: pattern.burst),
        day: pattern.day.phases.map { phase in
          Workload.Phase(
            minutes: max(1, Int((phase.time * 1_440).rounded())), factor: phase.requests / max(phase.time, 1e-9))
        })
    }
  }
}
