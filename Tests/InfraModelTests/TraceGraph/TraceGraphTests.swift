import InfraModel
import Testing

/// What the graph says of each kind of hop.
@Suite struct TraceGraphTests {
  @Test func schedulesSendNoHeaderAndBeginATrace() {
    let graph = graph { stack in
      let alerts = stack.add(Topic("alerts"))
      let function = stack.add(MonitoredFunction.tested("ingest", alerts: alerts))
      let letters = stack.add(DeadLetters(alerts: alerts.arn))
      stack.add(ScheduledInvocation(of: function, every: .minutes(5), deadLetters: letters.arn))
    }
    #expect(graph.sight("ingest", .schedule, to: "ingest", .function) == .begins(.schedule))
    #expect(!graph.nodes.contains { $0.kind == .queue }, "dead letters are no part of a request")
    #expect(!graph.nodes.contains { $0.kind == .topic }, "nor is who hears of alarms")
  }

  @Test(arguments: [
    (TracingMode.active, TraceGraph.Sight.traced), (.passThrough, .gap(.passThrough)),
  ])
  func aFunctionThatRecordsNothingHidesWhatItCalls(_ mode: TracingMode, _ sight: TraceGraph.Sight) {
    let graph = graph { stack in
      let alerts = stack.add(Topic("alerts"))
      let items = stack.add(Table("items", partitionKey: .string("id"), deletionProtection: false))
      stack.add(MonitoredFunction.tested("ingest", tracing: mode, may: [.write(items.arn)], alerts: alerts))
    }
    #expect(graph.sight("ingest", .function, to: "items", .table) == sight)
  }

  @Test func aRoleWithoutLeaveIsTheCause() {
    let graph = graph { stack in
      let role = stack.add(Role("ingest", assumedBy: "lambda.amazonaws.com"))
      stack.add(RolePolicy("ingest", for: role.roleName, [Statement(["events:PutEvents"], on: ["*"])]))
      let function = stack.add(LambdaFunction.tested("ingest", role: role.arn))
      stack.add(FunctionURL("ingest", of: function.functionName, authorization: .none))
    }
    #expect(graph.sight("ingest", .functionURL, to: "ingest", .function) == .gap(.noPermission))
  }

  @Test func httpAPIsAreOnNoMapAndTheTraceBeginsBehindThem() {
    let graph = graph { stack in
      let function = stack.add(LambdaFunction.tested("shop", role: .outside))
      let api = stack.add(HTTPAPI("shop"))
      stack.add(HTTPIntegration("shop", of: api.apiID, calls: function.invokeARN))
    }
    #expect(graph.sight("client of shop", .client, to: "shop", .httpAPI) == .gap(.httpAPI))
    #expect(graph.sight("shop", .httpAPI, to: "shop", .function) == .begins(.httpAPI))
  }

  @Test(arguments: [true, false])
  func aTracedTopicIsOnTheMapWithItsPolicyOnly(_ hasPolicy: Bool) {
    let graph = graph { stack in
      let alerts = stack.add(Topic("alerts"))
      let items = stack.add(Topic("items", tracing: .active))
      if hasPolicy { stack.add(TopicTracing(of: [items.arn])) }
      let letters = stack.add(DeadLetters(of: [items.arn], alerts: alerts.arn))
      stack.add(MonitoredFunction.tested("ingest", may: [.publish(to: items.arn)], alerts: alerts))
      let analysis = stack.add(MonitoredFunction.tested("analysis", alerts: alerts))
      stack.add(TopicTrigger(analysis, by: items, deadLetters: letters))
    }
    #expect(graph.sight("ingest", .function, to: "items", .topic) == (hasPolicy ? .traced : .gap(.noResourcePolicy)))
    #expect(graph.sight("items", .topic, to: "analysis", .function) == .traced, "SNS hands the header on all the same")
  }

