import AWSModel
import TerraformModel

extension RequestGraphBuilder {
  /// What functions, state machines and roles for outsiders call, as far as they are allowed to.
  mutating func addCalls() {
    let holders = roleHolders()
    for (role, statement) in grantedStatements() where statement.effect == .allow {
      for caller in holders[role.address] ?? [outsider(role)] {
        addCalls(of: caller, allowedBy: statement)
      }
    }
    addStores()
  }

  private mutating func addCalls(of caller: Caller, allowedBy statement: Statement) {
    let permissions = Set(statement.actions.compactMap(Call.init))
    for call in Call.allCases where permissions.contains(call) {
      for resource in statement.resources {
        guard let target = target(of: call, resource, for: caller) else { continue }
        add(id(of: caller), target)
      }
    }
    let parts = statement.resources.flatMap(\.references).compactMap { stack.declaration(at: $0.address) }
      .filter { ResourceCatalog.aws.facts[$0.address.type]?.part?.kind != nil }
    for part in parts where isCalled(part, by: statement) { add(id(of: caller), node(part)) }
    let known = Set(parts.compactMap { ResourceCatalog.aws.facts[$0.address.type]?.iamPrefix })
    for service in services(of: statement, for: caller, without: known) {
      add(id(of: caller), outside(.service, service))
    }
  }

  /// Whether a permission is for calls rather than for reading a stream, which an event source mapping does.
  private func isCalled(_ part: Declaration, by statement: Statement) -> Bool {
    guard ResourceCatalog.aws.facts[part.address.type]?.part?.kind == .stream else { return true }
    let operations = statement.actions.compactMap { $0.split(separator: ":").last }
    return operations.contains { $0.hasPrefix("Put") || $0.hasPrefix("Write") || $0 == "*" }
  }

  private mutating func target(of call: Call, _ resource: Text, for caller: Caller) -> TraceGraph.Node.ID? {
    let referred = resource.references.compactMap { stack.declaration(at: $0.address) }
    let declaration = referred.first { $0.address.type == call.type }
    switch (call, declaration) {
    case (.invokeURL, let function?):
      return node(url(of: function)?.declaration)
    case (.invoke, let function?):
      // A caller of the URL needs this permission too (T24).
      return caller.isOutside && url(of: function) != nil ? nil : node(function)
    case (.send, let queue?): return caller.deadLetters == queue.address ? nil : node(queue)
    case (_, let declaration?): return node(declaration)
    case (.bucket, nil): return resource.nameInARN.map { outside(.bucket, $0) }
    case (.table, nil): return resource.nameInARN.map { outside(.table, $0) }
    case (.publish, nil): return resource == "*" ? nil : outside(.service, "SNS push")
    case (.invoke, nil), (.invokeURL, nil), (.send, nil), (.start, nil), (.putEvents, nil): return nil
    }
  }

  private func url(of function: Declaration) -> Subject<FunctionURL>? {
    stack.subjects(FunctionURL.self).first { url in
      (try? url[\.function]).flatMap { stack.target(of: $0) }?.address == function.address
    }
  }

  /// - Parameter known: The prefixes of the resources that are there by themselves.
  private func services(of statement: Statement, for caller: Caller, without known: Set<String>) -> [String] {
    let prefixes = statement.actions.compactMap { action in
      action.split(separator: ":").first.map(String.init).flatMap { known.contains($0) ? nil : $0 }
    }
    return prefixes.compactMap { prefix in
      caller.isCanary ? servicesOfCanaries[prefix] ?? servicesByPrefix[prefix] : servicesByPrefix[prefix]
    }
  }

  private mutating func id(of caller: Caller) -> TraceGraph.Node.ID? {
    switch caller {
    case .declared(let declaration, _): node(declaration)
    case .outside(let name): outside(.client, name)
    }
  }

  private func outsider(_ role: Declaration) -> Caller { .outside(role.resource.name) }

