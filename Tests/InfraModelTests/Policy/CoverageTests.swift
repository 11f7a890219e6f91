import InfraModel
import Testing

@testable import AWSRules
@testable import StackAnalysis

/// What `coverage` answers for each kind, with what is asked for and without it.
@Suite struct CoverageTests {
  @Test func aFunctionWithEverything() {
    let row = row(.function, "ingest") { stack in
      let alerts = stack.heardTopic()
      let role = stack.add(Role("ingest", assumedBy: "lambda.amazonaws.com"))
      stack.add(RolePolicy("ingest", for: role.roleName, [.writeTraces]))
      stack.add(LogGroup("ingest", named: "/aws/lambda/ingest", retention: .oneMonth))
      let function = stack.add(LambdaFunction.example(role: role.arn))
      let errors = stack.add(
        MetricAlarm.example("errors", when: function.errors, notify: [alerts.arn]))
      stack.add(MetricAlarm.example("slow", when: function.duration, .percentile(.p99), threshold: .above(1_000)))
      stack.add(MetricAlarm.example("throttles", when: function.throttles))
      stack.add(Dashboard("all", in: .fixed(.usEast1)) { Row { AlarmStatus("Alarms", [errors.arn]) } })
      let api = stack.add(HTTPAPI("shop"))
      stack.add(HTTPIntegration("shop", of: api.apiID, calls: function.invokeARN))
    }
    // Whoever calls through an API waits for the answer, so there is nothing to keep.
    #expect(row.answers(but: .deadLetters) == [.yes])
    #expect(row[.deadLetters] == .notApplicable)
  }

  @Test func aFunctionWithNothing() {
    let row = row(.function, "ingest") { stack in
      let role = stack.add(Role("ingest", assumedBy: "lambda.amazonaws.com"))
      let function = stack.add(LambdaFunction.example(role: role.arn))
      // The wrong way round, the wrong statistic, and an alarm that another region has.
      stack.add(MetricAlarm.example("low", when: function.errors, threshold: .below(1)))
      stack.add(MetricAlarm.example("mean", when: function.duration, .average, threshold: .above(1_000)))
      stack.add(MetricAlarm.example("away", when: function.throttles), in: .euWest1)
      stack.add(EventTarget("ingest", of: stack.add(EventRule.example), calls: .function(function.arn)))
    }
    #expect(row.answers(but: .tracing) == [.no])
    #expect(row[.tracing] == .yes)
  }

