/// A REST API that hands every request to one function, and that X-Ray records from its first hop on: all its paths and
/// methods, CORS, throttling, metrics for each method, and a log line for each request that names its trace.
///
/// The function has to send the CORS headers with its own answers: API Gateway adds them only to preflight answers and to
/// errors of its own.
public struct TracedRestAPI: Component {
  public var name: String
  public var function: Declared<LambdaFunction>
  /// Who may call. No default: an open door is a decision.
  public var authorization: Method.Authorization
  public var cors: RestAPI.CORS
  public var throttling: Throttling
  /// How long access logs are kept.
  public var logRetention: Input<LogRetention>
  public var loggingRole: LoggingRole

  /// Where the role comes from that API Gateway writes logs as. An account has one in a region, whatever the number of
  /// its APIs and stacks, and without it the stage cannot be created.
  public enum LoggingRole: Hashable, Sendable {
    /// This stack declares it, and no other does.
    case declaredHere
    /// Another stack does, or somebody has set it by hand.
    case declaredElsewhere
  }

  public init(
    _ name: String, to function: Declared<LambdaFunction>, authorization: Method.Authorization, cors: RestAPI.CORS,
    throttling: Throttling, logRetention: Input<LogRetention>, loggingRole: LoggingRole
  ) {
    self.name = name
    self.function = function
    self.authorization = authorization
    self.cors = cors
    self.throttling = throttling
    self.logRetention = logRetention
    self.loggingRole = loggingRole
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
    let everythingBelow = stack.add(APIResource(name, "{proxy+}", under: api.root))
    declareMethods("\(name)-root", on: api.root, in: &stack)
    declareMethods("\(name)-proxy", on: everythingBelow.path, in: &stack)
    for (suffix, occasion) in [("4xx", GatewayResponse.Occasion.default4XX), ("5xx", .default5XX)] {
      stack.add(GatewayResponse("\(name)-\(suffix)", of: api.reference, on: occasion, headers: cors.errorHeaders))
    }
    stack.add(LambdaPermission(name, of: function.functionName, to: .api("\(api.executionARN)/*/*")))
    // The API's own name is often its function's too, and so that of the function's log group.
    let logs = stack.add(
      LogGroup("\(name)-access", named: .convention(prefix: "/aws/apigateway/", suffix: ""), retention: logRetention))
    let deployment = stack.add(Deployment(name, of: api.reference, stack.parts(of: api)))
    let stage = stack.add(
      Stage(
        name, called: stack.identity.environment, of: api.reference, serves: deployment.deploymentID,
        accessLog: AccessLog(to: logs.arn)),
      after: declareAccount(in: &stack))
    stack.add(MethodSettings(name, of: stage, throttling: throttling))
    return Parts(api: api, stage: stage, accessLogs: logs)
  }

  private func declareMethods(_ name: String, on path: APIPath, in stack: inout StackBuilder) {
    let method = stack.add(Method(name, .any, on: path, authorization: authorization))
    stack.add(Integration(name, of: method.operation, .function(invokeARN: function.invokeARN)))
    stack.add(Preflight("\(name)-preflight", on: path, cors))
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
