import AWSModel
package import TerraformModel

extension Subject<LambdaFunction> {
  /// The value of an environment variable; `nil` where it is not set.
  ///
  /// - Throws: Where it is set to a value that is sensitive or known only after apply.
  package func variable(_ name: String, in stack: DeclaredStack) throws(DecodingFailure) -> String? {
    guard let text = try self[\.environment][name] else { return nil }
    guard let value = stack.resolved(text) else {
      throw DecodingFailure(argument: "environment.variables.\(name)", reason: text.reasonUnknown)
    }
    return value
  }

  /// Whether its code traces with Powertools, as far as its environment and layers tell.
  package var usesPowertools: Bool {
    get throws(DecodingFailure) {
      if try self[\.environment].keys.contains(where: { $0.hasPrefix("POWERTOOLS_") }) { return true }
      return try hasLayer { $0.contains("Powertools") }
    }
  }

  /// Whether spans sent to localhost go anywhere.
  package var hasADOTCollector: Bool {
    get throws(DecodingFailure) { try hasLayer { $0.contains(":layer:aws-otel-collector-") } }
  }

  /// `AWS_LAMBDA_EXEC_WRAPPER`: the script that starts the runtime.
  package func execWrapper(in stack: DeclaredStack) throws(DecodingFailure) -> String? {
    try variable("AWS_LAMBDA_EXEC_WRAPPER", in: stack)
  }

  private func hasLayer(where isMeant: (String) -> Bool) throws(DecodingFailure) -> Bool {
    // An image has none.
    if try self[\.code.image] != nil { return false }
    return try self[\.code.layers].contains { layer in layer.text.literal.map(isMeant) ?? false }
  }
}

extension Region {
  /// `usEast1` for `us-east-1`, as the constants are called.
  package var swiftName: String { variable(for: rawValue) }
}
