import InfraModel
import InfraTesting
import Testing

@Suite struct DetectionMatrixTests {
  private func cell(
    _ failure: FailureMode, of name: String, _ declare: (inout StackBuilder) -> Void
  ) throws -> DetectionMatrix.Outcome {
    var stack = StackBuilder()
    declare(&stack)
    let matrix = DetectionMatrix(of: DeclaredStack(stack))
    let row = try #require(matrix.rows.first { $0.name == name })
    return try #require(row.cells.first { $0.failure == failure }).outcome
  }

  private func notice(
    _ failure: FailureMode, of name: String, _ declare: (inout StackBuilder) -> Void
  ) throws -> DetectionMatrix.Notice {
    guard case .noticed(let notice) = try cell(failure, of: name, declare) else {
      Issue.record("not noticed")
      throw NotNoticed()
    }
    return notice
  }

  private struct NotNoticed: Error {}

  private func function(_ name: String, in stack: inout StackBuilder) -> Declared<LambdaFunction> {
    stack.add(
      LambdaFunction(
        name, code: .zip(.file("app.zip"), runtime: .python313, handler: "app.handler"),
        role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
        logging: .json(to: "/aws/lambda/app")))
  }

  private func alerts(in stack: inout StackBuilder) -> ARN<Topic> {
    stack.add(AlertTopic("alerts", subscribers: ["on-call": .email("on-call@example.com")])).arn
  }

  /// A schedule of five minutes calls once in each period of five minutes. The failing call is in the datapoint two minutes
  /// after its minute's end, and the next call is at most five minutes away: 2 to 8 minutes, at most 480 seconds.
  @Test("The calls of a schedule need no declared load")
  func schedule() throws {
    let notice = try notice(.allCallsFail, of: "crawler") { stack in
      let alerts = alerts(in: &stack)
      let crawler = function("crawler", in: &stack)
      stack.add(crawler.errorAlarm(notify: alerts))
      stack.add(
        ScheduledInvocation(
          of: crawler, every: .minutes(5), deadLetters: ARN("arn:aws:sqs:eu-west-1:1:q"), alerts: alerts))
    }
    #expect(notice.noticed == 20)
    #expect(try #require(notice.percentile95) <= .seconds(480))
    #expect(try #require(notice.percentile95) > .seconds(240))
    #expect(notice.recipients.map(\.endpoint) == ["on-call@example.com"])
  }

  /// Two periods without an invocation, and missing data breaching: the range of four periods of five minutes has to be
  /// empty, which it is 20 minutes after the end of the minute of the last call.
  @Test("A missed run is noticed when the evaluation range is empty")
  func missedRun() throws {
    let notice = try notice(.noCalls, of: "crawler") { stack in
      let alerts = alerts(in: &stack)
      let crawler = function("crawler", in: &stack)
      stack.add(crawler.missedRunAlarm(every: .minutes(5), notify: alerts))
      stack.expect(.perSecond(2), at: crawler)
    }
    let time = try #require(notice.median)
    #expect(time > .minutes(20) && time <= .minutes(21))
    #expect(notice.alarm == "crawler-missed")
  }

