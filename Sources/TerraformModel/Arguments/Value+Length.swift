extension Value {
  /// The minimum length of the value as JSON: values that are known only after apply count as zero.
  package func compactLength(in stack: DeclaredStack) -> Int {
    switch self {
    case .text(let text):
      2 + (text.literal?.scalarCount ?? text.parts.reduce(0) { $0 + (stack.resolved(Text($1))?.scalarCount ?? 0) })
    case .literal(let literal): 2 + literal.scalarCount
    case .bool, .integer, .number: text(in: stack)?.count ?? 0
    case .list(let values): 1 + max(1, values.reduce(0) { $0 + $1.compactLength(in: stack) + 1 })
    case .map(let values), .literalMap(let values):
      1 + max(1, values.reduce(0) { $0 + $1.key.scalarCount + 4 + $1.value.compactLength(in: stack) })
    case .json(let document): document.compactLength(in: stack)
    case .address, .blocks: 0
    }
  }
}

extension Text {
  fileprivate init(_ part: Part) {
    switch part {
    case .literal(let literal): self.init(literal)
    case .expression(let expression): self.init(expression)
    }
  }
}
