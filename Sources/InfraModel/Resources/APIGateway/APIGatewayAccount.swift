/// The role that API Gateway writes logs as (`aws_api_gateway_account`). There is one for all APIs of an account and
/// region, so only one of all stacks may declare it: the last to be applied wins.
public struct APIGatewayAccount: Resource {
  public static let type = "aws_api_gateway_account"

  public let name: String
  /// `cloudwatch_role_arn`: a role that `apigateway.amazonaws.com` may assume, with
  /// `ARN<ManagedPolicy>.apiGatewayPushToCloudWatchLogs`.
  public var logsAs: ARN<Role>

  public init(_ name: String, logsAs role: ARN<Role>) {
    self.name = name
    logsAs = role
  }

  public func encode(into block: inout Block) {
    block.set("cloudwatch_role_arn", logsAs)
  }
}

extension APIGatewayAccount: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    self.init(name, logsAs: try block.arn("cloudwatch_role_arn"))
  }
}
