extension DeclaredStack {
  /// What makes X-Ray keep traces, in the order of declaration of each kind.
  var traceSources: [Declaration] {
    declared(LambdaFunction.self).filter { $0.tracing == .active }.map(\.declaration)
  }
}
