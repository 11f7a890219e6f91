// Values as far as they are known before Terraform runs.
extension Value {
  /// The text AWS will see.
  func text(in stack: DeclaredStack) -> String? {
    switch self {
    case .text(let text): stack.resolved(text)
    case .literal(let literal): literal
    case .integer(let integer): String(integer)
    case .number(let number): number.words
    case .bool(let bool): String(bool)
    case .address, .list, .map, .literalMap, .blocks, .json: nil
    }
  }

  func number(in stack: DeclaredStack) -> Double? {
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
  var count: Int? {
    switch self {
    case .list(let values): values.count
    case .map(let values), .literalMap(let values): values.count
    case .blocks(let blocks): blocks.count
    case .bool, .integer, .number, .text, .literal, .address, .json: nil
    }
  }

  /// The values at the end of a way through blocks, maps, lists and JSON documents. `@keys` are the keys of a map.
  func forEach(at path: ArraySlice<String>, entries: Bool, _ visit: (Value) -> Void) {
    if case .json(let document) = self { return document.forEach(at: path, entries: entries, visit) }
    guard let step = path.first else {
      if entries, case .list(let values) = self { return values.forEach(visit) }
      if entries, case .map(let values) = self { return values.values.forEach(visit) }
      return visit(self)
    }
    switch self {
    case .list(let values):
      for value in values { value.forEach(at: path, entries: entries, visit) }
    case .blocks(let blocks):
      for block in blocks { block[step]?.forEach(at: path.dropFirst(), entries: entries, visit) }
    case .map(let values) where step == "@keys":
      for key in values.keys.sorted() { visit(.text(Text(key))) }
    case .map(let values): values[step]?.forEach(at: path.dropFirst(), entries: entries, visit)
    case .json, .bool, .integer, .number, .text, .literal, .address, .literalMap: break
    }
  }
}
