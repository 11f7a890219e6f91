public import TerraformModel

/// The role that API Gateway writes logs with (`aws_api_gateway_account`). An account has one for all APIs of a region, so
/// only one stack may declare it: the last one to be applied wins.
public struct APIGatewayAccount: ResourceModel {
  public static let type = "aws_api_gateway_account"

  public let name: String
  /// `cloudwatch_role_arn`: a role that `apigateway.amazonaws.com` may assume, with
  /// `ARN<ManagedPolicy>.apiGatewayPushToCloudWatchLogs`.
  public var logsAs: ARN<Role>

  public init(_ name: String, logsAs role: ARN<Role>) {
    self.name = name
    logsAs = role
  }

  public static let arguments = ArgumentTable<Self> { table in
    table.add("cloudwatch_role_arn", \.logsAs, .arn)
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateAccount.html",
    quota: ResourceQuota(1, "API Gateway account settings", of: nil, fix: { "remove '\($0)'" }))
}

extension APIGatewayAccount: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    self.init(name, logsAs: try block.arn("cloudwatch_role_arn"))
  }
}
