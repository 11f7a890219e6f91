public import TerraformModel

/// A REST API that invokes functions and that X-Ray traces end to end: methods and paths, authorizers, CORS,
/// throttling, metrics for each method, and an access log line for each request with its trace id.
///
/// ```swift
/// stack.add(
///   TracedRestAPI(
///     "api", [.init(.below("/orders"), to: orders, authorization: .userPools([pool]))], cors: nil,
///     throttling: .limited(perSecond: 50, burst: 100), logRetention: .oneMonth, loggingRole: .declaredHere))
/// ```
///
/// The functions must send the CORS headers with their own responses: API Gateway adds them only to preflight responses
/// and to its own errors.
public struct TracedRestAPI: Component {
  public var name: String
  public var routes: [Route]
  /// `stage_name`; the environment's where `nil`.
  public var stageName: Input<String>?
  /// What pages of other origins may do; `nil` if none calls the API.
  public var cors: RestAPI.CORS?
  public var throttling: Throttling
  /// `metrics_enabled`: metrics for each method besides those of the stage.
  public var methodMetrics: Input<Bool>
  /// The stage's tracing mode; X-Ray's sampling rules apply only where it is active.
  public var tracing: Input<TracingMode>
  /// How long access logs are kept.
  public var logRetention: Input<LogRetention>
  public var loggingRole: LoggingRole

  /// Which requests go to which function, and how they are authorized.
  public struct Route: Sendable {
    public var scope: Scope
    public var function: Declared<LambdaFunction>
    public var authorization: Authorization
    /// The schema of the request body, as JSON Schema (draft 4); API Gateway rejects any other body with 400.
    public var body: Value?

    /// `authorization`: No default: allowing anyone to call is a decision.
    public init(
      _ scope: Scope, to function: Declared<LambdaFunction>, authorization: Authorization, body: Value? = nil
    ) {
      self.scope = scope
      self.function = function
      self.authorization = authorization
      self.body = body
    }
  }

  /// Paths begin with `/`; a segment such as `{id}` matches any.
  public enum Scope: Hashable, Sendable {
    case everything
    /// A path and everything below it, by every method.
    case below(String)
    /// One method on one path.
    case on(HTTPMethod, String)
  }

  /// Who may call.
  public enum Authorization: Sendable {
    case none
    /// Requests are signed with SigV4 by a principal that IAM allows to call.
    case iam
    /// Callers with a token of one of these Cognito user pools, given by their ARNs.
    case userPools([Text])
    /// Callers that this function authorizes by the token in `Authorization`.
    case function(Declared<LambdaFunction>)
  }

  /// Where the role that API Gateway writes logs with is declared. An account has one per region, however many APIs and
  /// stacks it has, and without it the stage cannot be created.
  public enum LoggingRole: Hashable, Sendable {
    /// This stack declares it, and no other does.
    case declaredHere
    /// Another stack declares it, or it is set by hand.
    case declaredElsewhere
  }

  public init(
    _ name: String, _ routes: [Route], stage stageName: Input<String>? = nil, cors: RestAPI.CORS?,
    throttling: Throttling, methodMetrics: Input<Bool> = true, tracing: Input<TracingMode> = .active,
    logRetention: Input<LogRetention>, loggingRole: LoggingRole
  ) {
    self.name = name
    self.routes = routes
    self.stageName = stageName
    self.cors = cors
    self.throttling = throttling
    self.methodMetrics = methodMetrics
    self.tracing = tracing
    self.logRetention = logRetention
    self.loggingRole = loggingRole
  }

  /// An API of one function, which gets every request.
  public init(
    _ name: String, to function: Declared<LambdaFunction>, authorization: Authorization, cors: RestAPI.CORS?,
    throttling: Throttling, logRetention: Input<LogRetention>, loggingRole: LoggingRole
  ) {
    self.init(
      name, [Route(.everything, to: function, authorization: authorization)], cors: cors, throttling: throttling,
      logRetention: logRetention, loggingRole: loggingRole)
  }

  /// The resources that other declarations may refer to.
  public struct Parts: Sendable {
    public let api: Declared<RestAPI>
    public let stage: Declared<Stage>
    public let accessLogs: Declared<LogGroup>
    /// Where it can be called: `https://….execute-api.<region>.amazonaws.com/<environment>`.
    public var invokeURL: Text { stage.invokeURL }
  }

  public func declare(in stack: inout StackBuilder) -> Parts {
    let api = stack.add(RestAPI(name))
    stack.add(RestAPIRoutes(name, of: api, routes, cors: cors))
    // The API often has the same name as its function, and so as the function's log group.
    let logs = stack.add(
      LogGroup("\(name)-access", named: .convention(prefix: "/aws/apigateway/", suffix: ""), retention: logRetention))
    let deployment = stack.add(Deployment(name, of: api.reference, stack.parts(of: api)))
    let stage = stack.add(
      Stage(
        name, called: stageName ?? .fixed(stack.identity.environment), of: api.reference,
        serves: deployment.deploymentID,
        tracing: tracing, accessLog: AccessLog(to: logs.arn)),
      after: declareAccount(in: &stack))
    stack.add(MethodSettings(name, of: stage, throttling: throttling, methodMetrics: methodMetrics))
    return Parts(api: api, stage: stage, accessLogs: logs)
  }

  /// What the stage depends on: AWS rejects access logs until the account has a role for them.
  private func declareAccount(in stack: inout StackBuilder) -> [Address] {
    switch loggingRole {
    case .declaredElsewhere: return []
    case .declaredHere:
      let role = stack.add(Role("\(name)-logging", assumedBy: "apigateway.amazonaws.com"))
      let attachment = stack.add(
        RolePolicyAttachment("\(name)-logging", .apiGatewayPushToCloudWatchLogs, to: role.roleName))
      let account = stack.add(APIGatewayAccount(name, logsAs: role.arn), after: [attachment.address])
      return [account.address]
    }
  }
}
