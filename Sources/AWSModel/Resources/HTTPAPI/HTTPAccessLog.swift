/// A line for each request to a stage of an HTTP API. None of its fields names a trace, since an HTTP API has none; the id
/// of the request is in the function's event as well, and leads from one log to the other.
public typealias HTTPAccessLog = AccessLog<HTTPAPI.LogField>

extension HTTPAPI {
  /// The `$context` variables of an HTTP API that help to find out what happened.
  ///
  /// https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-logging-variables.html
  public enum LogField: String, AccessLogField {
    case requestTime
    case httpMethod
    case path
    case routeKey
    case status
    case responseLength
    case responseLatency
    case integrationLatency
    case integrationStatus
    case integrationErrorMessage
    case authorizerError = "authorizer.error"
    case errorMessage = "error.message"
    case sourceIP = "identity.sourceIp"
    case userAgent = "identity.userAgent"
  }
}
