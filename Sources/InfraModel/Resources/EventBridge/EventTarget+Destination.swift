extension EventTarget {
  /// `arn`, with `role_arn` where EventBridge acts as a role. Functions, queues and topics have policies of their own
  /// instead, and each has to let the rule in.
  public enum Destination: Hashable, Sendable {
    /// Called without waiting for the answer. It needs a `LambdaPermission` for the rule.
    case function(ARN<LambdaFunction>)
    /// Its policy has to let the rule send; under `alias/aws/sqs` EventBridge cannot.
    case queue(ARN<Queue>)
    /// Its policy has to let `events.amazonaws.com` publish; under `alias/aws/sns` EventBridge cannot.
    case topic(ARN<Topic>)
    /// A Step Functions state machine by its ARN, and a role that `events.amazonaws.com` may assume and that may
    /// `states:StartExecution`.
    case stateMachine(Text, as: ARN<Role>)
    /// Any other ARN that EventBridge can call, and a role where that takes one.
    case other(Text, as: ARN<Role>?)
  }

  /// What the target is given. The provider takes one of the three arguments, so this is one choice.
  public enum Input: Hashable, Sendable {
    /// The event as it is, envelope included.
    case event
    /// `input_path`: a part of the event, such as `$.detail`.
    case part(String)
    /// `input`: always the same JSON, at most 8,192 characters.
    case fixed(Value)
    /// `input_transformer`: a text in which `<order>` stands for the part of the event that `parts` calls so, such as
    /// `$.detail.order`. EventBridge puts the quotation marks around a word outside of JSON strings by itself.
    case template(String, parts: [String: String])
  }
}

extension EventTarget.Destination {
  func encode(into block: inout Block) {
    switch self {
    case .function(let function): block.set("arn", function)
    case .queue(let queue): block.set("arn", queue)
    case .topic(let topic): block.set("arn", topic)
    case .stateMachine(let machine, let role):
      block.set("arn", machine)
      block.set("role_arn", role)
    case .other(let arn, let role):
      block.set("arn", arn)
      block.set("role_arn", role)
    }
  }
}

extension EventTarget.Input {
  func encode(into block: inout Block) {
    switch self {
    case .event: break
    case .part(let path): block.set("input_path", path)
    case .fixed(let document): block["input"] = .json(document)
    case .template(let template, let parts):
      block.nest("input_transformer") { block in
        block.set("input_template", template)
        if !parts.isEmpty { block.set("input_paths", parts) }
      }
    }
  }
}

extension EventTarget.Destination {
  /// What it is its ARN tells, be it a reference or a literal one.
  init(reading block: BlockReader) throws(Unreadable) {
    let arn = try block.text("arn")
    let role = try block.textIfAny("role_arn").map { ARN<Role>($0) }
    let type = arn.partCount == 1 ? arn.references.first?.address.type : nil
    let service = arn.literal?.split(separator: ":", omittingEmptySubsequences: false).dropFirst(2).first
    switch (type, service, role) {
    case (LambdaFunction.type, _, nil), (_, "lambda", nil): self = .function(ARN(arn))
    case (Queue.type, _, nil), (_, "sqs", nil): self = .queue(ARN(arn))
    case (Topic.type, _, nil), (_, "sns", nil): self = .topic(ARN(arn))
    case (StateMachine.type, _, let role?), (_, "states", let role?): self = .stateMachine(arn, as: role)
    default: self = .other(arn, as: role)
    }
  }
}

extension EventTarget.Input {
  init(reading block: BlockReader) throws(Unreadable) {
    if let path = try block.stringIfAny("input_path") {
      self = .part(path)
    } else if block.has("input") {
      self = .fixed(try block.document("input"))
    } else if let transformer = try block.nested("input_transformer") {
      self = .template(
        try transformer.string("input_template"),
        parts: try transformer.textMap("input_paths").mapValues { $0.known ?? "" })
    } else {
      self = .event
    }
  }
}
