/// How one type of resource makes a service call functions: which arguments name them, and what the service is.
///
/// EventBridge's targets and SNS's subscriptions have rules of their own.
package struct FunctionCalling: Sendable {
  /// The ways to the arguments that hold a function's ARN: `lambda_function`, and then `lambda_function_arn` in it.
  package let functions: [[String]]
  package let service: String
  package let source: Source
  /// The argument with the role as which it calls instead, so that no permission is needed.
  package let role: String?
  /// Whether AWS tries the permission when the resource is created, so that it has to be there before.
  package let triesAtOnce: Bool

  /// What the service calls for, as permissions name it.
  package enum Source: Sendable {
    /// The resource itself.
    case itself
    /// What an argument refers to.
    case argument(String)
    case unknown
  }

  /// - Parameter functions: The arguments, with full stops: `lambda_function.lambda_function_arn`.
  init(
    _ functions: [String], by service: String, for source: Source, unlessAs role: String? = nil,
    triesAtOnce: Bool = false
  ) {
    self.functions = functions.map { $0.split(separator: ".").map(String.init) }
    self.service = service
    self.source = source
    self.role = role
    self.triesAtOnce = triesAtOnce
  }

  /// Alarms: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-actions-Lambda.html
  static let alarm = FunctionCalling(
    ["alarm_actions", "ok_actions", "insufficient_data_actions"], by: "lambda.alarms.cloudwatch.amazonaws.com",
    for: .itself)
}