  @Test func whoCallsAFunctionDecidesWhatIsToBeKept() {
    func letters(_ declare: (inout StackBuilder, Declared<LambdaFunction>) -> Void) -> Coverage.Answer {
      row(.function, "ingest") { stack in declare(&stack, stack.add(LambdaFunction.example())) }[.deadLetters]
    }
    #expect(letters { _, _ in } == .unknown, "nobody of the stack calls it")
    #expect(
      letters { stack, function in
        stack.add(FunctionURL("ingest", of: function.functionName, authorization: .none))
      } == .notApplicable)
    #expect(
      letters { stack, function in
        stack.add(TopicSubscription("ingest", to: stack.add(Topic("items")).arn, .function(function.arn)))
      } == .no)
    #expect(
      letters { stack, function in
        let queue = stack.add(Queue("letters", retention: .seconds(60)))
        stack.add(TopicSubscription("ingest", to: stack.add(Topic("items")).arn, .function(function.arn)))
        stack.add(
          EventInvokeConfig("ingest", of: function.functionName, retries: .once, onFailure: .queue(queue.arn)))
      } == .yes)
  }

  @Test func tracingThatAVariableCouldSwitchOnIsOff() {
    let row = row(.function, "ingest") { stack in
      let trace = stack.add(Variable("trace", default: false, description: "Record traces"))
      stack.add(LambdaFunction.example(tracing: trace.choose(.active, otherwise: .passThrough)))
    }
    #expect(row[.tracing] == .no)
    #expect(row[.permission] == .notApplicable)
  }

  @Test(arguments: [true, false])
  func topics(_ isWatched: Bool) {
    let row = row(.topic, "items") { stack in
      let items = stack.add(Topic("items", tracing: isWatched ? .active : .passThrough))
      let letters = stack.add(Queue("letters", retention: .seconds(60)))
      let function = stack.add(LambdaFunction.example())
      stack.add(
        TopicSubscription(
          "ingest", to: items.arn, .function(function.arn), deadLetters: isWatched ? letters.arn : nil))
      guard isWatched else { return }
      stack.add(TopicTracing(of: [items.arn]))
      stack.watch(.topicFailures(of: items))
    }
    #expect(row.answers() == [isWatched ? .yes : .no])
  }

  @Test func peopleLeaveNoDeadLetters() {
    let row = row(.topic, "alerts") { stack in _ = stack.heardTopic() }
    #expect(row[.deadLetters] == .notApplicable)
  }

  @Test func queues() {
    let coverage = coverage { stack in
      let dead = stack.add(Queue("dead", retention: .seconds(60)))
      let work = stack.add(Queue("work", retention: .seconds(60), redrive: .init(to: dead.arn, afterReceives: 3)))
      stack.add(Queue("bare", retention: .seconds(60)))
      stack.watch(work.oldestMessageAge, .maximum)
      stack.watch(work.waitingMessages, .maximum)
    }
    let rows = Dictionary(uniqueKeysWithValues: coverage.rows(of: .queue).map { ($0.name, $0) })
    #expect(rows["work"]?.answers() == [.yes])
    #expect(rows["bare"]?.answers() == [.no])
    #expect(rows["dead"].map { [$0[.age], $0[.backlog], $0[.deadLetters]] } == [.notApplicable, .no, .notApplicable])
  }

  /// An alarm on refused reads says nothing of writes.
  @Test func tables() {
    func row(_ declare: (inout StackBuilder, Declared<Table>) -> Void) -> Coverage.Row {
      self.row(.table, "items") { stack in
        declare(&stack, stack.add(Table("items", partitionKey: .string("id"), deletionProtection: false)))
      }
    }
    #expect(row { _, _ in }.answers() == [.no])
    #expect(row { $0.watch($1.throttledReads) }[.throttles] == .no)
    let both = row { stack, table in
      stack.watch(table.throttledReads)
      stack.watch(table.throttledWrites)
      stack.watch(
        Metric(
          "SystemErrors", in: "AWS/DynamoDB", dimensions: ["TableName": table.tableName, "Operation": "PutItem"],
          missingDataMeaning: .noEvents))
    }
    #expect(both.answers() == [.yes])
  }

  @Test(arguments: [true, false])
  func stateMachines(_ isWatched: Bool) {
    let row = row(.stateMachine, "processing") { stack in
      let role = stack.add(Role("processing", assumedBy: "states.amazonaws.com"))
      let group = stack.add(LogGroup("processing", retention: isWatched ? .oneMonth : .fixed(.forever)))
      let machine = stack.add(
        StateMachine(
          "processing", .standard, [.succeed("Done")], timeout: .seconds(60), role: role.arn,
          logging: .on(group.arn, level: .error, executionData: false), tracing: .active))
      guard isWatched else { return }
      stack.add(RolePolicy("processing", for: role.roleName, [.writeTraces]))
      stack.watch(machine.executionsFailed)
      stack.watch(machine.executionsTimedOut)
      stack.watch(machine.executionTime, .percentile(.p95))
      stack.watch(
        Metric(
          "ExecutionThrottled", in: "AWS/States", dimensions: ["StateMachineArn": machine.arn.text],
          missingDataMeaning: .noEvents))
    }
    #expect(row.answers(but: .tracing) == [isWatched ? .yes : .no])
    #expect(row[.tracing] == .yes)
  }

  @Test(arguments: [true, false])
  func httpAPIs(_ isWatched: Bool) {
    let row = row(.httpAPI, "shop") { stack in
      let api = stack.add(HTTPAPI("shop"))
      let group = stack.add(LogGroup("access", retention: .oneMonth))
      let stage = stack.add(
        HTTPStage(
          "shop", of: api.apiID, throttling: .accountLimits, accessLog: isWatched ? HTTPAccessLog(to: group.arn) : nil))
      guard isWatched else { return }
      stack.watch(stage.serverErrors)
      stack.watch(stage.latency, .percentile(.p95))
    }
    #expect(row.answers() == [isWatched ? .yes : .no])
  }

  @Test(arguments: [true, false])
  func restAPIs(_ isWatched: Bool) {
    let row = row(.restAPI, "shop") { stack in
      let api = stack.add(RestAPI("shop"))
      let group = stack.add(LogGroup("access", retention: .oneMonth))
      let stage = stack.add(
        Stage(
          "shop", called: "prod", of: api.reference, serves: "abc",
          tracing: isWatched ? .active : .passThrough, accessLog: isWatched ? AccessLog(to: group.arn) : nil))
      guard isWatched else { return }
      stack.watch(stage.serverErrors)
      stack.watch(stage.latency, .percentile(.p95))
    }
    #expect(row.answers() == [isWatched ? .yes : .no])
  }

  @Test func oneRouteIsNotTheAPI() {
    let row = row(.httpAPI, "shop") { stack in
      let api = stack.add(HTTPAPI("shop"))
      let route = ["ApiId": api.apiID, "Stage": "$default", "Route": "GET /"] as [String: Text]
      stack.watch(Metric("5xx", in: "AWS/ApiGateway", dimensions: route, missingDataMeaning: .noEvents))
    }
    #expect(row[.errors] == .no)
    #expect(row[.subscriber] == .no)
  }

  @Test func anAlarmThatSpeaksThroughAnotherIsHeard() {
    let row = row(.function, "ingest") { stack in
      let alerts = stack.heardTopic()
      let errors = stack.add(MetricAlarm.example("errors", when: stack.add(LambdaFunction.example()).errors))
      stack.add(CompositeAlarm("bad", when: .inAlarm(errors.alarmName), notify: [alerts.arn]))
    }
    #expect(row[.subscriber] == .yes)
  }

  @Test func whoHearsATopicOfAnotherStackIsNotKnownHere() {
    let row = row(.function, "ingest") { stack in
      let outside: ARN<Topic> = ARN("arn:aws:sns:us-east-1:123456789012:on-call")
      stack.add(
        MetricAlarm.example("errors", when: stack.add(LambdaFunction.example()).errors, notify: [outside]))
    }
    #expect(row[.subscriber] == .unknown)
  }

  @Test func anAlarmThatNobodyCanReadMayBeTheOne() {
    let row = row(.function, "ingest") { stack in
      stack.add(LambdaFunction.example())
      stack.add(RawResource("aws_cloudwatch_metric_alarm", "any", ["threshold": 1]))
    }
    #expect([row[.errors], row[.duration], row[.throttles], row[.subscriber]] == Array(repeating: .unknown, count: 4))
  }

  /// A concern is about metrics that there are, and each alarm that a kind is asked for has some.
  @Test func concernsAreOfTheCatalogue() {
    for kind in Coverage.Kind.allCases {
      guard let namespace = kind.namespace else { continue }
      #expect(kind.dimension != nil, "\(kind)")
      for concern in MetricConcern.allCases {
        for name in concern.metrics(in: namespace).joined() {
          #expect(MetricCatalogue.metric(name, in: namespace) != nil, "\(name)")
        }
      }
      for concern in kind.watches.compactMap(\.concern) {
        #expect(!concern.metrics(in: namespace).isEmpty, "\(kind) \(concern)")
      }
    }
  }

  private func coverage(_ declare: (inout StackBuilder) -> Void) -> Coverage {
    Coverage(declaring: declare)
  }

  private func row(
    _ kind: Coverage.Kind, _ name: String, _ declare: (inout StackBuilder) -> Void
  ) -> Coverage.Row {
    let rows = coverage(declare).rows(of: kind).filter { $0.name == name }
    #expect(rows.count == 1)
    return rows[0]
  }
}

