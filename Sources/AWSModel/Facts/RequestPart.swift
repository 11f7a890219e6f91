/// What a resource is in the path of requests: who sends them to it, and to what it sends them.
package struct RequestPart: Sendable {
  /// `nil` for what only joins two others, such as a listener, which no picture shows.
  package let kind: Kind?
  /// The ways to the arguments that refer to what sends requests to it.
  package let sources: [[String]]
  /// The ways to the arguments that refer to what it sends requests to, documents with references in them included.
  package let destinations: [[String]]
  package let entry: Entry
  /// The way to the role with which it calls others; `nil` where it has none.
  package let role: ArgumentWay?

  package enum Kind: String, Sendable, CaseIterable {
    case distribution, loadBalancer, containers, host, database, cache, stream, userPool
  }

  /// Who calls it from outside of the stack.
  package enum Entry: Sendable {
    case none, browser
    /// A client, unless the argument is true or a resource of the stack sends requests to it.
    case client(unless: String?)
  }

  /// - Parameters:
  ///   - sources: With full stops: `load_balancer.target_group_arn`.
  ///   - destinations: With full stops: `origin.domain_name`.
  init(
    _ kind: Kind?, from sources: [String] = [], to destinations: [String] = [], entry: Entry = .none,
    role: ArgumentWay? = nil
  ) {
    self.kind = kind
    self.sources = sources.map { $0.split(separator: ".").map(String.init) }
    self.destinations = destinations.map { $0.split(separator: ".").map(String.init) }
    self.entry = entry
    self.role = role
  }
}
