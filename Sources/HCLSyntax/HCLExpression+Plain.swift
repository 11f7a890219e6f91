extension HCLExpression {
  /// Whether it has neither heredocs nor comments, so that it can stand on one line.
  var isPlain: Bool {
    switch kind {
    case .null, .bool, .number, .name: true
    case .template(let template): template.isPlain
    case .tuple(let elements, let comments):
      comments.isEmpty
        && elements.allSatisfy { $0.comments.isEmpty && $0.trailingComment == nil && $0.value.isPlain }
    case .object(let members, let comments):
      comments.isEmpty
        && members.allSatisfy {
          $0.comments.isEmpty && $0.trailingComment == nil && $0.key.isPlain && $0.value.isPlain
        }
    case .comprehension(let comprehension): comprehension.parts.allSatisfy(\.isPlain)
    case .call(let call): call.arguments.allSatisfy(\.isPlain)
    case .parenthesized(let inner), .unary(_, let inner): inner.isPlain
    case .chain(let first, let rest): first.isPlain && rest.allSatisfy(\.operand.isPlain)
    case .conditional(let condition, let first, let second):
      condition.isPlain && first.isPlain && second.isPlain
    case .traversal(let base, let steps):
      base.isPlain && steps.allSatisfy { if case .index(let key) = $0 { key.isPlain } else { true } }
    }
  }
}

extension HCLTemplate {
  fileprivate var isPlain: Bool {
    if case .heredoc = form { return false }
    return parts.allSatisfy { $0.expression?.isPlain ?? true }
  }
}
