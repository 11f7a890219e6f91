/// A line for each request to a stage of an HTTP API: `access_log_settings`, as JSON. None of it names a trace, since an
/// HTTP API has none; the id of the request is in the function's event as well, and leads from one log to the other.
public struct HTTPAccessLog: Hashable, Sendable {
  /// `destination_arn`
  public var group: ARN<LogGroup>
  /// What a line says besides the id of the request, which AWS insists on.
  public var fields: Set<Field>

  public init(to group: ARN<LogGroup>, fields: Set<Field> = Set(Field.allCases)) {
    self.group = group
    self.fields = fields
  }

  /// Of an HTTP API's `$context` variables, those that help to find out what happened.
  public enum Field: String, Hashable, Sendable, CaseIterable {
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

  func encode(into block: inout Block) {
    block.setAccessLog(to: group, fields.map(\.rawValue))
  }
}

extension HTTPAccessLog {
  /// With those of its fields that the type knows.
  init(reading block: BlockReader) throws(Unreadable) {
    self.init(to: try block.arn("destination_arn"), fields: block.accessLogFields())
  }
}
