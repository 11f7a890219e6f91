import InfraModel
import Testing

@testable import TerraformModel

/// The tables of Lambda's companions, SNS, SQS policies, EventBridge, the scheduler and Step Functions.
@Suite struct EventTypesTableTests {
  // MARK: What a table writes it reads

  @Test func invokeConfigReadsBack() throws {
    let config = EventInvokeConfig(
      "ingest", of: "ingest", retries: .once, within: .seconds(60),
      onFailure: .bus("arn:aws:events:eu-west-1:1:event-bus/x"))
    try expectReadsBack(config, \.function, \.retries, \.maximumAge, \.onFailure)
  }

  @Test(arguments: [
    EventSourceMapping.Source.queue(
      ARN("arn:aws:sqs:eu-west-1:1:jobs"), .init(20, within: .seconds(1)), maximumConcurrency: 4),
    .queue(ARN("arn:aws:sqs:eu-west-1:1:jobs"), .init(1)),
    .tableStream("arn:aws:dynamodb:eu-west-1:1:table/x/stream/1", .init(5), from: .oldest, .init(retries: 3)),
    .kinesisStream(
      "arn:aws:kinesis:eu-west-1:1:stream/x", .init(5), from: .at("2027-01-31T09:00:00Z"),
      .init(
        maximumAge: .seconds(90), bisects: false, parallelBatches: 2, onFailure: ARN("arn:aws:sqs:eu-west-1:1:dead"))),
  ])
  func eventSourceReadsBack(_ source: EventSourceMapping.Source) throws {
    let mapping = EventSourceMapping(
      "jobs", from: source, to: ARN("arn:aws:lambda:eu-west-1:1:function:ingest"), failures: .items,
      filters: [["body": ["kind": ["order"]]], ["body": ["kind": ["refund"]]]])
    try expectReadsBack(mapping, \.source, \.function, \.failures, \.filters)
  }

  @Test func functionURLReadsBack() throws {
    let cors = FunctionURL.CORS(
      origins: ["https://shop.example"], methods: [.get, .post], allowHeaders: ["x-a"], exposeHeaders: ["x-b"],
      allowCredentials: true, maxAge: .seconds(5))
    try expectReadsBack(
      FunctionURL("chat", of: "chat", authorization: .iam, invokeMode: .responseStream, cors: cors), \.function,
      \.authorization, \.invokeMode, \.cors)
  }

  @Test func aliasReadsBack() throws {
    try expectReadsBack(
      LambdaAlias("live", named: "live", of: "ingest", version: .number(7), description: "In use"), \.aliasName,
      \.function, \.version, \.description)
  }

  @Test(arguments: [
    LambdaPermission.Caller.topic(ARN("arn:aws:sns:eu-west-1:1:news")),
    .api("arn:aws:execute-api:eu-west-1:1:abc/*/GET/orders"),
    .eventRule(ARN("arn:aws:events:eu-west-1:1:rule/created")),
    .bucket(ARN("arn:aws:s3:::uploads"), account: "123456789012"), .functionURL(.iam),
    .service("logs.amazonaws.com", source: "arn:aws:logs:eu-west-1:1:log-group:shop:*"),
  ])
  func permissionReadsBack(_ caller: LambdaPermission.Caller) throws {
    try expectReadsBack(LambdaPermission("ingest", of: "ingest", to: caller), \.function, \.caller)
  }

  @Test func provisionedConcurrencyReadsBack() throws {
    try expectReadsBack(
      ProvisionedConcurrency("live", of: "ingest", at: .version(.number(3)), copies: 4), \.function, \.qualifier,
      \.copies)
  }