extension Coverage.Row {
  /// Every answer that is given to something.
  fileprivate func answers(but watch: Coverage.Watch? = nil) -> Set<Coverage.Answer> {
    Set(kind.watches.filter { $0 != watch }.map { self[$0] })
  }
}

extension Metric {
  fileprivate static func topicFailures(of topic: Declared<Topic>) -> Metric {
    Metric(
      "NumberOfNotificationsFailed", in: "AWS/SNS", dimensions: ["TopicName": topic.topicName],
      missingDataMeaning: .noEvents)
  }
}

extension StackBuilder {
  fileprivate mutating func heardTopic() -> Declared<Topic> {
    let name = "alerts"
    let topic = add(Topic(name))
    add(TopicSubscription("on-call", to: topic.arn, .email("on-call@example.com")))
    return topic
  }

  /// An alarm that somebody hears, and that a dashboard shows.
  fileprivate mutating func watch(_ metric: Metric, _ statistic: Statistic = .sum) {
    let label = "\(metric.name)"
    let topic = add(Topic("alerts-\(label)"))
    add(TopicSubscription("on-call-\(label)", to: topic.arn, .email("on-call@example.com")))
    let alarm = add(MetricAlarm.example(label, when: metric, statistic, notify: [topic.arn]))
    add(Dashboard("all-\(label)", in: .fixed(.usEast1)) { Row { AlarmStatus("Alarms", [alarm.arn]) } })
  }
}
