/// A line for each request to a stage: `access_log_settings`, as JSON.
public struct AccessLog: Hashable, Sendable {
  /// `destination_arn`
  public var group: ARN<LogGroup>
  /// What a line says besides the id of the request, which AWS insists on.
  public var fields: Set<Field>

  public init(to group: ARN<LogGroup>, fields: Set<Field> = Set(Field.allCases)) {
    self.group = group
    self.fields = fields
  }

  /// Of API Gateway's `$context` variables, those that help to find out what happened.
  public enum Field: String, Hashable, Sendable, CaseIterable {
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

  func encode(into block: inout Block) {
    block.setAccessLog(to: group, fields.map(\.rawValue))
  }
}

extension AccessLog {
  /// With those of its fields that the type knows.
  init(reading block: BlockReader) throws(Unreadable) {
    self.init(to: try block.arn("destination_arn"), fields: block.accessLogFields())
  }
}
