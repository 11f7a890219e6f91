extension DeclaredStack {
  /// What makes X-Ray keep traces, in the order of declaration of each kind.
  var traceSources: [Declaration] {
    subjects(LambdaFunction.self).filter { (try? $0[\.tracing].canBe(.active)) ?? true }.map(\.declaration)
      + declared(StateMachine.self).filter { $0.tracing == .active }.map(\.declaration)
      + declared(Stage.self).filter { $0.tracing.canBe(.active) }.map(\.declaration)
  }

  /// Whether nothing of the stack makes or passes on traces, as far as is known: neither X-Ray nor a browser's monitor
  /// nor an instrumentation of the code.
  var isUntraced: Bool {
    traceSources.isEmpty && managed(AppMonitor.type).isEmpty
      && !subjects(LambdaFunction.self).contains { function in
        let variables = (try? function[\.environment]) ?? nil
        guard let variables else { return true }
        return variables.keys.contains { $0 == "AWS_LAMBDA_EXEC_WRAPPER" || $0.hasPrefix("OTEL_") }
      }
  }

  /// The APIs with a method that anyone may call. Preflight requests do not count: they reach nothing.
  var openAPIs: Set<Text> {
    Set(declared(Method.self).filter { $0.authorization == .none && $0.method != .options }.map { $0.api.id })
  }
}
