import AWSModel
import TerraformModel

/// The nodes and hops of a stack's requests, collected from what it declares; what X-Ray sees of them comes later.
struct RequestGraphBuilder {
  /// A hop, and what keeps the caller's trace from going over it, if the stack says so.
  struct Edge: Hashable {
    let from: TraceGraph.Node.ID
    let to: TraceGraph.Node.ID
    var obstacle: TraceGraph.Cause?
  }

  let stack: DeclaredStack
  let functions: FunctionIndex
  private let participants: TracingParticipants
  private var nodes: [TraceGraph.Node.ID: TraceGraph.Node] = [:]
  private(set) var edges: [Edge] = []
  private var seen: Set<[TraceGraph.Node.ID]> = []

  init(through stack: DeclaredStack) {
    self.stack = stack
    functions = FunctionIndex(stack)
    participants = TracingParticipants(stack)
    for function in stack.subjects(LambdaFunction.self) { _ = node(function.declaration) }
    for machine in stack.subjects(StateMachine.self) { _ = node(machine.declaration) }
    addEntries()
    addDeliveries()
    addParts()
    addCalls()
  }

  /// Nodes in the order of declaration, those from outside in the order of the hops that lead from or to them.
  var orderedNodes: [TraceGraph.Node] {
    var listed: Set<TraceGraph.Node.ID> = []
    // A stack may declare an address twice. `duplicate-address` reports it, and the node is there once.
    let declared = stack.declarations.map { TraceGraph.Node.ID.declared($0.address) }
      .filter { listed.insert($0).inserted }.compactMap { nodes[$0] }
    var outside: [TraceGraph.Node] = []
    for id in edges.flatMap({ [$0.from, $0.to] }) {
      if case .outside = id, listed.insert(id).inserted, let node = nodes[id] { outside.append(node) }
    }
    return declared + outside
  }

  /// Adds a hop unless it is there, or one of its ends is nothing that requests pass.
  mutating func add(_ from: TraceGraph.Node.ID?, _ to: TraceGraph.Node.ID?, obstacle: TraceGraph.Cause? = nil) {
    guard let from, let to, from != to, seen.insert([from, to]).inserted else { return }
    edges.append(Edge(from: from, to: to, obstacle: obstacle))
  }

  mutating func outside(_ kind: TraceGraph.Kind, _ name: String) -> TraceGraph.Node.ID {
    let id = TraceGraph.Node.ID.outside(kind, name)
    nodes[id] = TraceGraph.Node(id: id, kind: kind, name: name, region: nil, gap: nil)
    return id
  }

  /// The node of a declaration; `nil` for one that no request passes.
  mutating func node(_ declaration: Declaration?) -> TraceGraph.Node.ID? {
    guard let declaration, let (kind, gap) = part(of: declaration) else { return nil }
    let id = TraceGraph.Node.ID.declared(declaration.address)
    nodes[id] = TraceGraph.Node(
      id: id, kind: kind, name: declaration.resource.name, region: declaration.region, gap: gap)
    return id
  }

  mutating func node(function: Text, in region: Region) -> TraceGraph.Node.ID? {
    node(functions.function(named: function, in: region)?.declaration)
  }

  private func part(of declaration: Declaration) -> (TraceGraph.Kind, TraceGraph.Cause?)? {
    if let function = Subject<LambdaFunction>(declaration, in: stack) {
      return (function.isCanary ? .canary : .function, participants.gap(of: function))
    }
    if let machine = Subject<StateMachine>(declaration, in: stack) {
      return (.stateMachine, participants.gap(of: machine))
    }
    if let stage = Subject<Stage>(declaration, in: stack) { return (.restAPI, participants.gap(of: stage)) }
    if let topic = Subject<Topic>(declaration, in: stack) { return (.topic, participants.gap(of: topic)) }
    guard declaration.address.mode == .managed else { return nil }
    if let kind = ResourceCatalog.aws.facts[declaration.address.type]?.part?.kind {
      return (TraceGraph.Kind(kind), participants.gap(of: declaration, kind))
    }
    switch declaration.address.type {
    case HTTPAPI.type: return (.httpAPI, .httpAPI)
    case FunctionURL.type: return (.functionURL, nil)
    case Schedule.type: return (.schedule, nil)
    case EventBus.type: return (.bus, nil)
    case Queue.type: return (.queue, nil)
    case Table.type: return (.table, nil)
    case Bucket.type: return (.bucket, nil)
    default: return nil
    }
  }
}
