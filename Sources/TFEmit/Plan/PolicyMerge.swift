import InfraModel

/// The statements of policy documents that become one document, as `data "aws_iam_policy_document"` merges them: of two
/// statements with the same `sid` the later takes the place of the earlier.
struct PolicyMerge {
  private var statements: [Value] = []
  /// Where the statement with a `sid` is.
  private var places: [String: Int] = [:]
  private var isComplete = true

  /// More statements than any policy has room for. Without an end, documents that hold each other more than once would
  /// have as many as two to the power of their number.
  private static let most = 4_096

  /// What stands for statements that are known only after apply.
  static let unknown: Value = .text(Text(.knownAfterApply(reading: [])))

  /// The document, with an entry that is known only after apply if there may be more statements.
  var document: Value {
    ["Version": "2012-10-17", "Statement": .list(statements + (isComplete ? [] : [Self.unknown]))]
  }

  /// - Parameter statement: A statement as IAM writes it, or what stands for unknown ones.
  mutating func add(_ statement: Value) {
    guard case .map(let members) = statement else { return addUnknown(isOverriding: true) }
    var sid: String?
    if case .text(let text)? = members["Sid"] {
      sid = text.literal
      // It may be that of any other.
      if sid == nil { isComplete = false }
    }
    if let sid, let place = places[sid] {
      statements[place] = statement
      return
    }
    guard statements.count < Self.most else {
      isComplete = false
      return
    }
    if let sid, !sid.isEmpty { places[sid] = statements.count }
    statements.append(statement)
  }

  /// - Parameters:
  ///   - document: `nil` where it is known only after apply.
  ///   - isOverriding: Whether its statements take the places of others.
  mutating func add(_ document: Value?, isOverriding: Bool) {
    guard case .map(let members)? = document else { return addUnknown(isOverriding: isOverriding) }
    let own = members["Statement"].map { statement -> [Value] in
      if case .list(let statements) = statement { statements } else { [statement] }
    }
    var known: [Value] = []
    var hasUnknown = false
    for statement in own ?? [] {
      if case .map = statement { known.append(statement) } else { hasUnknown = true }
    }
    if hasUnknown { addUnknown(isOverriding: isOverriding) }
    for statement in known { add(statement) }
  }

  /// Statements that are known only after apply.
  mutating func addUnknown(isOverriding: Bool) {
    isComplete = false
    guard isOverriding, !places.isEmpty else { return }
    let replaceable = Set(places.values)
    statements = statements.enumerated().filter { !replaceable.contains($0.offset) }.map(\.element)
    places = [:]
  }
}
