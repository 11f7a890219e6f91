/// A REST API in front of one function that X-Ray records from its first hop on: its paths and methods, CORS, throttling,
/// metrics for each method, and a log line for each request that names its trace.
///
/// The function has to send the CORS headers with its own answers: API Gateway adds them only to preflight answers and to
/// errors of its own.
public struct TracedRestAPI: Component {
  public var name: String
  public var function: Declared<LambdaFunction>
  /// What of it the function answers.
  public var surface: Surface
  /// `stage_name`; the environment's where `nil`.
  public var stageName: Input<String>?
  /// Who may call. No default: an open door is a decision.
  public var authorization: Method.Authorization
  public var cors: RestAPI.CORS
  public var throttling: Throttling
  public var methodMetrics: Input<Bool>
  /// How long access logs are kept.
  public var logRetention: Input<LogRetention>
  public var loggingRole: LoggingRole

  /// Which requests reach the function. API Gateway answers all others with 403.
  public enum Surface: Hashable, Sendable {
    /// Every path and method.
    case everything
    case only([Endpoint])
  }

  /// A method on a path of one segment.
  public struct Endpoint: Hashable, Sendable {
    public var method: HTTPMethod
    /// Without the slash.
    public var segment: String
    /// What API Gateway lets through, as JSON Schema (draft 4); the function sees no other body of this content type.
    public var body: Value?

    public init(_ method: HTTPMethod, _ segment: String, body: Value? = nil) {
      self.method = method
      self.segment = segment
      self.body = body
    }
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
    _ name: String, to function: Declared<LambdaFunction>, answering surface: Surface = .everything,
    stage stageName: Input<String>? = nil, authorization: Method.Authorization, cors: RestAPI.CORS,
    throttling: Throttling, methodMetrics: Input<Bool> = true, logRetention: Input<LogRetention>,
    loggingRole: LoggingRole
  ) {
    self.name = name
    self.function = function
    self.surface = surface
    self.stageName = stageName
    self.authorization = authorization
    self.cors = cors
    self.throttling = throttling
    self.methodMetrics = methodMetrics
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
    declareSurface(of: api, in: &stack)
    for (suffix, occasion) in [("4xx", GatewayResponse.Occasion.default4XX), ("5xx", .default5XX)] {
      stack.add(GatewayResponse("\(name)-\(suffix)", of: api.reference, on: occasion, headers: cors.errorHeaders))
    }
    // The API's own name is often its function's too, and so that of the function's log group.
    let logs = stack.add(
      LogGroup("\(name)-access", named: .convention(prefix: "/aws/apigateway/", suffix: ""), retention: logRetention))
    let deployment = stack.add(Deployment(name, of: api.reference, stack.parts(of: api)))
    let stage = stack.add(
      Stage(
        name, called: stageName ?? .fixed(stack.identity.environment), of: api.reference,
        serves: deployment.deploymentID,
        accessLog: AccessLog(to: logs.arn)),
      after: declareAccount(in: &stack))
    stack.add(MethodSettings(name, of: stage, throttling: throttling, methodMetrics: methodMetrics))
    return Parts(api: api, stage: stage, accessLogs: logs)
  }

  private func declareSurface(of api: Declared<RestAPI>, in stack: inout StackBuilder) {
    switch surface {
    case .everything:
      let everythingBelow = stack.add(APIResource(name, "{proxy+}", under: api.root))
      declare(.any, "\(name)-root", on: api.root, in: &stack)
      declare(.any, "\(name)-proxy", on: everythingBelow.path, in: &stack)
      for (end, path) in [("root", api.root), ("proxy", everythingBelow.path)] {
        stack.add(Preflight("\(name)-\(end)-preflight", on: path, cors))
      }
      stack.add(LambdaPermission(name, of: function.functionName, to: .api("\(api.executionARN)/*/*")))
    case .only(let endpoints):
      let segments = Set(endpoints.map(\.segment)).sorted()
      for segment in segments {
        let path = stack.add(APIResource("\(name)-\(segment)", segment, under: api.root)).path
        for endpoint in endpoints where endpoint.segment == segment {
          declare(endpoint, on: path, of: api, in: &stack)
        }
        stack.add(Preflight("\(name)-\(segment)-preflight", on: path, cors))
      }
    }
  }

  /// A function is let be called for what it answers, and nothing else.
  private func declare(
    _ endpoint: Endpoint, on path: APIPath, of api: Declared<RestAPI>, in stack: inout StackBuilder
  ) {
    let verb = endpoint.method.rawValue
    let label = "\(name)-\(verb.lowercased())-\(endpoint.segment)"
    let body = endpoint.body.map { schema in
      Method.Body(
        validator: stack.add(RequestValidator(label, of: api.reference)).validatorID,
        model: stack.add(BodyModel(label, of: api.reference, schema: schema)).modelName)
    }
    declare(endpoint.method, label, on: path, body: body, in: &stack)
    let source: Text = "\(api.executionARN)/*/\(verb == "ANY" ? "*" : verb)/\(endpoint.segment)"
    stack.add(LambdaPermission(label, of: function.functionName, to: .api(source)))
  }

  private func declare(
    _ verb: HTTPMethod, _ label: String, on path: APIPath, body: Method.Body? = nil, in stack: inout StackBuilder
  ) {
    let method = stack.add(Method(label, verb, on: path, authorization: authorization, body: body))
    stack.add(Integration(label, of: method.operation, .function(invokeARN: function.invokeARN)))
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