  /// 300 requests a month and three functions: each sees 100, one in 7.2 hours, so that half of the waits for a failing call
  /// are shorter than 7.2 h · ln 2 = 5 h. The authorizer sees all of them: 2.4 h · ln 2 = 1.7 h.
  @Test("The functions of an API share its requests, and its authorizer sees all")
  func shares() throws {
    func declare(in stack: inout StackBuilder) {
      let alerts = alerts(in: &stack)
      let functions = ["a", "b", "c"].map { function($0, in: &stack) }
      let authorizer = function("authorizer", in: &stack)
      for function in functions + [authorizer] { stack.add(function.errorAlarm(notify: alerts)) }
      let api = stack.add(
        TracedRestAPI(
          "api",
          functions.map { .init(.on(.get, "/\($0.resource.name)"), to: $0, authorization: .function(authorizer)) },
          cors: nil, throttling: .limited(perSecond: 10, burst: 20), logRetention: .oneMonth, loggingRole: .declaredHere
        ))
      stack.expect(.perMonth(300), at: api.stage)
    }
    var stack = StackBuilder()
    declare(in: &stack)
    let rows = DetectionMatrix(of: DeclaredStack(stack)).rows
    func perMonth(_ name: String) -> Double? { rows.first { $0.name == name }?.perMinute.map { $0 * 43_200 } }
    for name in ["a", "b", "c"] { #expect(abs((perMonth(name) ?? 0) - 100) < 1e-6, "\(name)") }
    #expect(abs((perMonth("authorizer") ?? 0) - 300) < 1e-6)
    #expect(abs((perMonth("api") ?? 0) - 300) < 1e-6)
  }

  @Test("An alarm without a subscriber notifies no one")
  func silent() throws {
    let outcome = try cell(.allCallsFail, of: "crawler") { stack in
      let crawler = function("crawler", in: &stack)
      stack.add(crawler.errorAlarm(notify: stack.add(Topic("alerts")).arn))
      stack.expect(.perSecond(1), at: crawler)
    }
    #expect(outcome == .unnoticed(alarm: "crawler-errors"))
  }

  @Test("A composite alarm notifies for the alarms that it reads")
  func composite() throws {
    let notice = try notice(.allCallsFail, of: "crawler") { stack in
      let alerts = alerts(in: &stack)
      let crawler = function("crawler", in: &stack)
      let errors = stack.add(
        MetricAlarm(
          "errors", when: crawler.errors, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
          notify: []))
      stack.add(CompositeAlarm("crawler", when: .inAlarm(errors.alarmName), notify: [alerts]))
      stack.expect(.perSecond(1), at: crawler)
    }
    #expect(notice.alarm == "crawler")
    #expect(try #require(notice.median) <= .seconds(180))
  }

  @Test("Without a load nothing is known")
  func withoutLoad() throws {
    let outcome = try cell(.allCallsFail, of: "crawler") { _ = function("crawler", in: &$0) }
    #expect(outcome == .undetermined(.noLoad))
  }

  /// X-Ray records two thirds to three quarters of a million requests, at five dollars a million: B = 3.2 to 3.7 dollars a
  /// month, so that an alarm at 1,000 dollars fires neither way, and one at 6 dollars fires if the costs double. If that begins
  /// in the share s of a month, the rest of 6 dollars lasts 6/2B − s/2 months: within the month up to s = 0.13 to 0.37, after
  /// 20 to 28 days. Later, the next month's bill exceeds 6 dollars after 6/2B of it, 1 − s + 6/2B in all: 24 to 53 days. Of
  /// twenty beginnings, the tenth takes 28 to 40 days, and the nineteenth 41 to 54.
  @Test("A doubled bill is noticed when it exceeds an alarm's threshold")
  func bill() throws {
    func declare(_ limit: Int) -> (inout StackBuilder) -> Void {
      { stack in
        let crawler = self.function("crawler", in: &stack)
        stack.expect(.perMonth(1_000_000), at: crawler)
        stack.add(
          BillingAlarms(for: "AWSXRay", above: [limit], subscribers: ["on-call": .email("on-call@example.com")]))
      }
    }
    #expect(try cell(.costDoubles, of: "AWSXRay", declare(1_000)) == .unnoticed(alarm: nil))
    let notice = try notice(.costDoubles, of: "AWSXRay", declare(6))
    #expect(try #require(notice.median) >= .days(27))
    #expect(try #require(notice.median) <= .days(40))
    #expect(try #require(notice.percentile95) >= .days(40))
    #expect(try #require(notice.percentile95) <= .days(54))
  }

  @Test("Expectations hold and fail as the matrix says")
  func expectations() {
    expectDetected(.allCallsFail, of: "crawler", within: .minutes(4), notifying: "on-call", in: Watched())
    expectDetected(.allCallsFail, of: "crawler", within: .minutes(4), notifying: "alerts", in: Watched())
    expectDetected(.allCallsFail, of: "crawler", within: .minutes(4), in: Watched())
    expectQuiet(for: .days(30), in: Watched())
    func expectIssue(_ words: String, _ body: () -> Void) {
      withKnownIssue {
        body()
      } matching: {
        "\($0)".contains(words)
      }
    }
    expectIssue("not within") { expectDetected(.allCallsFail, of: "crawler", within: .seconds(30), in: Watched()) }
    expectIssue("not 'nobody'") {
      expectDetected(.allCallsFail, of: "crawler", within: .minutes(4), notifying: "nobody", in: Watched())
    }
    expectIssue("no alarm fires") { expectDetected(.noCalls, of: "crawler", within: .minutes(4), in: Watched()) }
    expectIssue("cannot be simulated") { expectDetected(.allCallsFail, of: "idle", within: .minutes(4), in: Watched()) }
    expectIssue("no resource 'crowler'") {
      expectDetected(.allCallsFail, of: "crowler", within: .minutes(4), in: Watched())
    }
    expectIssue("'crawler-errors' fires") { expectQuiet(for: .days(30), in: Watched(errorRate: 0.001)) }
  }
}

private struct Watched: Stack {
  enum Environment: String, StackEnvironment {
    case prod
    var isProduction: Bool { true }
  }

  static let name = "watched"
  var environment = Environment.prod
  var errorRate = 0.0
  var region: Region { .euWest1 }

  init(errorRate: Double) { self.errorRate = errorRate }
  init(environment: Environment = .prod) { self.environment = environment }

  func declare(in stack: inout StackBuilder) {
    let alerts = stack.add(AlertTopic("alerts", subscribers: ["on-call": .email("on-call@example.com")]))
    let functions = ["crawler", "idle"].map { name in
      stack.add(
        LambdaFunction(
          name, code: .zip(.file("app.zip"), runtime: .python313, handler: "app.handler"),
          role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
          logging: .json(to: "/aws/lambda/app")))
    }
    stack.expect(.perSecond(1), at: functions[0])
    stack.expect(.init(errorRate: errorRate), of: functions[0])
    for function in functions { stack.add(function.errorAlarm(notify: alerts.arn)) }
  }
}
