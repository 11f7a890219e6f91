public import TerraformModel

/// A line for each request to a stage of an API: `access_log_settings`, as JSON.
public struct AccessLog<Field: AccessLogField>: Hashable, Sendable {
  /// `destination_arn`
  public var group: ARN<LogGroup>
  /// `format`: the variables in a line. The id of the request, which AWS requires, is always one of them.
  public var fields: Set<Field>

  public init(to group: ARN<LogGroup>, fields: Set<Field> = Set(Field.allCases)) {
    self.group = group
    self.fields = fields
  }
}

/// A `$context` variable that a kind of API has, such as `identity.sourceIp`.
public protocol AccessLogField: RawRepresentable, CaseIterable, Hashable, Sendable where RawValue == String {}

extension RestAPI {
  /// The `$context` variables of a REST API that help to find out what happened.
  ///
  /// https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-variables-for-access-logging.html
  public enum LogField: String, AccessLogField {
    case requestTime
    case httpMethod
    case path
    case resourcePath
    case status
    case responseLength
    case responseLatency
    case integrationLatency
    case integrationStatus
    case integrationErrorMessage
    case errorMessage = "error.message"
    case sourceIP = "identity.sourceIp"
    case userAgent = "identity.userAgent"
    /// The trace of the request, which leads from a line of the log to X-Ray.
    case traceID = "xrayTraceId"
  }
}
