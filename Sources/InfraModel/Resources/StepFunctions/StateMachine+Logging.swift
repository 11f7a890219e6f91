extension StateMachine {
  /// `logging_configuration`: which events of an execution are written, and where.
  public enum Logging: Hashable, Sendable {
    case off
    /// - Parameter executionData: `include_execution_data`: what states are given and answer, people's data included.
    case on(ARN<LogGroup>, level: Level, executionData: Bool)
  }

  /// `level`
  public enum Level: String, Hashable, Sendable, ArgumentValue {
    case all = "ALL"
    case error = "ERROR"
    case fatal = "FATAL"
  }
}

extension StateMachine.Logging {
  func encode(into block: inout Block) {
    switch self {
    case .off:
      block.set("level", "OFF")
    case .on(let group, let level, let executionData):
      block.set("level", level)
      block.set("include_execution_data", executionData)
      // Step Functions takes the group's ARN only with this end, which terraform's attribute lacks.
      block.set("log_destination", "\(group):*" as Text)
    }
  }
}

extension Statement {
  /// Has CloudWatch deliver the logs of a state machine. These actions know no resources.
  public static let deliverLogs = Statement(
    id: "DeliverLogs",
    [
      "logs:CreateLogDelivery", "logs:DeleteLogDelivery", "logs:DescribeLogGroups", "logs:DescribeResourcePolicies",
      "logs:GetLogDelivery", "logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:UpdateLogDelivery",
    ], on: ["*"])
}
