extension DeclaredStack {
  /// What makes X-Ray keep traces, in the order of declaration of each kind.
  var traceSources: [Declaration] {
    subjects(LambdaFunction.self).filter { (try? $0[\.tracing].canBe(.active)) ?? true }.map(\.declaration)
      + declared(StateMachine.self).filter { $0.tracing == .active }.map(\.declaration)
      + declared(Stage.self).filter { $0.tracing.canBe(.active) }.map(\.declaration)
  }

  /// The APIs with a method that anyone may call. Preflight requests do not count: they reach nothing.
  var openAPIs: Set<Text> {
    Set(declared(Method.self).filter { $0.authorization == .none && $0.method != .options }.map { $0.api.id })
  }
}
