public import InfraModel

extension DeclaredStack {
  /// The resource of a kind that was declared with a name.
  ///
  /// ```swift
  /// let errors = try DeclaredStack(Website(environment: .prod)).resource(MetricAlarm.self, "crawler-errors")
  /// #expect(errors.missingData == .notBreaching)
  /// ```
  ///
  /// - Throws: `UnknownResource`, which says what there is, so that a test of a renamed resource does not pass idly.
  public func resource<R: Resource>(_ type: R.Type, _ name: String) throws -> R {
    let all = declared(type)
    guard let found = all.first(where: { $0.resource.name == name }) else {
      throw UnknownResource(
        stack: identity, type: R.type, name: name, declared: all.map(\.resource.name).sorted())
    }
    return found.resource
  }
}

/// A test asked for what the stack does not declare.
public struct UnknownResource: Error, CustomStringConvertible {
  public let stack: StackIdentity
  /// Terraform's word for the kind, such as `aws_sns_topic`.
  public let type: String
  public let name: String
  /// The names of what is declared of the kind.
  public let declared: [String]

  public var description: String {
    let others = declared.isEmpty ? "it declares none" : "it declares \(declared.joined(separator: ", "))"
    return "stack '\(stack)' declares no \(type) named '\(name)'; \(others)"
  }
}
