public import TerraformModel

extension PolicyDocument {
  /// - Parameter document: As IAM takes it, with one statement or a list of them.
  init(readingDocument document: Value) throws(DecodingFailure.Reason) {
    guard case .map(let members) = document, let statements = members["Statement"] else { throw document.unfit }
    var read: [Statement] = []
    for statement in statements.entriesOfPolicy { read += try Statement.reading(statement) }
    self.init(read)
  }
}

extension PolicyDocument: ArgumentCodable {
  /// A document that is built of values, or carried as text.
  public init(reading value: Value) throws(DecodingFailure.Reason) {
    try self.init(readingDocument: try value.document)
  }
}

extension Statement {
  /// The statements that say together what one of IAM's says: it may name several principals, and several values of a
  /// condition any of which will do.
  fileprivate static func reading(_ value: Value) throws(DecodingFailure.Reason) -> [Statement] {
    guard case .map(let members) = value else { throw value.unfit }
    for unheld in ["NotAction", "NotResource", "NotPrincipal"] where members[unheld] != nil {
      throw .unfit("a `\(unheld)`")
    }
    guard let effect = Effect(rawValue: try text(members["Effect"])) else { throw .unfit("another effect") }
    let actions = try (members["Action"]?.entriesOfPolicy ?? []).map { action throws(DecodingFailure.Reason) in
      try String(reading: action)
    }
    let resources = try (members["Resource"]?.entriesOfPolicy ?? []).map { resource throws(DecodingFailure.Reason) in
      try Text(reading: resource)
    }
    let id = try members["Sid"].map { id throws(DecodingFailure.Reason) in try String(reading: id) }
    let principals = try members["Principal"].map { principal throws(DecodingFailure.Reason) in
      try Principal.reading(principal).map(Optional.some)
    }
    let conditions = try members["Condition"].map { condition throws(DecodingFailure.Reason) in
      try readConditions(condition)
    }
    return (principals ?? [nil]).flatMap { principal in
      (conditions ?? [[:]]).map { Statement(effect, id: id, to: principal, actions, on: resources, where: $0) }
    }
  }

  private static func text(_ value: Value?) throws(DecodingFailure.Reason) -> String {
    guard let value else { throw .missing }
    return try String(reading: value)
  }

  /// Every way to choose one value of each key.
  private static func readConditions(_ value: Value) throws(DecodingFailure.Reason) -> [[String: [String: Text]]] {
    guard case .map(let operators) = value else { throw value.unfit }
    var ways: [[String: [String: Text]]] = [[:]]
    for (name, keys) in operators.sorted(by: { $0.key < $1.key }) {
      guard case .map(let keys) = keys else { throw keys.unfit }
      for (key, values) in keys.sorted(by: { $0.key < $1.key }) {
        let entries = values.entriesOfPolicy
        // Of a list, `StringNotEquals` and its like ask for none, and `ForAllValues` is about sets.
        guard entries.count == 1 || !(name.contains("Not") || name.contains(":")), ways.count * entries.count <= 64
        else {
          throw .unfit("a condition on several values")
        }
        var more: [[String: [String: Text]]] = []
        for entry in entries {
          let text = try Text(reading: entry)
          for var way in ways {
            way[name, default: [:]][key] = text
            more.append(way)
          }
        }
        ways = more
      }
    }
    return ways
  }
}

extension Statement.Principal {
  fileprivate static func reading(_ value: Value) throws(DecodingFailure.Reason) -> [Statement.Principal] {
    guard case .map(let members) = value else {
      guard try String(reading: value) == "*" else { throw value.unfit }
      return [.anyone]
    }
    var principals: [Statement.Principal] = []
    for (kind, values) in members.sorted(by: { $0.key < $1.key }) {
      for entry in values.entriesOfPolicy {
        let text = try Text(reading: entry)
        switch kind {
        case "Service": principals.append(.service(try String(reading: entry)))
        case "AWS" where text.literal == "*": principals.append(.anyone)
        case "AWS": principals.append(.account(text))
        case "Federated": principals.append(.federated(text))
        default: throw .unfit("a principal of kind '\(kind)'")
        }
      }
    }
    return principals
  }
}

extension Value {
  /// A list's entries; anything else is a list of itself, as in IAM.
  fileprivate var entriesOfPolicy: [Value] {
    if case .list(let values) = self { values } else { [self] }
  }
}

extension BlockDecoder {
  func policy(_ name: String) throws(DecodingFailure) -> PolicyDocument {
    guard let policy = try policyIfPresent(name) else { throw error(name, .missing) }
    return policy
  }

  func policyIfPresent(_ name: String) throws(DecodingFailure) -> PolicyDocument? {
    guard let document = try documentIfPresent(name) else { return nil }
    do throws(DecodingFailure.Reason) { return try PolicyDocument(readingDocument: document) } catch {
      throw self.error(name, error)
    }
  }
}
