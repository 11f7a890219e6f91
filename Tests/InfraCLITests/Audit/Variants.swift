import InfraModel

@testable import AWSRules

/// The cases of each type that neither our stacks nor the rules' examples have.
var variants: DeclaredStack {
  var stack = StackBuilder()
  let topic: ARN<Topic> = ARN("arn:aws:sns:us-east-1:123456789012:alerts")
  let queue: ARN<Queue> = ARN("arn:aws:sqs:us-east-1:123456789012:jobs")
  let logs: ARN<LogGroup> = ARN("arn:aws:logs:us-east-1:123456789012:log-group:shop")
  let role: ARN<Role> = ARN("arn:aws:iam::123456789012:role/shop")
  declareAPI(logs, role, in: &stack)
  declareEvents(topic, queue, in: &stack)
  declareNetwork(in: &stack)
  declareBucket(in: &stack)
  stack.add(
    Table(
      "items", partitionKey: .string("id"), sortKey: .number("at"),
      indexes: [
        Table.Index("by-kind", partitionKey: .binary("kind"), projection: .including(["title"])),
        Table.Index("by-owner", partitionKey: .string("owner"), sortKey: .number("at"), projection: .keysOnly),
      ], timeToLive: "expires", deletionProtection: true, pointInTimeRecovery: false, stream: .newAndOldImages))
  stack.add(
    AppMonitor(
      "shop", domain: "shop.example.com", sessionSampleRate: .percent(25), telemetries: [.errors], http: .traced,
      guests: AppMonitor.Guests(identityPool: "us-east-1:pool", role: role), allowsCookies: true, copiesToLogs: true))
  stack.add(AppMonitor("quiet", domain: "*.example.com", sessionSampleRate: .nothing, http: .off))
  stack.add(QueryDefinition.errors(over: ["/aws/lambda/ingest"]))
  stack.add(OpenIDConnectProvider.firebase(project: "shop"))
  return DeclaredStack(stack)
}

private func declareAPI(_ logs: ARN<LogGroup>, _ role: ARN<Role>, in stack: inout StackBuilder) {
  let api = stack.add(RestAPI("shop", endpoint: .edge, description: "The shop's"))
  stack.add(RestAPI("inside", endpoint: .private(through: ["vpce-1"])))
  stack.add(APIGatewayAccount("account", logsAs: role))
  let orders = stack.add(APIResource("orders", "orders", under: api.root))
  let order = stack.add(APIResource("order", "{id}", under: orders.path))
  stack.add(Authorizer("pool", of: api.reference, .userPools(["arn:aws:cognito-idp:us-east-1:1:userpool/x"])))
  stack.add(
    Authorizer(
      "own", of: api.reference, .function(invokeARN: "arn:x", header: "X-Token", remembers: .seconds(60))))
  stack.add(BodyModel("order", of: api.reference, schema: ["type": "object", "required": ["id"]]))
  stack.add(RequestValidator("bodies", of: api.reference))
  stack.add(
    GatewayResponse(
      "failed", of: api.reference, on: .default5XX,
      headers: ["Access-Control-Allow-Origin": .requestHeader("Origin"), "Vary": .fixed("Origin")]))
  let method = stack.add(Method("read-order", .get, on: order.path, authorization: .iam))
  stack.add(MethodResponse("read", of: method.operation, status: 200, headers: ["Vary"]))
  let deployment = stack.add(Deployment("shop", of: api.reference, stack.parts(of: api)))
  let stage = stack.add(
    Stage(
      "v1", called: "v1", of: api.reference, serves: deployment.deploymentID,
      accessLog: AccessLog(to: logs, fields: [.status, .sourceIP])))
  stack.add(MethodSettings("all", of: stage, throttling: .accountLimits, methodMetrics: false, executionLog: .errors))
  stack.add(
    MethodSettings(
      "one", of: stage, for: .method(.post, path: "/orders/{id}"), throttling: .limited(perSecond: 2.5, burst: 5)))
  stack.add(
    HTTPStage(
      "open", of: "abc", at: .below("v1"), throttling: .limited(perSecond: 10, burst: 20, routeMetrics: false),
      accessLog: HTTPAccessLog(to: logs, fields: [.routeKey])))
  stack.add(HTTPStage("root", of: "abc", throttling: .accountLimits))
  stack.add(
    JWTAuthorizer(
      "firebase", of: "abc",
      trusts: TokenIssuer("firebase", at: "https://securetoken.google.com/shop", audience: "shop", or: ["admin"])))
}