  @Test func policiesReadBack() throws {
    let publish = Statement(to: .service("events.amazonaws.com"), ["sns:Publish"], on: ["arn:aws:sns:eu-west-1:1:news"])
    try expectReadsBack(
      TopicPolicy("news", of: ARN("arn:aws:sns:eu-west-1:1:news"), PolicyDocument([publish])), \.topic, \.policy)
    try expectReadsBack(
      QueuePolicy("jobs", of: "https://sqs.eu-west-1.amazonaws.com/1/jobs", PolicyDocument([publish])), \.queueURL,
      \.policy)
  }

  @Test func topicReadsBack() throws {
    try expectReadsBack(Topic("news", tracing: .active, encryptionKey: "alias/news"), \.tracing, \.encryptionKey)
  }

  @Test(arguments: [
    TopicSubscription.Subscriber.email("on-call@shop.example"), .textMessage("+4915112345678"),
    .https("https://shop.example/hook"), .function(ARN("arn:aws:lambda:eu-west-1:1:function:ingest")),
    .queue(ARN("arn:aws:sqs:eu-west-1:1:jobs"), raw: true),
  ])
  func subscriptionReadsBack(_ subscriber: TopicSubscription.Subscriber) throws {
    try expectReadsBack(
      TopicSubscription(
        "news", to: ARN("arn:aws:sns:eu-west-1:1:news"), subscriber, deadLetters: ARN("arn:aws:sqs:eu-west-1:1:dead")),
      \.topic,
      \.subscriber, \.deadLetters)
  }

  @Test(arguments: [EventArchive.Retention.forever, .days(30)])
  func archiveReadsBack(_ retention: EventArchive.Retention) throws {
    try expectReadsBack(
      EventArchive(
        "all", of: ARN("arn:aws:events:eu-west-1:1:event-bus/shop"), matching: EventPattern(source: "shop"),
        retention: retention), \.bus, \.pattern, \.retention)
  }

  @Test func busReadsBack() throws {
    try expectReadsBack(
      EventBus("shop", description: "Orders", encryptionKey: "alias/shop"), \.description, \.encryptionKey)
  }

  @Test(arguments: [
    EventRule.Trigger.event(
      EventPattern(source: "shop", detail: ["total": [.numeric(.above(100))]]), on: EventBusName("shop")),
    .every(.minutes(1)), .every(.hours(2)), .cron(Cron(minute: 0, hour: 9, day: .ofWeek([.monday]))),
  ])
  func ruleReadsBack(_ trigger: EventRule.Trigger) throws {
    try expectReadsBack(
      EventRule("created", when: trigger, description: "Orders", state: .disabled), \.trigger, \.description, \.state)
  }

  @Test(arguments: [
    (EventTarget.Destination.function(ARN("arn:aws:lambda:eu-west-1:1:function:ingest")), EventTarget.Input.event),
    (.queue(ARN("arn:aws:sqs:eu-west-1:1:jobs")), .part("$.detail")),
    (.topic(ARN("arn:aws:sns:eu-west-1:1:news")), .fixed(["kind": "order"])),
    (
      .stateMachine("arn:aws:states:eu-west-1:1:stateMachine:pay", as: ARN("arn:aws:iam::1:role/pay")),
      .template("<id>", parts: ["id": "$.detail.id"])
    ),
    (.other("arn:aws:events:eu-west-1:1:event-bus/other", as: nil), .event),
  ])
  func targetReadsBack(_ destination: EventTarget.Destination, _ input: EventTarget.Input) throws {
    var stack = StackBuilder()
    let rule = stack.add(EventRule("created", when: .event(EventPattern(source: "shop"), on: EventBusName("shop"))))
    try expectReadsBack(
      EventTarget(
        "pay", of: rule, calls: destination, with: input, retries: .init(3, within: .seconds(3_600)),
        deadLetters: ARN("arn:aws:sqs:eu-west-1:1:dead")), \.rule, \.bus, \.targetID, \.destination, \.input, \.retries,
      \.deadLetters)
  }

