/// Lets an AWS service, or anyone, invoke a function (`aws_lambda_permission`).
public struct LambdaPermission: Resource {
  public static let type = "aws_lambda_permission"

  public let name: String
  public var function: Text
  public var caller: Caller

  /// Who may invoke. A service is only let in together with the thing it acts for: without one, anybody's topic or API
  /// could make the service call this function.
  public enum Caller: Hashable, Sendable {
    case topic(ARN<Topic>)
    /// API Gateway, for an execution ARN with method and path, such as `"\(api.executionARN)/*/*"`.
    case api(Text)
    case eventRule(ARN<EventRule>)
    /// A bucket. Its ARN names no account, and a deleted bucket's name is free for others, so the account is asked for.
    case bucket(ARN<Bucket>, account: Text)
    /// Through the function URL, with `lambda:InvokeFunctionUrl`, by signed requests or by anyone.
    case functionURL(FunctionURL.Authorization)
    /// Any other service, for the ARN it acts for.
    case service(String, source: Text)
  }

  public init(_ name: String, of function: Text, to caller: Caller) {
    self.name = name
    self.function = function
    self.caller = caller
  }

  public func encode(into block: inout Block) {
    block.set("function_name", function)
    block.set("action", "lambda:InvokeFunction")
    switch caller {
    case .topic(let topic):
      block.set("principal", "sns.amazonaws.com")
      block.set("source_arn", topic)
    case .api(let source):
      block.set("principal", "apigateway.amazonaws.com")
      block.set("source_arn", source)
    case .eventRule(let rule):
      block.set("principal", "events.amazonaws.com")
      block.set("source_arn", rule)
    case .bucket(let bucket, let account):
      block.set("principal", "s3.amazonaws.com")
      block.set("source_arn", bucket)
      block.set("source_account", account)
    case .functionURL(let authorization):
      block.set("action", "lambda:InvokeFunctionUrl")
      block.set("principal", "*")
      block.set("function_url_auth_type", authorization)
    case .service(let service, let source):
      block.set("principal", service)
      block.set("source_arn", source)
    }
  }
}

extension LambdaPermission: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    self.init(name, of: try block.text("function_name"), to: try Caller(reading: block))
  }
}

extension LambdaPermission.Caller {
  fileprivate init(reading block: BlockReader) throws(Unreadable) {
    if let authorization: FunctionURL.Authorization = try block.wordIfAny("function_url_auth_type") {
      self = .functionURL(authorization)
      return
    }
    // Without a source the service may act for anybody's things.
    let source = try block.textIfAny("source_arn") ?? "*"
    let service = try block.string("principal")
    switch service {
    case "sns.amazonaws.com": self = .topic(ARN(source))
    case "apigateway.amazonaws.com": self = .api(source)
    case "events.amazonaws.com" where source != "*": self = .eventRule(ARN(source))
    case "s3.amazonaws.com":
      if let account = try block.textIfAny("source_account") {
        self = .bucket(ARN(source), account: account)
      } else {
        self = .service(service, source: source)
      }
    default: self = .service(service, source: source)
    }
  }
}
