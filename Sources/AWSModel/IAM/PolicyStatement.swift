package import TerraformModel

/// A statement of a policy as IAM reads it, whether a model, a text or an extra argument wrote it.
package struct PolicyStatement: Sendable {
  package enum Principal: Hashable, Sendable {
    case anyone
    /// `Service`
    case service(String)
    /// `AWS`: an account, a role or a user.
    case account(Text)
    /// `Federated`: an identity provider.
    case federated(Text)
    /// Any other kind, or what waits for Terraform.
    case other
  }

  package struct Condition: Hashable, Sendable {
    /// Such as `StringEquals`.
    let test: String
    /// In lower case, for IAM takes no notice of case.
    package let key: String
    let values: [Text]
  }

  /// `Allow`, unless it is to the letter.
  package let isAllowing: Bool
  package let principals: [Principal]
  package let actions: [Text]
  package let resources: [Text]
  package let conditions: [Condition]
  /// Whether it is about all actions but these (`NotAction`).
  package let exceptsActions: Bool
  /// Whether it is about all resources but these (`NotResource`).
  package let exceptsResources: Bool

  init(_ value: Value) {
    isAllowing = value.member("Effect")?.knownText == "Allow"
    principals = value.member("Principal").map(Principal.all) ?? []
    exceptsActions = value.member("Action") == nil && value.member("NotAction") != nil
    actions = (value.member("Action") ?? value.member("NotAction"))?.texts ?? []
    exceptsResources = value.member("Resource") == nil && value.member("NotResource") != nil
    resources = (value.member("Resource") ?? value.member("NotResource"))?.texts ?? []
    conditions = value.member("Condition").map(Condition.all) ?? []
  }

  /// The values of a condition key, whatever the test; none where no condition is about it.
  package func values(of key: String) -> [Text] {
    conditions.filter { $0.key == key.lowercased() }.flatMap(\.values)
  }

  /// Whether it allows an action, as far as actions go.
  package func allows(_ action: String) -> Bool { isAllowing && names(action) }

  /// Whether it is about an action.
  package func names(_ action: String) -> Bool {
    actions.contains { $0.known.map { matches(action, pattern: $0) } ?? false } != exceptsActions
  }
}

extension PolicyStatement.Principal {
  fileprivate static func all(_ value: Value) -> [Self] {
    guard case .map(let kinds) = value else { return value.knownText == "*" ? [.anyone] : [.other] }
    return kinds.sorted { $0.key < $1.key }.flatMap { kind, value in
      value.texts.map { text -> Self in
        switch (kind, text.known) {
        case ("AWS", "*"?), ("*", _): .anyone
        case ("Service", let service?): .service(service)
        case ("AWS", _): .account(text)
        case ("Federated", _): .federated(text)
        default: .other
        }
      }
    }
  }
}

extension PolicyStatement.Condition {
  fileprivate static func all(_ value: Value) -> [Self] {
    guard case .map(let tests) = value else { return [] }
    return tests.sorted { $0.key < $1.key }.flatMap { test, keys -> [Self] in
      guard case .map(let keys) = keys else { return [] }
      return keys.sorted { $0.key < $1.key }.map { key, values in
        Self(test: test, key: key.lowercased(), values: values.texts)
      }
    }
  }
}

extension Value {
  package func member(_ name: String) -> Value? {
    if case .map(let members) = self { members[name] } else { nil }
  }

  /// A list's entries; anything else is a list of itself, as in IAM.
  package var entries: [Value] {
    if case .list(let values) = self { values } else { [self] }
  }

  /// The statements of a policy document. One that is undecided stands for those that are known only after apply.
  package var policyEntries: [Value] { member("Statement").map(\.entries) ?? [] }

  /// Whether it is a text that cannot be told.
  package var isUndecided: Bool {
    if case .text(let text) = self { text.isUndecided } else { false }
  }

  fileprivate var texts: [Text] {
    entries.compactMap { entry in
      switch entry {
      case .text(let text): text
      case .literal(let literal): Text(literal)
      case .bool(let bool): Text(String(bool))
      case .integer(let integer): Text(String(integer))
      case .number, .address, .list, .map, .literalMap, .blocks, .json: nil
      }
    }
  }
}
