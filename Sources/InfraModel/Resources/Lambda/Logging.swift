extension LambdaFunction {
  /// `logging_config`: where a function's logs go, and in what form. Only JSON logs have levels, so text has none to set.
  public enum Logging: Hashable, Sendable {
    case text(to: Text)
    /// Both levels are always written: without them the plan of a published function never gets empty.
    case json(to: Text, application: ApplicationLevel = .info, system: SystemLevel = .info)
  }

  /// `application_log_level`
  public enum ApplicationLevel: String, Hashable, Sendable, ArgumentValue {
    case trace = "TRACE"
    case debug = "DEBUG"
    case info = "INFO"
    case warn = "WARN"
    case error = "ERROR"
    case fatal = "FATAL"
  }

  /// `system_log_level`
  public enum SystemLevel: String, Hashable, Sendable, ArgumentValue {
    case debug = "DEBUG"
    case info = "INFO"
    case warn = "WARN"
  }
}

extension LambdaFunction.Logging {
  /// The log group's name.
  public var group: Text {
    switch self {
    case .text(let group), .json(let group, _, _): group
    }
  }

  func encode(into block: inout Block) {
    block.set("log_group", group)
    switch self {
    case .text:
      block.set("log_format", "Text")
    case .json(_, let application, let system):
      block.set("log_format", "JSON")
      block.set("application_log_level", application)
      block.set("system_log_level", system)
    }
  }
}

extension LambdaFunction.Logging {
  init(reading block: BlockReader) throws(Unreadable) {
    let group = try block.textIfAny("log_group") ?? ""
    guard try block.stringIfAny("log_format") == "JSON" else {
      self = .text(to: group)
      return
    }
    self = .json(
      to: group, application: try block.wordIfAny("application_log_level") ?? .info,
      system: try block.wordIfAny("system_log_level") ?? .info)
  }
}
