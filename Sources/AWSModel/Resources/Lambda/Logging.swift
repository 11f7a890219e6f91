public import TerraformModel

extension LambdaFunction {
  /// `logging_config`: where a function's logs go, and in what form. Only JSON logs have levels, so text has none to set.
  public enum Logging: Hashable, Sendable {
    case text(to: Text)
    /// Both levels are always written: without them the plan of a published function never gets empty.
    case json(to: Text, application: ApplicationLevel = .info, system: SystemLevel = .info)
  }

  /// `application_log_level`
  public enum ApplicationLevel: String, Hashable, Sendable, ArgumentCodable {
    case trace = "TRACE"
    case debug = "DEBUG"
    case info = "INFO"
    case warn = "WARN"
    case error = "ERROR"
    case fatal = "FATAL"
  }

  /// `system_log_level`
  public enum SystemLevel: String, Hashable, Sendable, ArgumentCodable {
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

  static func declare(in table: inout ArgumentTable<LambdaFunction>) {
    table.add("logging_config.log_group", \.logging.group, .identifier)
    table.add("logging_config.log_format", \.logging.format, .word(["Text", "JSON"]), default: "Text")
    table.add(
      "logging_config.application_log_level", \.logging.applicationLevel,
      .word(["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"]))
    table.add("logging_config.system_log_level", \.logging.systemLevel, .word(["DEBUG", "INFO", "WARN"]))
    table.derived(\.logging) { function throws(DecodingFailure) in
      // Without a group of its own: Lambda's, which has no declaration and keeps logs indefinitely.
      let group = try function.isSet("logging_config") ? function[\.logging.group] : function.ownLogGroup
      guard try function[\.logging.format] == "JSON" else { return .text(to: group) }
      return .json(
        to: group, application: try function[\.logging.applicationLevel] ?? .info,
        system: try function[\.logging.systemLevel] ?? .info)
    }
    table.constraint(
      "has log levels with the text format, which does not support them",
      fix: "set `log_format` to JSON, or remove the levels"
    ) { function in
      function.blocks("logging_config").allSatisfy { logging in
        logging.text("log_format") != "Text"
          || !(logging.has("application_log_level") || logging.has("system_log_level"))
      }
    }
  }

  var format: String {
    switch self {
    case .text: "Text"
    case .json: "JSON"
    }
  }

  var applicationLevel: LambdaFunction.ApplicationLevel? {
    switch self {
    case .text: nil
    case .json(_, let level, _): level
    }
  }

  var systemLevel: LambdaFunction.SystemLevel? {
    switch self {
    case .text: nil
    case .json(_, _, let level): level
    }
  }
}

extension BlockView<LambdaFunction> {
  fileprivate var ownLogGroup: Text {
    get throws(DecodingFailure) { "/aws/lambda/\(try reader.textIfPresent("function_name") ?? "")" }
  }
}

extension LambdaFunction.Logging {
  init(reading block: BlockDecoder) throws(DecodingFailure) {
    let group = try block.textIfPresent("log_group") ?? ""
    guard try block.stringIfPresent("log_format") == "JSON" else {
      self = .text(to: group)
      return
    }
    self = .json(
      to: group, application: try block.wordIfPresent("application_log_level") ?? .info,
      system: try block.wordIfPresent("system_log_level") ?? .info)
  }
}
