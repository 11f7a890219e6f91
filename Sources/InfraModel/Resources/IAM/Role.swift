/// What an AWS service becomes when it acts for us (`aws_iam_role`).
public struct Role: Resource {
  public static let type = "aws_iam_role"
  public static let namingRule: NamingRule? = NamingRule(
    length: 1...64, characters: .alphanumerics(and: "_+=,.@-"), isGlobal: true, ignoresCase: true)

  public let name: String
  public var physicalName: PhysicalName
  /// `assume_role_policy`: who may become it.
  public var trust: PolicyDocument
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
    description: String? = nil
  ) {
    self.name = name
    self.physicalName = physicalName
    self.trust = trust
    self.description = description
  }

  public func encode(into block: inout Block) {
    block.set("assume_role_policy", trust)
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