  /// Of the times that are no interval the expression is kept.
  @Test(arguments: [
    (Schedule.Timing.every(.days(1)), Schedule.Timing.every(.days(1))),
    (
      .cron(Cron(minute: 5, hour: 3), timeZone: "Europe/Berlin"),
      .written("cron(5 3 * * ? *)", timeZone: "Europe/Berlin")
    ),
  ])
  func scheduleReadsBack(_ timing: Schedule.Timing, _ read: Schedule.Timing) throws {
    func schedule(_ timing: Schedule.Timing) -> Schedule {
      Schedule(
        "nightly", timing, calls: .stateMachine(ARN("arn:aws:states:eu-west-1:1:stateMachine:pay")),
        as: ARN("arn:aws:iam::1:role/pay"), with: ["all": true], window: .minutes(15),
        retries: .init(2, within: .seconds(60)), deadLetters: ARN("arn:aws:sqs:eu-west-1:1:dead"), state: .disabled)
    }
    try expectReadsBack(
      schedule(timing), as: schedule(read), \.timing, \.target, \.role, \.input, \.window, \.retries, \.deadLetters,
      \.state)
  }

  @Test(arguments: [
    StateMachine.Logging.off, .on(ARN("arn:aws:logs:eu-west-1:1:log-group:pay"), level: .error, executionData: true),
  ])
  func stateMachineReadsBack(_ logging: StateMachine.Logging) throws {
    let machine = StateMachine(
      "pay", .express, [.succeed("Done")], timeout: .seconds(90), role: ARN("arn:aws:iam::1:role/pay"), logging: logging
    )
    try expectReadsBack(
      machine, \.kind, \.timeout, \.role, \.logging, \.tracing, except: ["states"])
  }

  // MARK: What AWS takes for arguments that are left out

