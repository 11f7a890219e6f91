public import TerraformModel

extension EventTarget {
  /// `arn`, with `role_arn` where EventBridge assumes a role. Functions, queues and topics have resource policies instead,
  /// which have to allow the rule.
  public enum Destination: Hashable, Sendable {
    /// Invoked asynchronously. It needs a `LambdaPermission` for the rule.
    case function(ARN<LambdaFunction>)
    /// Its policy has to allow the rule; EventBridge cannot send under `alias/aws/sqs`.
    case queue(ARN<Queue>)
    /// Its policy has to allow `events.amazonaws.com`; EventBridge cannot publish under `alias/aws/sns`.
    case topic(ARN<Topic>)
    /// A Step Functions state machine by its ARN, and a role that `events.amazonaws.com` may assume and that may
    /// `states:StartExecution`.
    case stateMachine(Text, as: ARN<Role>)
    /// Any other ARN that EventBridge can invoke, and a role where the target needs one.
    case other(Text, as: ARN<Role>?)
  }

  /// What the target receives. The provider allows one of the three arguments.
  public enum Input: Hashable, Sendable {
    /// The whole event.
    case event
    /// `input_path`: a part of the event, such as `$.detail`.
    case part(String)
    /// `input`: constant JSON, at most 8,192 characters.
    case fixed(Value)
    /// `input_transformer`: a text in which `<order>` stands for the part of the event that `parts` names `order`, such as
    /// `$.detail.order`. EventBridge quotes a value that stands outside of JSON strings.
    case template(String, parts: [String: String])
  }
}

extension EventTarget.Destination {
  static func declare(in table: inout ArgumentTable<EventTarget>) {
    table.add("arn", \.destination.arn, .arn)
    table.add("role_arn", \.destination.role, .arn)
    table.derived(\.destination) { target throws(DecodingFailure) in
      try Self(try target[\.destination.arn], as: try target[\.destination.role])
    }
  }

  private init(_ arn: Text, as role: ARN<Role>?) throws(DecodingFailure) {
    switch (arn.serviceOfARN, role) {
    case ("lambda", nil): self = .function(ARN(arn))
    case ("sqs", nil): self = .queue(ARN(arn))
    case ("sns", nil): self = .topic(ARN(arn))
    case ("states", let role?): self = .stateMachine(arn, as: role)
    default:
      try arn.expectDecided(in: "arn")
      self = .other(arn, as: role)
    }
  }

  /// `arn`
  package var arn: Text {
    switch self {
    case .function(let function): function.text
    case .queue(let queue): queue.text
    case .topic(let topic): topic.text
    case .stateMachine(let arn, _), .other(let arn, _): arn
    }
  }

  /// `role_arn`
  package var role: ARN<Role>? {
    switch self {
    case .function, .queue, .topic: nil
    case .stateMachine(_, let role): role
    case .other(_, let role): role
    }
  }
}

extension EventTarget.Input {
  static func declare(in table: inout ArgumentTable<EventTarget>) {
    table.add("input_path", \.input.path)
    table.document("input", \.input.document, .characters(0...8_192))
    table.add("input_transformer.input_template", \.input.template)
    table.add("input_transformer.input_paths", \.input.parts)
    table.derived(\.input) { target throws(DecodingFailure) in
      if let path = try target[\.input.path] { return .part(path) }
      if let document = try target[\.input.document] { return .fixed(document) }
      guard let template = try target[\.input.template] else { return .event }
      return .template(template, parts: try target[\.input.parts])
    }
    table.constraint(
      "has more than one input", fix: "keep one of `input`, `input_path` and `input_transformer`"
    ) { target in ["input", "input_path", "input_transformer"].count(where: target.has) <= 1 }
  }

  /// `input_path`
  var path: String? {
    if case .part(let path) = self { path } else { nil }
  }

  /// `input`
  var document: Value? {
    if case .fixed(let document) = self { document } else { nil }
  }

  /// `input_transformer.input_template`
  var template: String? {
    if case .template(let template, _) = self { template } else { nil }
  }

  /// `input_transformer.input_paths`
  var parts: [String: String] {
    if case .template(_, let parts) = self { parts } else { [:] }
  }
}
