public import TerraformModel

/// A policy that stands by itself, so that several roles can have it (`aws_iam_policy`). AWS's own are constants of
/// `ARN<ManagedPolicy>`.
public struct ManagedPolicy: ResourceModel {
  public static let type = "aws_iam_policy"

  public let name: String
  public var physicalName: PhysicalName
  /// `policy`: at most 6,144 characters, and no principal.
  public var policy: PolicyDocument
  /// `description`: a change of it makes another policy.
  public var description: String?

  public init(
    _ name: String, named physicalName: PhysicalName = .conventional, _ statements: [Statement],
    description: String? = nil
  ) {
    self.name = name
    self.physicalName = physicalName
    policy = PolicyDocument(statements)
    self.description = description
  }

  public static let arguments = ArgumentTable<Self> { table in
    table.add("policy", \.policy)
    table.add("description", \.description)
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreatePolicy.html",
    name: NamingRule(length: 1...128, characters: .alphanumerics(and: "_+=,.@-"), isGlobal: true, ignoresCase: true),
    isARNItsID: true, iamPrefix: "iam", policies: [PolicyDocumentLocation("policy", .identity, upTo: 6_144)],
    removal: .permission)
}

extension DeclaredResource<ManagedPolicy> {
  public var arn: ARN<ManagedPolicy> { ARN(attribute("arn")) }
}

/// AWS's own policies, spelt once: a misspelt one passes terraform's plan.
extension ARN<ManagedPolicy> {
  /// Segments, telemetry, and reading sampling rules.
  public static let xrayDaemonWriteAccess = aws("AWSXRayDaemonWriteAccess")
  /// Logs only. It does not let a function write traces.
  public static let lambdaBasicExecution = aws("service-role/AWSLambdaBasicExecutionRole")
  public static let lambdaVPCAccess = aws("service-role/AWSLambdaVPCAccessExecutionRole")
  /// What API Gateway needs to write its logs.
  public static let apiGatewayPushToCloudWatchLogs = aws("service-role/AmazonAPIGatewayPushToCloudWatchLogs")

  /// Metrics, alarms, dashboards and logs, to read.
  public static let cloudWatchReadOnlyAccess = aws("CloudWatchReadOnlyAccess")

  private static func aws(_ name: String) -> ARN<ManagedPolicy> {
    ARN<ManagedPolicy>(Text("arn:aws:iam::aws:policy/\(name)"))
  }
}

extension ManagedPolicy: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    self.init(name, try block.policy("policy").statements, description: try block.stringIfPresent("description"))
  }
}
