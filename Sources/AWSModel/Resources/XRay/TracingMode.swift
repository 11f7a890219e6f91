public import TerraformModel

/// Whether a function, a REST API's stage, a state machine or a topic records segments in X-Ray. AWS's default is
/// `PassThrough`, and its words are case-sensitive.
///
/// In Terraform it is `tracing_config.mode` of `aws_lambda_function`, `tracing_config` of `aws_sns_topic`,
/// `xray_tracing_enabled` of `aws_api_gateway_stage`, and `tracing_configuration.enabled` of `aws_sfn_state_machine`.
///
/// Two modes are equal if AWS does the same, whatever the reasons.
///
/// Source: <https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html>
public enum TracingMode: Sendable {
  /// `Active`: records segments of sampled requests, and decides for requests without a sampling decision.
  case active
  /// `PassThrough`: passes the trace header on and records nothing.
  ///
  /// - Parameter because: Why, for readers of the stack. Terraform does not record it. The rule `request-path-traced`
  ///   reports a mode without a reason, or with an empty one.
  case passThrough(because: String)

  /// `PassThrough` without a reason.
  public static var passThrough: TracingMode { .passThrough(because: "") }
}

extension TracingMode: RawRepresentable, CaseIterable {
  public static var allCases: [TracingMode] { [.active, .passThrough] }

  public init?(rawValue: String) {
    switch rawValue {
    case "Active": self = .active
    case "PassThrough": self = .passThrough
    default: return nil
    }
  }

  /// The word that AWS has for it.
  public var rawValue: String {
    switch self {
    case .active: "Active"
    case .passThrough: "PassThrough"
    }
  }
}

extension TracingMode: Hashable, ArgumentCodable {
  public static func == (left: TracingMode, right: TracingMode) -> Bool { left.rawValue == right.rawValue }

  public func hash(into hasher: inout Hasher) { hasher.combine(rawValue) }
}

extension TracingMode: VariableValue {
  public static var variableType: String { "string" }
}

extension TracingMode {
  /// Why it records nothing; `nil` where it does, or where no reason is given.
  package var reason: String? {
    guard case .passThrough(let reason) = self, reason.contains(where: { !$0.isWhitespace }) else { return nil }
    return reason
  }
}

extension Input<TracingMode> {
  public static var active: Input { .fixed(.active) }

  /// `PassThrough` without a reason.
  public static var passThrough: Input { .fixed(.passThrough) }

  /// `PassThrough`, with the reason for readers of the stack.
  public static func passThrough(because reason: String) -> Input { .fixed(.passThrough(because: reason)) }
}
