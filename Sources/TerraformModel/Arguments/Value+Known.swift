// Values as far as they are known before Terraform runs.
extension Value {
  /// The text AWS will see.
  package func text(in stack: DeclaredStack) -> String? {
    switch self {
    case .text(let text): stack.resolved(text)
    case .literal(let literal): literal
    case .integer(let integer): String(integer)
    case .number(let number): number.words
    case .bool(let bool): String(bool)
    case .address, .list, .map, .literalMap, .blocks, .json: nil
    }
  }

  package func number(in stack: DeclaredStack) -> Double? {
    switch self {
    case .integer(let integer): Double(integer)
    case .number(let number): number
    case .text(let text): stack.resolved(text).flatMap { Double($0) }
    case .bool, .literal, .address, .list, .map, .literalMap, .blocks, .json: nil
    }
  }

  /// Whether it has no entries, members or nested blocks.
  var isScalar: Bool {
    switch self {
    case .bool, .integer, .number, .text, .literal, .address: true
    case .list, .map, .literalMap, .blocks, .json: false
    }
  }

  var isDocument: Bool {
    if case .json = self { true } else { false }
  }

  /// How many entries a list, a map or nested blocks have.
  package var count: Int? {
    switch self {
    case .list(let values): values.count
    case .map(let values), .literalMap(let values): values.count
    case .blocks(let blocks): blocks.count
    case .bool, .integer, .number, .text, .literal, .address, .json: nil
    }
  }

  /// The values at the end of a way through blocks, maps, lists and JSON documents. `@keys` are the keys of a map.
  ///
  /// `step`: How many steps of the way are behind.
  package func forEach(at path: [String], from step: Int = 0, entries: Bool, _ visit: (Value) -> Void) {
    switch self {
    case .json(let document): document.forEach(at: path, from: step, entries: entries, visit)
    case .text:
      guard step < path.count else { return visit(self) }
      // A document that is written as text.
      if case .document(let document) = carriedDocument {
        document.forEach(at: path, from: step, entries: entries, visit)
      }
    case .list(let values) where step < path.count || entries:
      for value in values {
        if step < path.count { value.forEach(at: path, from: step, entries: entries, visit) } else { visit(value) }
      }
    case .blocks(let blocks) where step < path.count:
      for block in blocks { block[path[step]]?.forEach(at: path, from: step + 1, entries: entries, visit) }
    case .map(let values) where step < path.count && path[step] == "@keys":
      for key in values.keys.sorted() { visit(.text(Text(key))) }
    case .map(let values) where step < path.count:
      values[path[step]]?.forEach(at: path, from: step + 1, entries: entries, visit)
    case .map(let values) where entries:
      for (_, value) in values.sorted(by: { $0.key < $1.key }) { visit(value) }
    case .bool, .integer, .number, .literal, .address, .literalMap, .list, .map, .blocks:
      if step == path.count { visit(self) }
    }
  }
}
