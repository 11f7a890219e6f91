extension Text {
  /// Whether the text cannot be told: Terraform knows a part of it only after apply, and no single resource that it refers
  /// to says what it is, or it is sensitive.
  package var isUndecided: Bool {
    var isUndecided = false
    forEachExpression { if $0.isUndecided { isUndecided = true } }
    return isUndecided || isSensitive
  }

  /// - Throws: If the text cannot be told.
  package func expectDecided(in argument: String) throws(DecodingFailure) {
    if isUndecided { throw DecodingFailure(argument: argument, reason: isSensitive ? .sensitive : .knownAfterApply) }
  }
}

extension Expression {
  /// Whether no rule can tell what it is: a plan does not say, a module's outputs are its own affair, and Terraform's
  /// language as text is not evaluated.
  package var isUndecided: Bool {
    switch self {
    case .call(Expression.knownAfterApply, _), .module, .bound, .hcl, .splat, .comprehension: true
    case .variable(_, default: .text(let text)): text.onlyExpression?.isUndecided ?? false
    case .named(let value): value.isOfInstances
    case .member(let part, _), .index(let part, _): part.isUndecided
    case .call, .attribute, .variable, .local, .literal, .conditional, .binary, .unary, .sensitive: false
    }
  }
}
