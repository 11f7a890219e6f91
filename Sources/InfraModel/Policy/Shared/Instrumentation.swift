extension Declared<LambdaFunction> {
  /// Whether its code traces with Powertools, as far as its environment and layers tell.
  var usesPowertools: Bool {
    resource.environment.keys.contains { $0.hasPrefix("POWERTOOLS_") } || hasLayer { $0.contains("Powertools") }
  }

  /// Whether spans sent to localhost go anywhere.
  var hasADOTCollector: Bool {
    hasLayer { $0.contains(":layer:aws-otel-collector-") }
  }

  /// `AWS_LAMBDA_EXEC_WRAPPER`: the script that starts the runtime.
  func execWrapper(in stack: DeclaredStack) -> String? {
    resource.environment["AWS_LAMBDA_EXEC_WRAPPER"].flatMap { stack.resolved($0) }
  }

  private func hasLayer(where isMeant: (String) -> Bool) -> Bool {
    resource.code.layers.contains { layer in layer.text.literal.map(isMeant) ?? false }
  }
}

extension Region {
  /// `usEast1` for `us-east-1`, as the constants are called.
  var swiftName: String { variable(for: rawValue) }
}
