import AWSModel
package import TerraformModel

/// How one type of resource makes a service call functions: which arguments name them, and what the service is.
package struct CallingType: Sendable {
  /// The paths of the arguments that hold a function's ARN.
  let functions: [String]
  package let service: String
  /// The argument that says for what the service calls; `nil` for the resource itself, and `sourceIsUnknown` for neither.
  let source: Source
  /// The argument with the role as which it calls instead, so that no permission is needed.
  let role: String?
  /// Whether AWS tries the permission when the resource is created, so that it has to be there before.
  package let triesAtOnce: Bool

  enum Source: Sendable {
    case itself
    case argument(String)
    case unknown
  }

  init(
    _ functions: [String], by service: String, for source: Source, unlessAs role: String? = nil,
    triesAtOnce: Bool = false
  ) {
    self.functions = functions
    self.service = service
    self.source = source
    self.role = role
    self.triesAtOnce = triesAtOnce
  }

  private static let alarm = CallingType(
    ["alarm_actions", "ok_actions", "insufficient_data_actions"], by: "lambda.alarms.cloudwatch.amazonaws.com",
    for: .itself)

  /// Every type but EventBridge's targets and SNS's subscriptions, which have rules of their own.
  ///
  /// - API Gateway: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-control-access-using-iam-policies-to-invoke-api.html
  /// - S3: https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html
  /// - Alarms: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-actions-Lambda.html
  /// - CloudWatch Logs: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html
  /// - Config: https://docs.aws.amazon.com/config/latest/developerguide/evaluate-config_develop-rules_lambda-functions.html
  /// - Load balancers: https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html
  static let byType: [String: CallingType] = [
    HTTPIntegration.type: CallingType(
      ["integration_uri"], by: "apigateway.amazonaws.com", for: .argument("api_id"), unlessAs: "credentials_arn"),
    "aws_apigatewayv2_authorizer": CallingType(
      ["authorizer_uri"], by: "apigateway.amazonaws.com", for: .argument("api_id"),
      unlessAs: "authorizer_credentials_arn"),
    Integration.type: CallingType(
      ["uri"], by: "apigateway.amazonaws.com", for: .argument("rest_api_id"), unlessAs: "credentials"),
    "aws_api_gateway_authorizer": CallingType(
      ["authorizer_uri"], by: "apigateway.amazonaws.com", for: .argument("rest_api_id"),
      unlessAs: "authorizer_credentials"),
    BucketNotification.type: CallingType(
      ["lambda_function.lambda_function_arn"], by: "s3.amazonaws.com", for: .argument("bucket"), triesAtOnce: true),
    MetricAlarm.type: alarm,
    CompositeAlarm.type: alarm,
    "aws_cloudwatch_log_subscription_filter": CallingType(
      ["destination_arn"], by: "logs.amazonaws.com", for: .unknown, unlessAs: "role_arn", triesAtOnce: true),
    "aws_config_config_rule": CallingType(
      ["source.source_identifier"], by: "config.amazonaws.com", for: .unknown, triesAtOnce: true),
    "aws_lb_target_group_attachment": CallingType(
      ["target_id"], by: "elasticloadbalancing.amazonaws.com", for: .unknown, triesAtOnce: true),
    "aws_iot_topic_rule": CallingType(["lambda.function_arn"], by: "iot.amazonaws.com", for: .unknown),
    "aws_ses_receipt_rule": CallingType(
      ["lambda_action.function_arn"], by: "ses.amazonaws.com", for: .unknown, triesAtOnce: true),
    "aws_secretsmanager_secret_rotation": CallingType(
      ["rotation_lambda_arn"], by: "secretsmanager.amazonaws.com", for: .unknown, triesAtOnce: true),
    "aws_cognito_user_pool": CallingType(
      [
        "create_auth_challenge", "custom_message", "define_auth_challenge", "post_authentication",
        "post_confirmation", "pre_authentication", "pre_sign_up", "pre_token_generation", "user_migration",
        "verify_auth_challenge_response",
      ].map { "lambda_config.\($0)" }, by: "cognito-idp.amazonaws.com", for: .unknown),
  ]
}

/// One call that a service makes of a function of the stack for a resource of the stack.
package struct FunctionCall {
  package let caller: Declaration
  package let type: CallingType
  package let called: CalledFunction
  /// What the service calls for, where the stack declares it.
  package let source: Address?
}

extension DeclaredStack {
  /// Every call of a function of the stack by a service that needs its permission, in the order of declaration.
  package var functionCalls: [FunctionCall] {
    let calls = CalledFunctions(self)
    return managed(in: CallingType.byType).flatMap { type, declarations in
      declarations.flatMap { caller -> [FunctionCall] in
        if let role = type.role, caller.block[role] != nil { return [] }
        var found: [FunctionCall] = []
        for path in type.functions {
          caller.block.forEach(at: path) { value in
            guard let called = calls.called(by: value, in: caller.region) else { return }
            found.append(FunctionCall(caller: caller, type: type, called: called, source: source(of: caller, type)))
          }
        }
        return found
      }
    }
  }

  private func source(of caller: Declaration, _ type: CallingType) -> Address? {
    switch type.source {
    case .itself: return caller.address
    case .unknown: return nil
    case .argument(let name):
      guard case .text(let text)? = caller.block[name] else { return nil }
      return target(of: text)?.address
    }
  }
}

extension Block {
  fileprivate func forEach(at path: String, _ visit: (Value) -> Void) {
    let steps = path.split(separator: ".").map(String.init)
    guard let first = steps.first else { return }
    self[first]?.forEach(at: Array(steps.dropFirst()), entries: true, visit)
  }
}
