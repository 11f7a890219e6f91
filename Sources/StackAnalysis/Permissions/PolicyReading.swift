import AWSModel
package import TerraformModel

/// What a policy document says of one service, be it written in Swift or as text.
package struct PolicyReading {
  private let statements: [[String: JSONDocument]]
  /// Whether every statement is known before Terraform runs.
  private let isComplete: Bool

  /// `nil` for a document that is not known before Terraform runs.
  init?(_ value: Value?, in stack: DeclaredStack) {
    guard let value else { return nil }
    let document =
      stack.spelled(value).map { try? JSONDocument(parsing: $0) } ?? JSONDocument(value, spelling: stack.spelled)
    guard case .object(let members) = document else { return nil }
    let entries = members["Statement"].map(\.entries) ?? []
    statements = entries.compactMap(\.members)
    isComplete = statements.count == entries.count
  }

  /// What the `policy` of a declaration says.
  ///
  /// - Throws: Where it is not known before Terraform runs.
  package init(of declaration: Declaration, in stack: DeclaredStack) throws(DecodingFailure) {
    guard let reading = PolicyReading(declaration.block["policy"], in: stack) else {
      throw PolicyReading.unreadable(declaration)
    }
    self = reading
  }

  /// - Throws: Where the policy of a declaration has statements that are not known before Terraform runs.
  package func expectComplete(_ declaration: Declaration) throws(DecodingFailure) {
    if !isComplete { throw PolicyReading.unreadable(declaration) }
  }

  private static func unreadable(_ declaration: Declaration) -> DecodingFailure {
    DecodingFailure(argument: "policy", reason: .knownAfterApply).asEvidence(declaration)
  }

  /// Whether a service may do something, as far as the document goes: conditions may well hold, and what is said by
  /// exception may mean it.
  package func admits(_ service: String, to action: String) -> Bool {
    let about = statements.filter { isAbout(service, action, in: $0) }
    let isShutOut = about.contains { $0["Effect"] == .string("Deny") && $0["Condition"] == nil }
    return !isShutOut && about.contains { $0["Effect"] == .string("Allow") }
  }

  private func isAbout(_ service: String, _ action: String, in statement: [String: JSONDocument]) -> Bool {
    let isDeny = statement["Effect"] == .string("Deny")
    guard statement["NotPrincipal"] == nil, statement["NotAction"] == nil else { return !isDeny }
    return statement["Principal"].map { names(service, in: $0) } ?? false
      && (statement["Action"]?.entries ?? []).contains { entry in
        if case .string(let pattern) = entry { matches(action, pattern: pattern) } else { false }
      }
  }

  private func names(_ service: String, in principal: JSONDocument) -> Bool {
    guard case .object(let kinds) = principal else { return principal == .string("*") }
    let services = kinds["Service"]?.entries ?? []
    return services.contains(.string(service)) || services.contains(.string("*"))
      || kinds["AWS"]?.entries.contains(.string("*")) == true
  }
}

extension JSONDocument {
  /// A list's entries; anything else is a list of itself, as in IAM.
  fileprivate var entries: [JSONDocument] {
    if case .array(let values) = self { values } else { [self] }
  }

  fileprivate var members: [String: JSONDocument]? {
    if case .object(let members) = self { members } else { nil }
  }
}
