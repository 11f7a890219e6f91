/// A REST API that hands requests to functions, and that X-Ray records from its first hop on: methods and paths,
/// authorizers, CORS, throttling, metrics for each method, and a log line for each request that names its trace.
///
/// ```swift
/// stack.add(
///   TracedRestAPI(
///     "api", [.init(.below("/orders"), to: orders, authorization: .userPools([pool]))], cors: nil,
///     throttling: .limited(perSecond: 50, burst: 100), logRetention: .oneMonth, loggingRole: .declaredHere))
/// ```
///
/// The functions have to send the CORS headers with their own answers: API Gateway adds them only to preflight answers
/// and to errors of its own.
public struct TracedRestAPI: Component {
  public var name: String
  public var routes: [Route]
  /// `stage_name`; the environment's where `nil`.
  public var stageName: Input<String>?
  /// What browsers of other origins may do. Where none calls, say `nil`.
  public var cors: RestAPI.CORS?
  public var throttling: Throttling
  /// `metrics_enabled`: metrics for each method besides those of the stage.
  public var methodMetrics: Input<Bool>
  /// What the stage records; X-Ray's sampling rules are asked only where it does.
  public var tracing: Input<TracingMode>
  /// How long access logs are kept.
  public var logRetention: Input<LogRetention>
  public var loggingRole: LoggingRole

  /// Which requests go to which function, and whose.
  public struct Route: Sendable {
    public var scope: Scope
    public var function: Declared<LambdaFunction>
    public var authorization: Authorization
    /// What a body has to look like, as JSON Schema (draft 4); API Gateway answers any other with 400.
    public var body: Value?

    /// `authorization`: No default: an open door is a decision.
    public init(
      _ scope: Scope, to function: Declared<LambdaFunction>, authorization: Authorization, body: Value? = nil
    ) {
      self.scope = scope
      self.function = function
      self.authorization = authorization
      self.body = body
    }
  }

  /// Paths begin with `/`; a segment such as `{id}` stands for any.
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
    /// Requests are signed with SigV4 by a principal that IAM lets call.
    case iam
    /// Whoever has a token of one of these Cognito user pools, given by their ARNs.
    case userPools([Text])
    /// Whom this function lets in, by the token in `Authorization`.
    case function(Declared<LambdaFunction>)
  }

  /// Where the role comes from that API Gateway writes logs as. An account has one in a region, whatever the number of
  /// its APIs and stacks, and without it the stage cannot be created.
  public enum LoggingRole: Hashable, Sendable {
    /// This stack declares it, and no other does.
    case declaredHere
    /// Another stack does, or somebody has set it by hand.
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

  /// What others may refer to.
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
    // The API's own name is often its function's too, and so that of the function's log group.
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

  /// What the stage has to wait for: AWS refuses access logs before the account has a role for them.
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
