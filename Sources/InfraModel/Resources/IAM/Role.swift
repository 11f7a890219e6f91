/// What somebody becomes to act for us, an AWS service for the most part (`aws_iam_role`).
public struct Role: Resource {
  public static let type = "aws_iam_role"
  public static let namingRule: NamingRule? = NamingRule(
    length: 1...64, characters: .alphanumerics(and: "_+=,.@-"), isGlobal: true, ignoresCase: true)

  public let name: String
  public var physicalName: PhysicalName
  /// `assume_role_policy`: who may become it.
  public var trust: PolicyDocument
  /// `max_session_duration`: the longest session that `sts:AssumeRole…` may ask for, 3,600 to 43,200 seconds. AWS refuses
  /// a caller who asks for more, and does so only when the caller asks.
  public var maxSessionDuration: Duration?
  public var description: String?

  /// A role for an AWS service, such as `lambda.amazonaws.com`.
  public init(
    _ name: String, named physicalName: PhysicalName = .conventional, assumedBy service: String,
    description: String? = nil
  ) {
    self.init(name, named: physicalName, trust: PolicyDocument([.assume(by: service)]), description: description)
  }

  public init(
    _ name: String, named physicalName: PhysicalName = .conventional, trust: PolicyDocument,
    maxSessionDuration: Duration? = nil, description: String? = nil
  ) {
    self.name = name
    self.physicalName = physicalName
    self.trust = trust
    self.maxSessionDuration = maxSessionDuration
    self.description = description
  }

  public func encode(into block: inout Block) {
    block.set("assume_role_policy", trust)
    block.set("max_session_duration", maxSessionDuration)
    block.set("description", description)
  }
}

extension Declared<Role> {
  public var arn: ARN<Role> { ARN(attribute("arn")) }
  public var roleName: RoleName { RoleName(attribute("name")) }
}

/// A role's name, which is what policies are attached to; AWS refuses its ARN there.
public struct RoleName: Hashable, Sendable, ArgumentValue {
  public let text: Text
  public var value: Value { .text(text) }

  public init(_ text: Text) {
    self.text = text
  }
}

extension Role: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    self.init(
      name, trust: try block.policy("assume_role_policy"),
      maxSessionDuration: try block.secondsIfAny("max_session_duration"),
      description: try block.stringIfAny("description"))
  }
}
