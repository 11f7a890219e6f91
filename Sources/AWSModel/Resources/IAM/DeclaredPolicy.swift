package import TerraformModel

/// A policy document that a stack declares.
package struct DeclaredPolicy: Sendable {
  package let declaration: Declaration
  package let place: PolicyDocumentLocation
  package let document: CarriedDocument
  /// Those that are known.
  package let statements: [PolicyStatement]

  fileprivate init(_ value: Value, at place: PolicyDocumentLocation, of declaration: Declaration) {
    self.declaration = declaration
    self.place = place
    document = value.carriedDocument
    statements =
      if case .document(let document) = document {
        document.policyEntries.filter { !$0.isUndecided }.map(PolicyStatement.init)
      } else {
        []
      }
  }

  /// Whether the stack says all that is in it.
  package var isKnown: Bool {
    if case .document(let document) = document {
      !document.policyEntries.contains(where: \.isUndecided)
    } else {
      false
    }
  }

  /// What it is attached to, as far as the stack declares it.
  func holder(in stack: DeclaredStack) -> Declaration? {
    guard let argument = place.holder else { return declaration }
    guard case .text(let text) = declaration.block[argument] else { return nil }
    return stack.target(of: text)
  }
}

extension DeclaredPolicy {
  /// What it is attached to; `nil` where the stack does not declare that.
  ///
  /// - Throws: Where Terraform knows only after apply what it is attached to.
  package func knownHolder(in stack: DeclaredStack) throws(DecodingFailure) -> Declaration? {
    guard let argument = place.holder, case .text(let text) = declaration.block[argument] else {
      return holder(in: stack)
    }
    return try stack.target(of: text, in: argument)
  }
}

extension DeclaredStack {
  /// Every policy document of the stack, in the order of declaration.
  package var policies: [DeclaredPolicy] { cached(DeclaredPolicies.init).all }
}

private struct DeclaredPolicies: Sendable {
  let all: [DeclaredPolicy]

  init(_ stack: DeclaredStack) {
    all = stack.managed(anyOf: ResourceCatalog.aws.policies.keys).flatMap { declaration in
      (ResourceCatalog.aws.policies[declaration.resourceType] ?? []).flatMap { place in
        place.values(in: declaration.block).map { DeclaredPolicy($0, at: place, of: declaration) }
      }
    }
  }
}

extension PolicyDocumentLocation {
  fileprivate func values(in arguments: Block) -> [Value] {
    guard let block else { return arguments[argument].map { [$0] } ?? [] }
    guard case .blocks(let blocks) = arguments[block] else { return [] }
    return blocks.compactMap { $0[argument] }
  }
}
