public import TerraformModel

extension StateMachine {
  /// `logging_configuration`: which events of an execution are logged, and where.
  public enum Logging: Hashable, Sendable {
    case off
    /// - Parameter executionData: `include_execution_data`: input and output of states, with any personal data.
    case on(ARN<LogGroup>, level: Level, executionData: Bool)
  }

  /// `level`
  public enum Level: String, Hashable, Sendable, ArgumentCodable {
    case all = "ALL"
    case error = "ERROR"
    case fatal = "FATAL"
  }
}

extension StateMachine.Logging {
  static func declare(in table: inout ArgumentTable<StateMachine>) {
    table.add(
      "logging_configuration.level", \.logging.level, .word(["ALL", "ERROR", "FATAL", "OFF"]), default: "OFF")
    table.add("logging_configuration.include_execution_data", \.logging.executionData)
    table.add(
      "logging_configuration.log_destination", \.logging.destination,
      .shape("a log group's ARN and ':*' after it") { $0.hasSuffix(":*") })
    table.derived(\.logging) { machine throws(DecodingFailure) in try Self(of: machine) }
  }

  private init(of machine: BlockView<StateMachine>) throws(DecodingFailure) {
    let word = try machine[\.logging.level]
    guard word != "OFF" else {
      self = .off
      return
    }
    guard let level = StateMachine.Level(rawValue: word) else {
      throw DecodingFailure(argument: "logging_configuration.level", reason: .unfit("'\(word)'"))
    }
    guard let destination = try machine[\.logging.destination] else {
      throw DecodingFailure(argument: "logging_configuration.log_destination", reason: .missing)
    }
    self = .on(
      ARN(destination.withoutSuffix(":*")), level: level, executionData: try machine[\.logging.executionData] ?? false)
  }

  /// `level`
  var level: String {
    switch self {
    case .off: "OFF"
    case .on(_, let level, _): level.rawValue
    }
  }

  /// `include_execution_data`
  var executionData: Bool? {
    switch self {
    case .off: nil
    case .on(_, _, let executionData): executionData
    }
  }

  /// `log_destination`: Step Functions takes the group's ARN only with `:*`, which the provider's attribute lacks.
  var destination: Text? {
    switch self {
    case .off: nil
    case .on(let group, _, _): "\(group):*"
    }
  }
}

extension Statement {
  /// Delivers the logs of a state machine. These actions have no resources.
  public static let deliverLogs = Statement(
    id: "DeliverLogs",
    [
      "logs:CreateLogDelivery", "logs:DeleteLogDelivery", "logs:DescribeLogGroups", "logs:DescribeResourcePolicies",
      "logs:GetLogDelivery", "logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:UpdateLogDelivery",
    ], on: ["*"])
}

extension Text {
  /// The text before a known end, or the whole text where it does not end so.
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
