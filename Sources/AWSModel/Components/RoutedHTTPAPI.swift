public import TerraformModel

/// An HTTP API that hands requests to functions by method and path: an integration and a permission for each function, an
/// authorizer for each issuer of tokens, throttling, metrics, and a log line for each request.
///
/// ```swift
/// stack.add(
///   RoutedHTTPAPI(
///     "auth", [.init(.on(.post, "/auth/exchange"), to: exchange, authorization: .none)], cors: nil,
///     throttling: .limited(perSecond: 50, burst: 100), logRetention: .oneMonth))
/// ```
///
/// X-Ray records what the functions do and nothing before (T1); a `TracedRestAPI` is on the map itself.
public struct RoutedHTTPAPI: Component {
  public var name: String
  public var routes: [Route]
  /// What browsers of other origins may do. No default: where there is none, say `nil`.
  public var cors: HTTPAPI.CORS?
  public var throttling: HTTPStage.Throttling
  /// How long access logs are kept.
  public var logRetention: Input<LogRetention>

  /// Which requests go to which function, and whose.
  public struct Route: Sendable {
    public var key: HTTPRoute.Key
    public var function: Declared<LambdaFunction>
    public var authorization: Authorization

    /// `authorization`: No default: an open door is a decision.
    public init(_ key: HTTPRoute.Key, to function: Declared<LambdaFunction>, authorization: Authorization) {
      self.key = key
      self.function = function
      self.authorization = authorization
    }
  }

  /// Who may call.
  public enum Authorization: Hashable, Sendable {
    case none
    /// Requests are signed with SigV4 by a principal that has IAM permission to call.
    case iam
    /// Callers need a token of this issuer; if scopes are given, the token has at least one of them.
    case jwt(TokenIssuer, scopes: [String] = [])
  }

  public init(
    _ name: String, _ routes: [Route], cors: HTTPAPI.CORS?, throttling: HTTPStage.Throttling,
    logRetention: Input<LogRetention>
  ) {
    self.name = name
    self.routes = routes
    self.cors = cors
    self.throttling = throttling
    self.logRetention = logRetention
  }

  /// What others may refer to.
  public struct Parts: Sendable {
    public let api: Declared<HTTPAPI>
    public let stage: Declared<HTTPStage>
    public let accessLogs: Declared<LogGroup>
    /// Where it can be called: `https://….execute-api.<region>.amazonaws.com/`.
    public var invokeURL: Text { stage.invokeURL }
  }

  public func declare(in stack: inout StackBuilder) -> Parts {
    let api = stack.add(HTTPAPI(name, cors: cors))
    var parts = RouteParts(api: api, name: name)
    for route in routes {
      stack.add(
        HTTPRoute(
          "\(name)-\(route.key.words)", route.key, to: parts.integration(for: route.function, in: &stack),
          authorization: parts.authorization(route.authorization, in: &stack)))
    }
    // AWS writes into a group's policy that API Gateway may log; below this prefix one entry does for all groups.
    let logs = stack.add(
      LogGroup(
        "\(name)-access", named: .convention(prefix: "/aws/vendedlogs/apigateway/", suffix: ""),
        retention: logRetention))
    let stage = stack.add(
      HTTPStage(name, of: api.apiID, throttling: throttling, accessLog: HTTPAccessLog(to: logs.arn)))
    return Parts(api: api, stage: stage, accessLogs: logs)
  }
}

/// What routes share: one integration for a function, one authorizer for an issuer.
private struct RouteParts {
  let api: Declared<HTTPAPI>
  let name: String
  private var integrations: [Address: Declared<HTTPIntegration>] = [:]
  private var authorizers: [TokenIssuer: Declared<JWTAuthorizer>] = [:]

  init(api: Declared<HTTPAPI>, name: String) {
    self.api = api
    self.name = name
  }

  mutating func integration(
    for function: Declared<LambdaFunction>, in stack: inout StackBuilder
  ) -> Declared<HTTPIntegration> {
    if let integration = integrations[function.address] { return integration }
    let call = "\(name)-to-\(function.name)"
    stack.add(LambdaPermission(call, of: function.functionName, to: .api("\(api.executionARN)/*/*")))
    let integration = stack.add(HTTPIntegration(call, of: api.apiID, calls: function.invokeARN))
    integrations[function.address] = integration
    return integration
  }

  mutating func authorization(
    _ authorization: RoutedHTTPAPI.Authorization, in stack: inout StackBuilder
  ) -> HTTPRoute.Authorization {
    switch authorization {
    case .none: return .none
    case .iam: return .iam
    case .jwt(let issuer, let scopes):
      let authorizer =
        authorizers[issuer] ?? stack.add(JWTAuthorizer("\(name)-\(issuer.name)", of: api.apiID, trusts: issuer))
      authorizers[issuer] = authorizer
      return .jwt(authorizer: authorizer.authorizerID, scopes: scopes)
    }
  }
}

extension HTTPRoute.Key {
  /// `post-auth-exchange` for `POST /auth/exchange`, as resources are called.
  fileprivate var words: String {
    text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
  }
}