  @Test func omittedArgumentsHaveTheDefaultsOfAWS() throws {
    let config = raw(EventInvokeConfig.self, ["function_name": "ingest"])
    #expect(try config[\.retries] == .twice)
    #expect(try config[\.maximumAge] == .seconds(21_600))
    let queue = raw(EventSourceMapping.self, ["event_source_arn": "arn:aws:sqs:eu-west-1:1:jobs"])
    #expect(try queue[\.source] == .queue(ARN("arn:aws:sqs:eu-west-1:1:jobs"), .init(10)))
    // The provider's -1 is no limit.
    let stream = raw(
      EventSourceMapping.self,
      [
        "event_source_arn": "arn:aws:kinesis:eu-west-1:1:stream/x", "starting_position": "LATEST",
        "maximum_retry_attempts": -1, "maximum_record_age_in_seconds": -1,
      ])
    #expect(
      try stream[\.source]
        == .kinesisStream("arn:aws:kinesis:eu-west-1:1:stream/x", .init(100), from: .latest, .init(bisects: false)))
    let retry = raw(EventTarget.self, ["retry_policy": .blocks([["maximum_retry_attempts": 0]])])
    #expect(try retry[\.retries] == .init(0, within: .seconds(86_400)))
    #expect(try retry[\.bus] == .default)
    let schedule = raw(Schedule.self, ["target": .blocks([["arn": "arn:aws:sqs:eu-west-1:1:jobs"]])])
    #expect(try schedule[\.target] == .queue(ARN("arn:aws:sqs:eu-west-1:1:jobs")))
    #expect(try schedule[\.retries] == nil)
    #expect(try schedule[\.state] == .enabled)
    let machine = raw(StateMachine.self, [:])
    #expect(try machine[\.kind] == .standard)
    #expect(try machine[\.logging] == .off)
    #expect(try machine[\.tracing] == .passThrough)
  }

  @Test func ruleOfAnOldProviderIsOff() throws {
    #expect(try raw(EventRule.self, ["is_enabled": false])[\.state] == .disabled)
    #expect(try raw(EventRule.self, ["is_enabled": true])[\.state] == .enabled)
  }

  // MARK: What cannot be told

  @Test func unknownArgumentMakesJustThatPartUnknown() throws {
    var stack = StackBuilder()
    let unknown = stack.add(RawResource("aws_ssm_parameter", "p")).attribute("value")
    let rule = raw(EventRule.self, ["event_bus_name": .text(unknown), "schedule_expression": "rate(5 minutes)"])
    #expect(try rule[\.trigger] == .every(.minutes(5)))
    let schedule = raw(
      Schedule.self,
      ["schedule_expression": .text(unknown), "target": .blocks([["role_arn": "arn:aws:iam::1:role/x"]])])
    #expect(throws: DecodingFailure(argument: "schedule_expression", reason: .knownAfterApply)) {
      try schedule[\.timing]
    }
    #expect(try schedule[\.role] == ARN("arn:aws:iam::1:role/x"))
    #expect(throws: DecodingFailure(argument: "target.arn", reason: .missing)) { try schedule[\.target] }
    let machine = raw(StateMachine.self, ["definition": .text(unknown), "type": "EXPRESS"])
    #expect(throws: DecodingFailure(argument: "definition", reason: .knownAfterApply)) { try machine[\.timeout] }
    #expect(try machine[\.kind] == .express)
  }

  // MARK: What an ARN leads to

  @Test func aliasIsTheFunctionItNames() throws {
    var stack = StackBuilder()
    let alias = stack.add(LambdaAlias("live", named: "live", of: "ingest", version: .number(1)))
    let arn = Value.text(alias.arn.text)
    #expect(try Schedule.Target(reading: arn) == .function(alias.arn))
    #expect(try EventInvokeConfig.Destination(reading: arn) == .function(alias.arn))
    #expect(throws: DecodingFailure.Reason.self) { try EventInvokeConfig.Destination(reading: "arn:aws:s3:::letters") }
  }

  @Test func metricsOfARuleOnACustomBusNameTheBus() throws {
    var stack = StackBuilder()
    let tick = stack.add(EventRule("tick", when: .every(.minutes(5))))
    let created = stack.add(EventRule("created", when: .event(EventPattern(source: "shop"), on: EventBusName("shop"))))
    #expect(tick.matches.dimensions == ["RuleName": tick.ruleName])
    #expect(created.matches.dimensions == ["RuleName": created.ruleName, "EventBusName": "shop"])
    #expect(created.matches.namespace == "AWS/Events")
    #expect(created.matches.missingDataMeaning == .noEvents)
  }
}

/// The resource as nothing but a block, as it comes from a plan.
private func raw<Model: ResourceModel>(_: Model.Type, _ block: Block) -> Subject<Model> {
  var stack = StackBuilder()
  stack.add(RawResource(Model.type, "raw", block))
  return DeclaredStack(stack).subjects(Model.self)[0]
}

/// Holds that the block of a resource, without its Swift value, gives the same value for each property, and that no
/// property of the type is left out.
///
/// - Parameters:
///   - expected: What is read, where it differs from what was declared.
///   - unread: The properties that Terraform does not hold.
private func expectReadsBack<Model: ResourceModel, each Property: Equatable & Sendable>(
  _ model: Model, as expected: Model? = nil, _ paths: repeat KeyPath<Model, each Property>,
  except unread: Set<String> = [],
  location: Testing.SourceLocation = #_sourceLocation
) throws {
  var stack = StackBuilder()
  let subject = raw(Model.self, stack.add(model).declaration.block)
  var read = unread
  for path in repeat each paths {
    #expect(try subject[path] == (expected ?? model)[keyPath: path], "\(path)", sourceLocation: location)
    read.insert(String(String(describing: path).drop { $0 != "." }.dropFirst()))
  }
  let stored = Mirror(reflecting: model).children.compactMap(\.label).filter { !["name", "physicalName"].contains($0) }
  #expect(read.isSuperset(of: stored), "\(Set(stored).subtracting(read))", sourceLocation: location)
}
