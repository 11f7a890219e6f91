/// A managed policy on a role (`aws_iam_role_policy_attachment`).
public struct RolePolicyAttachment: Resource {
  public static let type = "aws_iam_role_policy_attachment"

  public let name: String
  public var role: RoleName
  public var policy: ARN<ManagedPolicy>

  public init(_ name: String, _ policy: ARN<ManagedPolicy>, to role: RoleName) {
    self.name = name
    self.role = role
    self.policy = policy
  }

  public func encode(into block: inout Block) {
    block.set("role", role)
    block.set("policy_arn", policy)
  }
}

/// A policy that stands by itself: AWS's own, or one of the account's.
public enum ManagedPolicy {}

/// AWS's own policies, spelt once: a misspelt one passes terraform's plan.
extension ARN<ManagedPolicy> {
  /// Segments, telemetry, and reading sampling rules.
  public static let xrayDaemonWriteAccess = aws("AWSXRayDaemonWriteAccess")
  /// Logs only. It does not let a function write traces.
  public static let lambdaBasicExecution = aws("service-role/AWSLambdaBasicExecutionRole")
  public static let lambdaVPCAccess = aws("service-role/AWSLambdaVPCAccessExecutionRole")
  /// What API Gateway needs to write its logs.
  public static let apiGatewayPushToCloudWatchLogs = aws("service-role/AmazonAPIGatewayPushToCloudWatchLogs")

  private static func aws(_ name: String) -> ARN<ManagedPolicy> {
    ARN<ManagedPolicy>(Text("arn:aws:iam::aws:policy/\(name)"))
  }
}
