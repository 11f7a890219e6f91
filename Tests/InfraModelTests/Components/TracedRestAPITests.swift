import InfraModel
import Testing

@Suite struct TracedRestAPITests {
  @Test func everyPathAndMethodReachesTheFunctionAndPreflightsAreAnsweredForIt() {
    let (stack, function, parts) = declared(.declaredElsewhere)
    let paths = [parts.api.root] + stack.declared(APIResource.self).map(\.path)

    #expect(stack.declared(APIResource.self).map(\.segment) == ["{proxy+}"])
    for path in paths {
      let methods = stack.declared(Method.self).filter { $0.path == path }
      #expect(methods.map(\.method) == [.any, .options])
      #expect(methods.map(\.authorization) == [.iam, .none])
      let backends = stack.declared(Integration.self).filter { $0.operation.path == path }.map(\.backend)
      #expect(backends == [.function(invokeARN: function.invokeARN), .mock(status: 200)])
    }
    #expect(stack.declared(LambdaPermission.self).map(\.caller) == [.api("\(parts.api.executionARN)/*/*")])
  }

  @Test func stageIsTracedThrottledAndLogged() throws {
    let (stack, _, parts) = declared(.declaredElsewhere)
    let settings = try #require(stack.declared(MethodSettings.self).first)

    #expect(parts.stage.tracing.known == .active)
    #expect(parts.stage.stageName.known == "prod")
    #expect(parts.stage.accessLog == AccessLog(to: parts.accessLogs.arn))
    #expect(parts.accessLogs.physicalName == "/aws/apigateway/example-prod-web-access")
    #expect(parts.accessLogs.retention.known == .oneMonth)
    #expect(settings.throttling == .limited(perSecond: 50, burst: 100))
    #expect(settings.methodMetrics.known)
  }

  @Test func browsersCanReadAnswersAndErrorsAlike() {
    let (stack, _, _) = declared(.declaredElsewhere)

    #expect(stack.declared(GatewayResponse.self).map(\.responseType) == [.default4XX, .default5XX])
    #expect(
      stack.declared(IntegrationResponse.self).map(\.corsAllowedHeaders)
        == [["content-type", "x-amzn-trace-id"], ["content-type", "x-amzn-trace-id"]])
    for response in stack.declared(MethodResponse.self) {
      #expect(response.headers == cors.preflightHeaders.keys.sorted())
    }
  }

  @Test func apiMayBeCalledAsItsFunctionIs() {
    var stack = StackBuilder()
    let topic = stack.add(Topic("alerts"))
    let function = stack.add(
      MonitoredFunction(
        "web", code: .image("123456789012.dkr.ecr.us-east-1.amazonaws.com/web:1"), timeout: .seconds(20),
        p95: .seconds(1), logRetention: .oneMonth, alerts: topic.arn))
    stack.add(
      TracedRestAPI(
        "web", to: function, authorization: .none, cors: cors, throttling: .accountLimits, logRetention: .oneMonth,
        loggingRole: .declaredHere))

    let addresses = stack.declarations.map(\.address)
    #expect(addresses.count == Set(addresses).count)
  }

  @Test func oneEndpointsFunctionIsCalledForItAloneAndWithBodiesThatFit() throws {
    var stack = StackBuilder()
    let function = stack.add(LambdaFunction.web)
    let schema: Value = ["type": "object", "required": ["productId"]]
    let parts = stack.add(
      TracedRestAPI(
        "api", [.init(.on(.post, "/orders"), to: function, authorization: .iam, body: schema)], stage: "v1", cors: nil,
        throttling: .accountLimits, methodMetrics: false, logRetention: .oneMonth, loggingRole: .declaredElsewhere))

    #expect(stack.declared(LambdaPermission.self).map(\.caller) == [.api("\(parts.api.executionARN)/*/POST/orders")])
    let model = try #require(stack.declared(BodyModel.self).first)
    let validator = try #require(stack.declared(RequestValidator.self).first)
    let method = try #require(stack.declared(Method.self).first)
    #expect(method.body == Method.Body(validator: validator.validatorID, model: model.modelName))
    #expect(model.declaration.block["name"] == "apiorderspost")
    #expect(model.declaration.block["schema"] == .json(schema))
    #expect(method.declaration.block["request_models"] == ["application/json": .text(model.modelName)])
    #expect(parts.stage.stageName.known == "v1")
    #expect(stack.declared(MethodSettings.self).map(\.methodMetrics.known) == [false])
  }

  @Test func everyPartIsDeployed() throws {
    let (stack, _, parts) = declared(.declaredElsewhere)
    let deployment = try #require(stack.declared(Deployment.self).first)
    #expect(deployment.parts == stack.parts(of: parts.api))
    #expect(deployment.parts.count == 1 + 1 + 2 * (2 + 4) + 2)
  }

  @Test func accountsLoggingRoleIsDeclaredWhereAskedForAndBeforeTheStage() throws {
    #expect(declared(.declaredElsewhere).0.declared(APIGatewayAccount.self).isEmpty)

    let (stack, _, parts) = declared(.declaredHere)
    let account = try #require(stack.declared(APIGatewayAccount.self).first)
    let attachment = try #require(stack.declared(RolePolicyAttachment.self).last)
    #expect(attachment.policy == .apiGatewayPushToCloudWatchLogs)
    #expect(account.declaration.dependencies == [attachment.address])
    #expect(parts.stage.declaration.dependencies == [account.address])
  }

  private let cors = RestAPI.CORS(
    origins: .only("https://app.example.com"), methods: [.any], allowHeaders: ["Content-Type", "X-Amzn-Trace-Id"])

  private func declared(
    _ loggingRole: TracedRestAPI.LoggingRole
  ) -> (StackBuilder, Declared<LambdaFunction>, TracedRestAPI.Parts) {
    var stack = StackBuilder()
    let role = stack.add(Role("web", assumedBy: "lambda.amazonaws.com"))
    let function = stack.add(
      LambdaFunction(
        "web", code: .image("123456789012.dkr.ecr.us-east-1.amazonaws.com/web:1"), role: role.arn,
        timeout: .seconds(20), logging: .json(to: "/aws/lambda/web")))
    let parts = stack.add(
      TracedRestAPI(
        "web", to: function, authorization: .iam, cors: cors, throttling: .limited(perSecond: 50, burst: 100),
        logRetention: .oneMonth, loggingRole: loggingRole))
    return (stack, function, parts)
  }
}

extension LambdaFunction {
  fileprivate static let web = LambdaFunction(
    "web", code: .image("123456789012.dkr.ecr.us-east-1.amazonaws.com/web:1"),
    role: ARN("arn:aws:iam::123456789012:role/web"), timeout: .seconds(20), logging: .json(to: "/aws/lambda/web"))
}
