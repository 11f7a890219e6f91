extension Text {
  /// Whether Terraform knows a part of it only after apply, and no single resource that it refers to says what it is.
  var isUndecided: Bool {
    var isUndecided = false
    forEachExpression { if case .call(Expression.knownAfterApply, _) = $0 { isUndecided = true } }
    return isUndecided
  }

  /// - Throws: Where Terraform knows it only after apply.
  func expectDecided(in argument: String) throws(Unreadable) {
    if isUndecided { throw Unreadable(argument: argument, reason: .knownAfterApply) }
  }
}
