import InfraModel
import Testing

/// What counts as a traced request path, what states a reason, and how much a gap weighs.
@Suite("Tracing of request paths") struct RequestPathTracedTests {
  private let passThrough: Block = ["tracing_config": .blocks([["mode": "PassThrough"]])]
  private let active: Block = ["tracing_config": .blocks([["mode": "Active"]])]
  private let unknown: Block = ["tracing_config": .blocks([["mode": .text(Text(.knownAfterApply(reading: [])))]])]

  @Test("A gap in the traces of others weighs more in an audit than a request path of which nothing is traced")
  func severities() {
    let found = findings { stack in
      let worker = stack.function("worker", passThrough)
      stack.function("alone", passThrough)
      let role = stack.role("gate")
      stack.allow("lambda:InvokeFunction", on: worker.attribute("arn"), to: role)
      var gate = active
      gate["role"] = .text(role.attribute("arn"))
      stack.function("gate", gate)
    }
    #expect(found.audited == ["aws_lambda_function.worker": .warning, "aws_lambda_function.alone": .note])
    #expect(found.declared == ["aws_lambda_function.worker": .error, "aws_lambda_function.alone": .error])
  }

  @Test("A stack in which nothing is traced has one finding, which names the others")
  func nothingIsTraced() throws {
    let found = findings { stack in
      for number in 0..<7 { stack.function("worker\(number)") }
    }
    #expect(found.audited == ["aws_lambda_function.worker0": .note])
    #expect(
      found.messages == [
        "tracing of function 'worker0' is off: nothing in the stack is known to record traces, and so is that of "
          + "'worker1', 'worker2', 'worker3' and 'worker4' and 2 more"
      ])
  }

  @Test("An unknown setting is undetermined, and decides nothing else")
  func unknownSetting() {
    let others = findings { stack in
      stack.function("unknown", unknown)
      stack.function("traced", active)
      stack.function("untraced")
    }
    #expect(others.audited == ["aws_lambda_function.untraced": .note])
    #expect(others.undetermined == ["aws_lambda_function.unknown"])
    let alone = findings { $0.function("unknown", unknown) }
    #expect(alone.audited.isEmpty)
    #expect(alone.undetermined == ["aws_lambda_function.unknown"])
  }

  @Test("A reason is heeded, whatever else `with:` sets, and only for the setting that it is about")
  func reasons() {
    func found(_ tracing: Input<TracingMode>, _ more: Block) -> Bool {
      !findings { $0.add(function(tracing), with: more) }.declared.isEmpty
    }
    #expect(found(.passThrough, [:]))
    #expect(found(.passThrough(because: " \n"), [:]))
    #expect(!found(.passThrough(because: "it only answers health checks"), [:]))
    #expect(!found(.passThrough(because: "it only answers health checks"), ["kms_key_arn": "arn:aws:kms:x"]))
    #expect(!found(.active, [:]))
    #expect(found(.active, passThrough))
  }

  @Test("A variable that turns tracing on later is off by default, which needs a reason too")
  func offByDefault() {
    func message(_ otherwise: TracingMode) -> String? {
      findings { stack in
        let isOn = stack.add(Variable("trace", default: false, description: "Whether requests are traced"))
        stack.add(function(isOn.choose(.active, otherwise: otherwise)))
      }.messages.first
    }
    #expect(
      message(.passThrough)
        == "tracing of function 'orders' is off by default: nothing in the stack is known to record traces")
    #expect(message(.passThrough(because: "it is on while we debug")) == nil)
  }

  @Test("X-Ray cannot trace what reads Kafka or runs at CloudFront's edge")
  func untraceable() {
    let found = findings { stack in
      stack.function("traced", active)
      let reader = stack.function("reader")
      stack.raw(
        "aws_lambda_event_source_mapping", "reader",
        [
          "function_name": .text(reader.attribute("arn")), "topics": ["orders"],
          "self_managed_event_source": .blocks([["endpoints": ["KAFKA_BOOTSTRAP_SERVERS": "kafka.example.com:9092"]]]),
        ])
      let role = stack.raw(
        "aws_iam_role", "edge",
        [
          "name": "edge",
          "assume_role_policy": .json([
            "Version": "2012-10-17",
            "Statement": [
              [
                "Effect": "Allow", "Action": "sts:AssumeRole",
                "Principal": ["Service": ["lambda.amazonaws.com", "edgelambda.amazonaws.com"]],
              ]
            ],
          ]),
        ])
      stack.function("edge", ["role": .text(role.attribute("arn"))])
    }
    #expect(found.audited.isEmpty && found.undetermined.isEmpty)
  }

  @Test(
    "A topic is on a request path between a traced publisher and what goes on through AWS",
    arguments: [("lambda", true, true), ("sqs", true, true), ("email", true, false), ("lambda", false, false)])
  func topics(_ subscriber: String, _ isPublished: Bool, _ isExpected: Bool) {
    let found = findings { stack in
      let topic = stack.raw("aws_sns_topic", "items", ["name": "items"])
      stack.raw(
        "aws_sns_topic_subscription", "items",
        [
          "topic_arn": .text(topic.attribute("arn")), "protocol": .text(Text(subscriber)), "endpoint": "x",
        ])
      let role = stack.role("publisher")
      if isPublished { stack.allow("sns:Publish", on: topic.attribute("arn"), to: role) }
      var publisher = active
      publisher["role"] = .text(role.attribute("arn"))
      stack.function("publisher", publisher)
    }
    #expect(found.audited == (isExpected ? ["aws_sns_topic.items": .note] : [:]))
  }

  @Test("A policy that is known only after apply may allow a traced function to publish")
  func unknownPublisher() {
    let found = findings { stack in
      let topic = stack.raw("aws_sns_topic", "items", ["name": "items"])
      stack.raw(
        "aws_sns_topic_subscription", "items",
        ["topic_arn": .text(topic.attribute("arn")), "protocol": "lambda", "endpoint": "x"])
      let role = stack.role("publisher")
      stack.raw(
        "aws_iam_role_policy", "publisher",
        ["role": .text(role.attribute("name")), "policy": .text(Text(.knownAfterApply(reading: [])))])
      var publisher = active
      publisher["role"] = .text(role.attribute("arn"))
      stack.function("publisher", publisher)
    }
    #expect(found.audited.isEmpty)
    #expect(found.undetermined == ["aws_sns_topic.items"])
  }

  private func function(_ tracing: Input<TracingMode>) -> LambdaFunction {
    LambdaFunction(
      "orders", code: .zip(.file("orders.zip"), runtime: .python313, handler: "app.handler"),
      role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(3), tracing: tracing,
      logging: .json(to: "/aws/lambda/orders"))
  }

  private struct Found {
    var declared: [String: Severity] = [:]
    var audited: [String: Severity] = [:]
    var messages: [String] = []
    var undetermined: [String] = []
  }

  private func findings(_ declare: (inout StackBuilder) -> Void) -> Found {
    var builder = StackBuilder()
    declare(&builder)
    let stack = DeclaredStack(builder)
    let policy = Policy(
      rules: Policy.standardRules.filter { $0.description.id == .requestPathTraced }, today: "2026-11-21")
    let (declared, audited) = (policy.report(on: stack), policy.report(on: stack.planned))
    func severities(_ report: PolicyReport) -> [String: Severity] {
      Dictionary(report.findings.map { ("\($0.address)", $0.severity) }, uniquingKeysWith: max)
    }
    return Found(
      declared: severities(declared), audited: severities(audited), messages: declared.findings.map(\.message),
      undetermined: audited.results.flatMap(\.undetermined).map { "\($0.address)" })
  }
}

extension StackBuilder {
  fileprivate mutating func role(_ name: String) -> Declared<RawResource> {
    raw(
      "aws_iam_role", name,
      [
        "name": .text(Text(name)),
        "assume_role_policy": .json([
          "Version": "2012-10-17",
          "Statement": [
            ["Effect": "Allow", "Action": "sts:AssumeRole", "Principal": ["Service": "lambda.amazonaws.com"]]
          ],
        ]),
      ])
  }

  fileprivate mutating func allow(_ action: String, on thing: Text, to role: Declared<RawResource>) {
    raw(
      "aws_iam_role_policy", role.declaration.address.name,
      [
        "role": .text(role.attribute("name")),
        "policy": .json([
          "Version": "2012-10-17",
          "Statement": [["Effect": "Allow", "Action": .text(Text(action)), "Resource": .text(thing)]],
        ]),
      ])
  }
}
