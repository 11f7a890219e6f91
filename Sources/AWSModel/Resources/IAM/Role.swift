public import TerraformModel

/// The identity with which an AWS service, or another principal, acts in the account (`aws_iam_role`).
public struct Role: ResourceModel {
  public static let type = "aws_iam_role"

  public let name: String
  public var physicalName: PhysicalName
  /// `assume_role_policy`: who may assume it.
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

  public static let arguments = ArgumentTable<Self> { table in
    table.add("assume_role_policy", \.trust)
    table.duration("max_session_duration", \.maxSessionDuration, in: .seconds, 3_600...43_200)
    table.add("description", \.description)
    table.unmodeled("permissions_boundary", .arn)
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html",
    name: NamingRule(length: 1...64, characters: .alphanumerics(and: "_+=,.@-"), isGlobal: true, ignoresCase: true),
    iamPrefix: "iam",
    policies: [
      PolicyDocumentLocation("assume_role_policy", .trust, upTo: 4_096),
      PolicyDocumentLocation("policy", in: "inline_policy", .identity, upTo: 10_240),
    ])
}

extension DeclaredResource<Role> {
  public var arn: ARN<Role> { ARN(attribute("arn")) }
  public var roleName: RoleName { RoleName(attribute("name")) }
}

/// A role's name, to which policies are attached; AWS refuses its ARN there.
public struct RoleName: Hashable, Sendable, ArgumentCodable {
  public let text: Text
  public var value: Value { .text(text) }

  public init(_ text: Text) {
    self.text = text
  }

  public init(reading value: Value) throws(DecodingFailure.Reason) {
    text = try Text(reading: value)
  }
}

extension ValueLimit {
  static let roleName = ValueLimit.shape("a role's name, not its ARN") { !$0.hasPrefix("arn:") }
}

extension Role: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    self.init(
      name, trust: try block.policy("assume_role_policy"),
      maxSessionDuration: try block.secondsIfPresent("max_session_duration"),
      description: try block.stringIfPresent("description"))
  }
}
