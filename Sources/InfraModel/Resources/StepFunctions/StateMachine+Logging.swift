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

extension StateMachine.Logging {
  init(reading block: BlockReader) throws(Unreadable) {
    let level = try block.stringIfAny("level") ?? "OFF"
    guard level != "OFF" else {
      self = .off
      return
    }
    self = .on(
      ARN(try block.text("log_destination").withoutSuffix(":*")), level: try block.word("level"),
      executionData: try block.boolIfAny("include_execution_data") ?? false)
  }
}

extension Text {
  /// The text before an end that is surely there, and the text itself where it is not.
  fileprivate func withoutSuffix(_ suffix: String) -> Text {
    guard case .literal(let end)? = parts.last, end.hasSuffix(suffix) else { return self }
    var rest = Text("")
    for part in parts.dropLast() {
      switch part {
      case .literal(let literal): rest.append(literal: literal)
      case .expression(let expression): rest.append(Text(expression))
      }
    }
    rest.append(literal: String(end.dropLast(suffix.count)))
    return rest
  }
}
