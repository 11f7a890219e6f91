import HCLSyntax

extension HCLExpression {
  /// Calls `visit` with the expression and every expression in it.
  func walk(_ visit: (HCLExpression) -> Void) {
    visit(self)
    for part in parts { part.walk(visit) }
  }

  private var parts: [HCLExpression] {
    switch kind {
    case .null, .bool, .number, .name: []
    case .template(let template): template.parts.compactMap(\.expression)
    case .tuple(let elements, _): elements.map(\.value)
    case .object(let members, _): members.flatMap { [$0.key, $0.value] }
    case .comprehension(let comprehension): comprehension.parts
    case .call(let call): call.arguments
    case .parenthesized(let inner), .unary(_, let inner): [inner]
    case .chain(let first, let rest): [first] + rest.map(\.operand)
    case .conditional(let condition, let first, let second): [condition, first, second]
    case .traversal(let base, let steps):
      [base] + steps.compactMap { if case .index(let key) = $0 { key } else { nil } }
    }
  }

  /// The comments in it, line by line.
  var comments: [String] {
    var comments: [HCLComment] = []
    walk { expression in
      switch expression.kind {
      case .tuple(let elements, let closing):
        comments += elements.flatMap { $0.comments + [$0.trailingComment].compactMap(\.self) } + closing
      case .object(let members, let closing):
        comments += members.flatMap { $0.comments + [$0.trailingComment].compactMap(\.self) } + closing
      default: break
      }
    }
    return comments.flatMap(\.readableLines)
  }

  /// The names at the start of its references.
  var roots: Set<String> {
    var roots: Set<String> = []
    walk { if case .traversal(let base, _) = $0.kind, case .name(let root) = base.kind { roots.insert(root) } }
    return roots
  }

  /// The expression without parentheses around it.
  var unwrapped: HCLExpression {
    if case .parenthesized(let inner) = kind { inner.unwrapped } else { self }
  }

  /// The text of a string without interpolations.
  var text: String? {
    if case .template(let template) = kind { template.literal } else { nil }
  }

  /// `true` or `false`, also between quotation marks, as Terraform JSON and old files have it.
  var flag: Bool? {
    if case .bool(let flag) = kind { return flag }
    return text.flatMap { ["true": true, "false": false][$0] }
  }

  /// The name of a keyword or a text, such as `destroy` in `when = destroy`.
  var word: String? {
    if case .name(let name) = kind { name } else { text }
  }

  /// Whether the value is the same whenever it is evaluated: it has no reference and no call.
  var isConstant: Bool {
    switch kind {
    case .null, .bool, .number: true
    case .template(let template): template.literal != nil
    case .tuple(let elements, _): elements.allSatisfy(\.value.isConstant)
    case .object(let members, _): members.allSatisfy { $0.name != nil && $0.value.isConstant }
    case .unary(.minus, let operand): if case .number = operand.kind { true } else { false }
    case .parenthesized(let inner): inner.isConstant
    case .name, .comprehension, .call, .unary, .chain, .conditional, .traversal: false
    }
  }
}

extension HCLItem {
  /// The comments before it and behind it, line by line.
  var allComments: [String] { (comments + [trailingComment].compactMap(\.self)).flatMap(\.readableLines) }
}
