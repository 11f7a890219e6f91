public import TerraformModel

/// The way of requests through a stack, hop by hop, and what X-Ray sees of it.
///
/// It is made of what the stack declares: who calls is read from integrations, subscriptions, targets, schedules and
/// notifications, and what functions call from what their roles let them. Code is not looked at.
public struct TraceGraph: Sendable {
  public let stack: StackIdentity
  /// In the order of declaration; what the stack does not declare stands where it is first met.
  public let nodes: [Node]
  /// Each pair of nodes once, in the order of declaration.
  public let hops: [Hop]

  /// Something that a request passes through, starts at or ends in.
  public struct Node: Sendable, Identifiable {
    public let id: ID
    public let kind: Kind
    /// What the stack's author calls it.
    public let name: String
    /// Where it is, for what is declared.
    public let region: Region?
    /// Why X-Ray has nothing of it; `nil` where it is on the map, or is nothing that ever is.
    public let gap: Cause?

    public enum ID: Hashable, Sendable {
      case declared(Address)
      case outside(Kind, String)
    }
  }

  /// What a node is, in the words of a picture.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case browser
    case client
    case schedule
    case events
    case restAPI = "REST API"
    case httpAPI = "HTTP API"
    case functionURL = "function URL"
    case function
    case canary
    case topic
    case bus = "event bus"
    case queue
    case stateMachine = "state machine"
    case table
    case bucket
    case service
    case distribution
    case loadBalancer = "load balancer"
    case containers = "container service"
    case host
    case database
    case cache
    case stream
    case userPool = "user pool"
  }

  /// One step of a request.
  public struct Hop: Hashable, Sendable {
    public let from: Node.ID
    public let to: Node.ID
    public let visibility: TraceVisibility
  }

  /// What X-Ray sees of a hop.
  public enum TraceVisibility: Hashable, Sendable {
    case traced
    /// The trace begins behind the hop, for what is before it sends no header.
    case startsHere(Cause)
    /// The hop is on no map.
    case gap(Cause)

    public var cause: Cause? {
      switch self {
      case .traced: nil
      case .startsHere(let cause), .gap(let cause): cause
      }
    }
  }
}

extension TraceGraph {
  public func node(_ id: Node.ID) -> Node? {
    nodes.first { $0.id == id }
  }
}
