/// What lets which services in, and what for: functions by their permissions, queues and topics by their policies.
struct Admissions: Sendable {
  private struct Door: Hashable, Sendable {
    let service: String
    let destination: Address
  }

  private var sources: [Door: Set<Address>] = [:]
  /// What lets a service in for something that is not declared here, but perhaps a pattern that some of it fits.
  private var openToOthers: Set<Door> = []
  /// Where a policy is that nobody here knows.
  private var unknown: Set<Address> = []

  init(_ stack: DeclaredStack, _ functions: FunctionIndex) {
    for permission in stack.declared(LambdaPermission.self) {
      guard let function = functions.function(named: permission.function, in: permission.region) else { continue }
      let (service, source) = permission.caller.service
      if let service { admit(service, for: source.flatMap { stack.target(of: $0) }, to: function.address) }
    }
    for raw in stack.declared(RawResource.self) where raw.resource.resourceType == "aws_lambda_permission" {
      guard case .text(let name) = raw.declaration.block["function_name"],
        let function = functions.function(named: name, in: raw.region),
        let service = raw.declaration.block["principal"]?.knownText
      else { continue }
      let source: Text? = if case .text(let arn) = raw.declaration.block["source_arn"] { arn } else { nil }
      admit(service, for: source.flatMap { stack.target(of: $0) }, to: function.address)
    }
    for policy in stack.policies where policy.place.kind == .resource {
      guard let holder = policy.holder(in: stack), let action = sendingActions[holder.resourceType] else { continue }
      if !policy.isKnown { unknown.insert(holder.address) }
      for statement in policy.statements where statement.allows(action) {
        admit(statement, to: holder.address, in: stack)
      }
    }
  }

  /// Whether something lets a service in for a source, as far as the stack says.
  func isAdmitted(_ service: String, for source: Address, to destination: Address) -> Bool {
    let door = Door(service: service, destination: destination)
    return unknown.contains(destination) || openToOthers.contains(door)
      || sources[door, default: []].contains(source)
  }

  private mutating func admit(_ statement: PolicyStatement, to destination: Address, in stack: DeclaredStack) {
    let services = statement.principals.flatMap { principal -> [String] in
      switch principal {
      case .service(let service): [service]
      case .anyone: publishers
      case .account, .federated, .other: []
      }
    }
    let sources = statement.values(of: "aws:SourceArn").map { stack.target(of: $0) }
    for service in services {
      for source in sources.isEmpty ? [nil] : sources { admit(service, for: source, to: destination) }
    }
  }

  private mutating func admit(_ service: String, for source: Declaration?, to destination: Address) {
    let door = Door(service: service, destination: destination)
    if let source {
      sources[door, default: []].insert(source.address)
    } else {
      openToOthers.insert(door)
    }
  }
}

/// What a service has to be allowed that sends to something with a policy.
private let sendingActions = ["aws_sqs_queue": "sqs:SendMessage", "aws_sns_topic": "sns:Publish"]

/// The services that send by themselves, for policies that let in everybody.
private let publishers = ["events.amazonaws.com", "sns.amazonaws.com", "cloudwatch.amazonaws.com", "s3.amazonaws.com"]

extension LambdaPermission.Caller {
  /// The service that is let in, and what it may act for.
  fileprivate var service: (String?, source: Text?) {
    switch self {
    case .topic(let topic): ("sns.amazonaws.com", topic.text)
    case .api(let source): ("apigateway.amazonaws.com", source)
    case .eventRule(let rule): ("events.amazonaws.com", rule.text)
    case .bucket(let bucket, _): ("s3.amazonaws.com", bucket.text)
    case .service(let service, let source): (service, source)
    case .functionURL: (nil, nil)
    }
  }
}
