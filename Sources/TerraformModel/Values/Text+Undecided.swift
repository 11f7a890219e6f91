extension Text {
  /// Whether the text cannot be told: Terraform knows a part of it only after apply, and no single resource that it refers
  /// to says what it is, or it is sensitive.
  package var isUndecided: Bool {
    var isUndecided = false
    forEachExpression { if case .call(Expression.knownAfterApply, _) = $0 { isUndecided = true } }
    return isUndecided || isSensitive
  }

  /// - Throws: If the text cannot be told.
  package func expectDecided(in argument: String) throws(DecodingFailure) {
    if isUndecided { throw DecodingFailure(argument: argument, reason: isSensitive ? .sensitive : .knownAfterApply) }
  }
}