  /// Who acts as which role of the stack. Schedules and targets do nothing as theirs but what they are for.
  private func roleHolders() -> [Address: [Caller]] {
    var holders: [Address: [Caller]] = [:]
    for function in stack.subjects(LambdaFunction.self) {
      guard let role = (try? function[\.role]).flatMap({ stack.target(of: $0.text) }) else { continue }
      let queue = (try? function[\.deadLetters]) ?? nil
      let deadLetters = queue.flatMap { stack.target(of: $0.text)?.address }
      holders[role.address, default: []].append(.declared(function.declaration, deadLetters: deadLetters))
    }
    for machine in stack.subjects(StateMachine.self) {
      guard let role = (try? machine[\.role]).flatMap({ stack.target(of: $0.text) }) else { continue }
      holders[role.address, default: []].append(.declared(machine.declaration, deadLetters: nil))
    }
    for (part, declarations) in stack.managed(by: { ResourceCatalog.aws.facts[$0]?.part }) {
      guard let way = part.role else { continue }
      for declaration in declarations {
        guard let role = declaration.value(way, in: stack).flatMap({ stack.target(of: $0) }) else { continue }
        holders[role.address, default: []].append(.declared(declaration, deadLetters: nil))
      }
    }
    let silent =
      stack.subjects(Schedule.self).compactMap { try? $0[\.role] }
      + stack.subjects(EventTarget.self).compactMap { (try? $0[\.destination.role]) ?? nil }
    for role in silent {
      if let address = stack.target(of: role.text)?.address, holders[address] == nil { holders[address] = [] }
    }
    return holders
  }

  private func grantedStatements() -> [(role: Declaration, statement: Statement)] {
    let own = stack.subjects(RolePolicy.self).compactMap { policy in
      (try? (policy[\.role], policy[\.policy]))
    }
    let attached = stack.subjects(RolePolicyAttachment.self).compactMap { attachment -> (RoleName, PolicyDocument)? in
      guard let arn = try? attachment[\.policy], let role = try? attachment[\.role],
        let policy = stack.target(of: arn.text, as: ManagedPolicy.self), let document = try? policy[\.policy]
      else { return nil }
      return (role, document)
    }
    return (own + attached).flatMap { role, policy in
      stack.target(of: role.text).map { role in policy.statements.map { (role, $0) } } ?? []
    }
  }
}

/// A principal that assumes a role.
private enum Caller {
  case declared(Declaration, deadLetters: Address?)
  /// Nothing in the stack assumes the role, so a principal outside the stack does.
  case outside(String)

  var deadLetters: Address? {
    if case .declared(_, let queue) = self { queue } else { nil }
  }

  var isOutside: Bool {
    if case .outside = self { true } else { false }
  }

  var isCanary: Bool {
    guard case .declared(let declaration, _) = self, let function = declaration.resource as? LambdaFunction,
      case .canary = function.purpose
    else { return false }
    return true
  }
}

/// What a permission lets a request do next.
private enum Call: Hashable, CaseIterable {
  case invoke, invokeURL, publish, send, start, putEvents, table, bucket

  init?(_ action: String) {
    switch action {
    case "lambda:InvokeFunction": self = .invoke
    case "lambda:InvokeFunctionUrl": self = .invokeURL
    case "sns:Publish": self = .publish
    case "sqs:SendMessage": self = .send
    case "states:StartExecution": self = .start
    case "events:PutEvents": self = .putEvents
    case "s3:GetObject", "s3:PutObject", "s3:DeleteObject": self = .bucket
    // Reading a stream is an event source mapping's.
    case let action where action.hasPrefix("dynamodb:") && action.hasSuffix("Item"): self = .table
    case "dynamodb:Query", "dynamodb:Scan": self = .table
    default: return nil
    }
  }

  var type: String {
    switch self {
    case .invoke, .invokeURL: LambdaFunction.type
    case .publish: Topic.type
    case .send: Queue.type
    case .start: StateMachine.type
    case .putEvents: EventBus.type
    case .table: Table.type
    case .bucket: Bucket.type
    }
  }
}

/// AWS's services that are an end of a request, by the start of their actions.
private let servicesByPrefix = [
  "bedrock": "Bedrock", "cognito-idp": "Cognito", "comprehend": "Comprehend", "es": "OpenSearch",
  "kinesis": "Kinesis", "polly": "Polly", "rekognition": "Rekognition", "secretsmanager": "Secrets Manager",
  "ses": "SES", "ssm": "Parameter Store", "textract": "Textract", "transcribe": "Transcribe",
  "translate": "Translate",
]

/// What others write to besides their work is what a canary is for.
private let servicesOfCanaries = ["xray": "X-Ray", "cloudwatch": "CloudWatch"]

extension Text {
  /// `orders` of `arn:aws:dynamodb:us-east-1:123456789012:table/orders` and of `arn:aws:s3:::orders/*`.
  fileprivate var nameInARN: String? {
    guard let fields = literal?.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false),
      fields.count == 6
    else { return nil }
    let path = fields[5].split(separator: "/")
    let name = fields[2] == "s3" ? path.first : path.dropFirst().first
    return name.map(String.init).flatMap { $0 == "*" ? nil : $0 }
  }
}