  @Test(arguments: [
    (TracingMode.active, TraceGraph.Sight.traced), (.passThrough, .begins(.untracedPublisher)),
  ])
  func aBusHandsOnWhatItsPublishersSend(_ mode: TracingMode, _ sight: TraceGraph.Sight) {
    let graph = graph { stack in
      let alerts = stack.add(Topic("alerts"))
      let bus = stack.add(EventBus("orders"))
      stack.add(MonitoredFunction.tested("order", tracing: mode, may: [.putEvents(on: bus.arn)], alerts: alerts))
      let payment = stack.add(MonitoredFunction.tested("payment", alerts: alerts))
      let created = EventPattern(source: "shop", detailType: "created")
      stack.add(
        EventRoute(
          "created", when: .event(created, on: bus.busName), calls: [payment],
          retries: .init(3, within: .seconds(3_600)), alerts: alerts.arn))
    }
    #expect(graph.sight("order", .function, to: "orders", .bus) == (mode == .active ? .traced : .gap(.passThrough)))
    #expect(graph.sight("orders", .bus, to: "payment", .function) == sight)
  }

  @Test(arguments: [
    (AppMonitor.HTTPTelemetry.traced, ["X-Amzn-Trace-Id"], TraceGraph.Sight.traced),
    (.traced, ["Content-Type"], .begins(.corsHeader)), (.on, ["X-Amzn-Trace-Id"], .begins(.client)),
  ])
  func browsersBeginTracesWithRUMAndTheHeader(
    _ http: AppMonitor.HTTPTelemetry, _ headers: [String], _ sight: TraceGraph.Sight
  ) {
    let graph = graph { stack in
      let alerts = stack.add(Topic("alerts"))
      let function = stack.add(MonitoredFunction.tested("shop", alerts: alerts))
      stack.add(
        TracedRestAPI(
          "api", to: function, authorization: .none,
          cors: RestAPI.CORS(origins: .any, methods: [.get], allowHeaders: headers),
          throttling: .limited(perSecond: 1, burst: 1), logRetention: .oneDay, loggingRole: .declaredHere))
      stack.add(AppMonitor("web", domain: "example.com", sessionSampleRate: .everything, http: http))
    }
    #expect(graph.sight("browser", .browser, to: "api", .restAPI) == sight)
    #expect(graph.sight("api", .restAPI, to: "shop", .function) == .traced)
  }

  @Test func whoeverActsAsARoleOfNobodysIsOutside() {
    let graph = graph { stack in
      let bucket = stack.add(Bucket("recordings", forceDestroy: false))
      let app = stack.add(Role("app", assumedBy: "amplify.amazonaws.com"))
      stack.add(RolePolicy("app", for: app.roleName, [.writeObjects(to: bucket.arn)]))
    }
    #expect(graph.sight("app", .client, to: "recordings", .bucket) == .gap(.client))
  }

  @Test func aStackWithoutRequestsHasNoHops() {
    #expect(graph { $0.add(Topic("alerts")) }.hops.isEmpty)
  }

  private func graph(_ declare: (inout StackBuilder) -> Void) -> TraceGraph {
    var builder = StackBuilder()
    declare(&builder)
    return TraceGraph(of: DeclaredStack(builder))
  }
}

extension TraceGraph {
  fileprivate func sight(_ from: String, _ kind: Kind, to: String, _ otherKind: Kind) -> Sight? {
    let start = nodes.first { $0.name == from && $0.kind == kind }?.id
    let end = nodes.first { $0.name == to && $0.kind == otherKind }?.id
    return hops.first { $0.from == start && $0.to == end }?.sight
  }
}

extension ARN<Role> {
  fileprivate static let outside = ARN("arn:aws:iam::123456789012:role/outside")
}

extension LambdaFunction {
  fileprivate static func tested(_ name: String, role: ARN<Role>) -> LambdaFunction {
    LambdaFunction(
      name, code: .zip(.file("app.zip"), runtime: .python313, handler: "app.main"), role: role, timeout: .seconds(3),
      logging: .json(to: "/aws/lambda/x"))
  }
}

extension MonitoredFunction {
  fileprivate static func tested(
    _ name: String, tracing: TracingMode = .active, may permissions: [Statement] = [], alerts: Declared<Topic>
  ) -> MonitoredFunction {
    MonitoredFunction(
      name, code: .zip(.file("app.zip"), runtime: .python313, handler: "app.main"), timeout: .seconds(3),
      p95: .seconds(1), tracing: .fixed(tracing), may: permissions, logRetention: .oneDay, alerts: alerts.arn)
  }
}
