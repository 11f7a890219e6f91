import InfraModel
import Testing

/// What the graph says of each kind of hop.
@Suite struct TraceGraphTests {
  @Test func schedulesSendNoHeaderAndBeginATrace() {
    let graph = graph { stack in
      let alerts = stack.add(Topic("alerts"))
      let function = stack.add(MonitoredFunction.tested("ingest", alerts: alerts))
      let letters = stack.add(DeadLetters(alerts: alerts.arn))
      stack.add(ScheduledInvocation(of: function, every: .minutes(5), deadLetters: letters.arn, alerts: nil))
    }
    #expect(graph.visibility("ingest", .schedule, to: "ingest", .function) == .startsHere(.schedule))
    #expect(!graph.nodes.contains { $0.kind == .queue }, "dead letters are no part of a request")
    #expect(!graph.nodes.contains { $0.kind == .topic }, "nor is who hears of alarms")
  }

  @Test(arguments: [
    (TracingMode.active, TraceGraph.TraceVisibility.traced), (.passThrough, .gap(.passThrough)),
  ])
  func aFunctionThatRecordsNothingHidesWhatItCalls(_ mode: TracingMode, _ visibility: TraceGraph.TraceVisibility) {
    let graph = graph { stack in
      let alerts = stack.add(Topic("alerts"))
      let items = stack.add(Table("items", partitionKey: .string("id"), deletionProtection: false))
      stack.add(MonitoredFunction.tested("ingest", tracing: mode, permissions: [.write(items.arn)], alerts: alerts))
    }
    #expect(graph.visibility("ingest", .function, to: "items", .table) == visibility)
  }

  @Test func aRoleWithoutLeaveIsTheCause() {
    let graph = graph { stack in
      let role = stack.add(Role("ingest", assumedBy: "lambda.amazonaws.com"))
      stack.add(RolePolicy("ingest", for: role.roleName, [Statement(["events:PutEvents"], on: ["*"])]))
      let function = stack.add(LambdaFunction.tested("ingest", role: role.arn))
      stack.add(FunctionURL("ingest", of: function.functionName, authorization: .none))
    }
    #expect(graph.visibility("ingest", .functionURL, to: "ingest", .function) == .gap(.noPermission))
  }

  @Test func httpAPIsAreOnNoMapAndTheTraceBeginsBehindThem() {
    let graph = graph { stack in
      let function = stack.add(LambdaFunction.tested("shop", role: .outside))
      let api = stack.add(HTTPAPI("shop"))
      stack.add(HTTPIntegration("shop", of: api.apiID, calls: function.invokeARN))
    }
    #expect(graph.visibility("client of shop", .client, to: "shop", .httpAPI) == .gap(.httpAPI))
    #expect(graph.visibility("shop", .httpAPI, to: "shop", .function) == .startsHere(.httpAPI))
  }

  @Test(arguments: [true, false])
  func aTracedTopicIsOnTheMapWithItsPolicyOnly(_ hasPolicy: Bool) {
    let graph = graph { stack in
      let alerts = stack.add(Topic("alerts"))
      let items = stack.add(Topic("items", tracing: .active))
      if hasPolicy { stack.add(TopicTracing(of: [items.arn])) }
      let letters = stack.add(DeadLetters(of: [items.arn], alerts: alerts.arn))
      stack.add(MonitoredFunction.tested("ingest", permissions: [.publish(to: items.arn)], alerts: alerts))
      let analysis = stack.add(MonitoredFunction.tested("analysis", alerts: alerts))
      stack.add(TopicTrigger(analysis, by: items, deadLetters: letters))
    }
    #expect(
      graph.visibility("ingest", .function, to: "items", .topic) == (hasPolicy ? .traced : .gap(.noResourcePolicy)))
    #expect(
      graph.visibility("items", .topic, to: "analysis", .function) == .traced, "SNS hands the header on all the same")
  }

  @Test(arguments: [
    (TracingMode.active, TraceGraph.TraceVisibility.traced), (.passThrough, .startsHere(.untracedPublisher)),
  ])
  func aBusHandsOnWhatItsPublishersSend(_ mode: TracingMode, _ visibility: TraceGraph.TraceVisibility) {
    let graph = graph { stack in
      let alerts = stack.add(Topic("alerts"))
      let bus = stack.add(EventBus("orders"))
      stack.add(
        MonitoredFunction.tested("order", tracing: mode, permissions: [.putEvents(on: bus.arn)], alerts: alerts))
      let payment = stack.add(MonitoredFunction.tested("payment", alerts: alerts))
      let created = EventPattern(source: "shop", detailType: "created")
      stack.add(
        EventRoute(
          "created", when: .event(created, on: bus.busName), calls: [payment],
          retries: .init(3, within: .seconds(3_600)), alerts: alerts.arn))
    }
    #expect(
      graph.visibility("order", .function, to: "orders", .bus) == (mode == .active ? .traced : .gap(.passThrough)))
    #expect(graph.visibility("orders", .bus, to: "payment", .function) == visibility)
  }

  @Test(arguments: [
    (AppMonitor.HTTPTelemetry.traced, ["X-Amzn-Trace-Id"], TraceGraph.TraceVisibility.traced),
    (.traced, ["Content-Type"], .startsHere(.corsHeader)), (.on, ["X-Amzn-Trace-Id"], .startsHere(.client)),
  ])
  func browsersBeginTracesWithRUMAndTheHeader(
    _ http: AppMonitor.HTTPTelemetry, _ headers: [String], _ visibility: TraceGraph.TraceVisibility
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
    #expect(graph.visibility("browser", .browser, to: "api", .restAPI) == visibility)
    #expect(graph.visibility("api", .restAPI, to: "shop", .function) == .traced)
  }

  @Test func whoeverActsAsARoleOfNobodysIsOutside() {
    let graph = graph { stack in
      let bucket = stack.add(Bucket("recordings", forceDestroy: false))
      let app = stack.add(Role("app", assumedBy: "amplify.amazonaws.com"))
      stack.add(RolePolicy("app", for: app.roleName, [.writeObjects(to: bucket.arn)]))
    }
    #expect(graph.visibility("app", .client, to: "recordings", .bucket) == .gap(.client))
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
  /// What X-Ray sees of the hop between two nodes; `nil` where there is none.
  func visibility(_ from: String, _ kind: Kind, to: String, _ otherKind: Kind) -> TraceVisibility? {
    let start = nodes.first { $0.name == from && $0.kind == kind }?.id
    let end = nodes.first { $0.name == to && $0.kind == otherKind }?.id
    return hops.first { $0.from == start && $0.to == end }?.visibility
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
    _ name: String, tracing: TracingMode = .active, permissions: [Statement] = [], alerts: Declared<Topic>
  ) -> MonitoredFunction {
    MonitoredFunction(
      name, code: .zip(.file("app.zip"), runtime: .python313, handler: "app.main"), timeout: .seconds(3),
      p95: .seconds(1), tracing: .fixed(tracing), permissions: permissions, logRetention: .oneDay, alerts: alerts.arn)
  }
}
