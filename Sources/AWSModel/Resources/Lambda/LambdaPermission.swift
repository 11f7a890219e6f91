public import TerraformModel

/// Allows an AWS service, or any principal, to invoke a function (`aws_lambda_permission`).
public struct LambdaPermission: ResourceModel {
  public static let type = "aws_lambda_permission"

  public let name: String
  /// `function_name`: the function's name or ARN.
  public var function: Text
  /// `principal`, with the resource it acts for.
  public var caller: Caller

  /// Who may invoke. A service is allowed only together with the resource it acts for: otherwise a topic or an API of any
  /// account could make the service invoke this function.
  public enum Caller: Hashable, Sendable {
    case topic(ARN<Topic>)
    /// API Gateway, with an execution ARN of method and path, such as `"\(api.executionARN)/*/*"`.
    case api(Text)
    case eventRule(ARN<EventRule>)
    /// A bucket. Its ARN has no account, and the name of a deleted bucket is free for others, so the account is needed.
    case bucket(ARN<Bucket>, account: Text)
    /// Any principal through the function URL, with `lambda:InvokeFunctionUrl`, by signed requests or by all.
    case functionURL(FunctionURL.Authorization)
    /// Any other service, with the ARN it acts for.
    case service(String, source: Text)
  }

  public init(_ name: String, of function: Text, to caller: Caller) {
    self.name = name
    self.function = function
    self.caller = caller
  }

  public static let arguments = ArgumentTable<LambdaPermission> { table in
    table.add("function_name", \.function, .identifier)
    table.add("action", \.caller.action, .action)
    table.add("principal", \.caller.principal, .principal)
    table.add("source_arn", \.caller.source, .arn)
    table.add("source_account", \.caller.account, .account)
    table.add("function_url_auth_type", \.caller.authorization, .word(["NONE", "AWS_IAM"]))
    table.derived(\.caller) { permission throws(DecodingFailure) in try Caller(of: permission) }
    table.unmodeled("statement_id", .letters(and: "-_", 1...100))
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html", identifiedBy: [],
    iamPrefix: "lambda", namesOf: ["function_name": LambdaFunction.type], removal: .permission)
}

extension LambdaPermission.Caller {
  /// `action`
  var action: String {
    switch self {
    case .functionURL: "lambda:InvokeFunctionUrl"
    case .topic, .api, .eventRule, .bucket, .service: "lambda:InvokeFunction"
    }
  }

  /// `principal`
  var principal: String {
    switch self {
    case .topic: "sns.amazonaws.com"
    case .api: "apigateway.amazonaws.com"
    case .eventRule: "events.amazonaws.com"
    case .bucket: "s3.amazonaws.com"
    case .functionURL: "*"
    case .service(let service, _): service
    }
  }

  /// `source_arn`
  var source: Text? {
    switch self {
    case .topic(let topic): topic.text
    case .api(let source), .service(_, let source): source
    case .eventRule(let rule): rule.text
    case .bucket(let bucket, _): bucket.text
    case .functionURL: nil
    }
  }

  /// `source_account`
  var account: Text? {
    if case .bucket(_, let account) = self { account } else { nil }
  }

  /// `function_url_auth_type`
  var authorization: FunctionURL.Authorization? {
    if case .functionURL(let authorization) = self { authorization } else { nil }
  }

  fileprivate init(of permission: BlockView<LambdaPermission>) throws(DecodingFailure) {
    if let authorization = try permission[\.caller.authorization] {
      self = .functionURL(authorization)
      return
    }
    // Without a source the service may act for any resource.
    let source = try permission[\.caller.source] ?? "*"
    let service = try permission[\.caller.principal]
    switch service {
    case "sns.amazonaws.com": self = .topic(ARN(source))
    case "apigateway.amazonaws.com": self = .api(source)
    case "events.amazonaws.com" where source != "*": self = .eventRule(ARN(source))
    case "s3.amazonaws.com":
      if let account = try permission[\.caller.account] {
        self = .bucket(ARN(source), account: account)
      } else {
        self = .service(service, source: source)
      }
    default: self = .service(service, source: source)
    }
  }
}

extension LambdaPermission: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    let permission = BlockView<Self>(block)
    self.init(name, of: try permission[\.function], to: try permission[\.caller])
  }
}

extension ValueLimit {
  fileprivate static let action = ValueLimit.shape("'*', or 'lambda:' and '*' or letters") { action in
    guard action != "*" else { return true }
    let name = action.dropFirst("lambda:".count)
    return action.hasPrefix("lambda:") && (name == "*" || (!name.isEmpty && name.allSatisfy(\.isLetter)))
  }

  fileprivate static let account = ValueLimit.shape("12 digits") {
    $0.utf8.count == 12 && $0.utf8.allSatisfy { (48...57).contains($0) }
  }

  fileprivate static let principal = ValueLimit.shape("'*', a service, an account or an ARN") { principal in
    principal == "*" || principal.hasPrefix("arn:") || principal.hasSuffix(".amazonaws.com")
      || principal.hasSuffix(".amazonaws.com.cn") || (principal.utf8.count == 12 && Int(principal) != nil)
  }
}
