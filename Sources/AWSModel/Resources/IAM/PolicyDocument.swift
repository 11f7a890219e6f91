public import TerraformModel

/// An IAM policy document, as roles, topics, queues and X-Ray take it.
public struct PolicyDocument: Hashable, Sendable, ArgumentValue {
  public var statements: [Statement]

  public init(_ statements: [Statement]) {
    self.statements = statements
  }

  public var value: Value {
    .json(["Version": "2012-10-17", "Statement": .list(statements.map(\.value))])
  }
}

/// One permission in a policy document. The named ones carry what AWS asks for; `init` takes any.
public struct Statement: Hashable, Sendable, ArgumentValue {
  public enum Effect: String, Hashable, Sendable {
    case allow = "Allow"
    case deny = "Deny"
  }

  /// Who a resource policy is about. A role's own policy has none.
  public enum Principal: Hashable, Sendable {
    case service(String)
    case account(Text)
    case role(ARN<Role>)
    /// An identity provider, such as `cognito-identity.amazonaws.com` or the ARN of an OpenID Connect provider.
    case federated(Text)
    case anyone
  }

  public var id: String?
  public var effect: Effect
  public var principal: Principal?
  /// Such as `xray:PutTraceSegments`.
  public var actions: [String]
  public var resources: [Text]
  /// Operator → key → value, such as `["StringEquals": ["aws:SourceAccount": account]]`.
  public var conditions: [String: [String: Text]]

  public init(
    _ effect: Effect, id: String? = nil, to principal: Principal? = nil, _ actions: [String],
    on resources: [Text], where conditions: [String: [String: Text]] = [:]
  ) {
    self.id = id
    self.effect = effect
    self.principal = principal
    self.actions = actions
    self.resources = resources
    self.conditions = conditions
  }

  /// A statement that allows, as most do.
  public init(
    id: String? = nil, to principal: Principal? = nil, _ actions: [String], on resources: [Text],
    where conditions: [String: [String: Text]] = [:]
  ) {
    self.init(.allow, id: id, to: principal, actions, on: resources, where: conditions)
  }

  public var value: Value {
    var statement: [String: Value] = [
      "Effect": effect.rawValue.value,
      "Action": actions.value,
    ]
    if let id { statement["Sid"] = id.value }
    if !resources.isEmpty { statement["Resource"] = resources.value }
    switch principal {
    case nil: break
    case .anyone: statement["Principal"] = "*"
    case .service(let service): statement["Principal"] = ["Service": service.value]
    case .account(let account): statement["Principal"] = ["AWS": account.value]
    case .role(let role): statement["Principal"] = ["AWS": role.value]
    case .federated(let provider): statement["Principal"] = ["Federated": provider.value]
    }
    if !conditions.isEmpty { statement["Condition"] = conditions.value }
    return .map(statement)
  }
}
