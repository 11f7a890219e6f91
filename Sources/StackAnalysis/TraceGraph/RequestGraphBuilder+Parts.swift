import AWSModel
import TerraformModel

extension RequestGraphBuilder {
  /// The paths through resources without a model, by the facts of their types.
  mutating func addParts() {
    let parts = stack.managed(by: { ResourceCatalog.aws.facts[$0]?.part })
      .flatMap { part, declarations in declarations.map { (part: part, declaration: $0) } }
    guard !parts.isEmpty else { return }
    var next: [Address: [Declaration]] = [:]
    for (part, declaration) in parts {
      for way in part.destinations {
        next[declaration.address, default: []] += referred(from: declaration, at: way)
      }
      for way in part.sources {
        for source in referred(from: declaration, at: way) { next[source.address, default: []].append(declaration) }
      }
    }
    for function in stack.subjects(LambdaFunction.self) {
      next[function.address] = referred(from: function.declaration, at: ["environment", "variables"])
        .filter { ResourceCatalog.aws.facts[$0.address.type]?.part != nil }
    }
    addEdges(from: parts.map(\.declaration) + stack.subjects(LambdaFunction.self).map(\.declaration), along: next)
    for (part, declaration) in parts where part.kind != nil { addEntry(part.entry, to: declaration) }
  }

  /// An edge from each node to the next ones, over what only joins them.
  private mutating func addEdges(from declarations: [Declaration], along next: [Address: [Declaration]]) {
    for declaration in declarations {
      guard let id = node(declaration) else { continue }
      var open = next[declaration.address] ?? []
      var seen: Set<Address> = []
      while let reached = open.popLast() {
        guard seen.insert(reached.address).inserted else { continue }
        if let target = entry(reached) {
          add(id, target)
        } else {
          open += next[reached.address] ?? []
        }
      }
    }
  }

  /// The node at which a request arrives that is sent to a resource; the stages of an API stand for it.
  private mutating func entry(_ declaration: Declaration) -> TraceGraph.Node.ID? {
    if declaration.address.type == RestAPI.type {
      return stack.stages(of: declaration).first.flatMap { node($0) }
    }
    return node(declaration)
  }

  private mutating func addEntry(_ entry: RequestPart.Entry, to declaration: Declaration) {
    guard let id = node(declaration) else { return }
    switch entry {
    case .none: return
    case .browser: add(outside(.browser, "browser"), id)
    case .client(let argument):
      if edges.contains(where: { $0.to == id }) { return }
      if let argument, declaration.block[argument]?.text(in: stack) == "true" { return }
      add(outside(.client, "client of \(declaration.resource.name)"), id)
    }
  }

  /// What the values at the end of a way refer to.
  private func referred(from declaration: Declaration, at way: [String]) -> [Declaration] {
    guard let first = way.first, let value = declaration.block[first] else { return [] }
    var found: [Declaration] = []
    value.forEach(at: way, from: 1, entries: true) { value in
      var references = value.references
      if references.isEmpty, case .document(let document) = value.carriedDocument { references = document.references }
      found += references.compactMap { stack.declaration(at: $0.address) }
      if case .text(let text) = value, text.references.isEmpty, let target = stack.target(of: text) {
        found.append(target)
      }
    }
    return found
  }
}

extension Declaration {
  /// The text at the end of a way.
  func value(_ way: ArgumentWay, in stack: DeclaredStack) -> Text? {
    guard way.path.count == 1, case .text(let text)? = block(at: way, in: stack)?[way.path[0]] else { return nil }
    return text
  }
}

extension TraceGraph.Kind {
  init(_ kind: RequestPart.Kind) {
    self =
      switch kind {
      case .distribution: .distribution
      case .loadBalancer: .loadBalancer
      case .containers: .containers
      case .host: .host
      case .database: .database
      case .cache: .cache
      case .stream: .stream
      case .userPool: .userPool
      }
  }
}