private func declareEvents(_ topic: ARN<Topic>, _ queue: ARN<Queue>, in stack: inout StackBuilder) {
  let bus = stack.add(EventBus("orders", description: "What happens", encryptionKey: "alias/orders"))
  let pattern = EventPattern(
    source: ["shop.orders", .prefix("shop."), .suffix(".orders"), .equalsIgnoringCase("SHOP")],
    detailType: [.anythingBut("Test", or: ["Drill"]), .anythingBut("One"), .anythingButPrefix("x-")],
    detail: [
      "total": [.numeric(.above(100)), .numeric(.between(1, and: 2.5)), .number(7), .bool(true), .exists(false)],
      "customer": ["country": [.numeric(.atMost(3)), .numeric(.equal(1))]],
    ], resources: ["arn:aws:s3:::x"], account: "123456789012")
  stack.add(EventRule("orders", when: .event(pattern, on: bus.busName), state: .disabled))
  stack.add(EventRule("hourly", when: .every(.hours(1)), description: "Every hour"))
  let crons = [
    Cron(minute: 0, hour: .every),
    Cron(minute: .at([0, 30]), hour: .between(9...17), day: .ofWeek([.monday, .friday])),
    Cron(minute: .stepping(by: 15, from: 0), hour: 3, day: .lastOfMonth, month: 1, year: 2027),
    Cron(minute: 5, hour: 4, day: .ofMonth(.at([1, 15]))),
  ]
  for (number, cron) in crons.enumerated() { stack.add(EventRule("cron-\(number)", when: .cron(cron))) }
  stack.add(EventArchive("all", of: bus.arn, retention: .forever))
  stack.add(EventArchive("some", of: bus.arn, matching: pattern, retention: .days(30)))
  let function = stack.add(
    LambdaFunction(
      "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
      role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
      logging: .json(to: "/aws/lambda/ingest")))
  // A package in a release bucket; the stacks of this repository package their own sources.
  stack.add(
    LambdaFunction(
      "released",
      code: .zip(.object(bucket: "releases", key: "1.0.0/released.zip"), runtime: .python313, handler: "main.handler"),
      role: ARN("arn:aws:iam::123456789012:role/released"), timeout: .seconds(3),
      logging: .json(to: "/aws/lambda/released")))
  let destinations: [EventInvokeConfig.Destination] = [
    .queue(queue), .topic(topic), .function(function.arn), .bus(bus.arn.text),
  ]
  for (number, destination) in destinations.enumerated() {
    stack.add(
      EventInvokeConfig(
        "ingest-\(number)", of: function.functionName, retries: .none, within: .seconds(60), onFailure: destination))
  }
  stack.add(EventInvokeConfig("ingest", of: function.functionName, retries: .twice))
}

private func declareNetwork(in stack: inout StackBuilder) {
  let group = stack.add(SecurityGroup("workers", in: "vpc-1", description: "The workers"))
  let peers: [Peer] = [.group(group.id), .addresses("10.0.0.0/16"), .ipv6Addresses("::/0"), .prefixList("pl-1")]
  let traffic: [Traffic] = [.https, .udp(53), .all, .tcp(1_024...65_535)]
  for (number, (peer, traffic)) in zip(peers, traffic).enumerated() {
    stack.add(EgressRule("out-\(number)", from: group.id, to: peer, traffic))
    stack.add(IngressRule("in-\(number)", to: group.id, from: peer, traffic))
  }
}

private func declareBucket(in stack: inout StackBuilder) {
  let bucket = stack.add(Bucket("media", forceDestroy: true))
  stack.add(BucketEncryption("managed", of: bucket.bucketName, with: .managed))
  stack.add(BucketEncryption("own", of: bucket.bucketName, with: .kms("arn:aws:kms:us-east-1:1:key/x")))
  stack.add(BucketVersioning("media", of: bucket.bucketName, .suspended))
  stack.add(PublicAccessBlock("media", of: bucket.bucketName))
  stack.add(
    BucketLifecycle(
      "media", of: bucket.bucketName,
      [
        BucketLifecycle.Rule("old", prefix: "old/", expiresAfterDays: 30, oldVersionsExpireAfterDays: 7),
        BucketLifecycle.Rule("all", unfinishedUploadsExpireAfterDays: nil),
      ]))
}
