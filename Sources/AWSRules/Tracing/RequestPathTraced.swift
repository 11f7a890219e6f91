import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let requestPathTraced: RuleID = "request-path-traced"
}

struct RequestPathTraced: Rule {
  static let description = RuleDescription(
    id: .requestPathTraced,
    title: "What requests pass is traced, or the stack states why not",
    rationale: """
      A function, stage or state machine in PassThrough mode passes the trace header on and records nothing: its own \
      time, errors and calls are in no trace. An entry point without tracing leaves the sampling decision to what \
      is behind it.
      """,
    sources: [
      "S0-1", "S0-14", "AC2", "FR-003", "FR-013", "SC-003", "SC-008",
      "https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html",
      "https://docs.aws.amazon.com/xray/latest/devguide/xray-services-apigateway.html",
      "https://docs.aws.amazon.com/step-functions/latest/dg/concepts-xray-tracing.html",
      "https://docs.aws.amazon.com/sns/latest/dg/sns-active-tracing.html",
    ],
    severityInAudit: .warning,
    terraformFix: """
      set `mode` of `tracing_config` of a function to `Active`, `xray_tracing_enabled` of a stage to true, `enabled` \
      of `tracing_configuration` of a state machine to true, and `tracing_config` of a topic to `Active`
      """,
    subjects: [LambdaFunction.self, Stage.self, StateMachine.self, Topic.self],
    good: [
      Example("A stage and a function that are traced") { stack in
        let api = stack.add(RestAPI("shop"))
        stack.add(Stage("shop", called: "v1", of: api.reference, serves: "abc123"))
        stack.add(
          LambdaFunction(
            "orders", code: .zip(.file("orders.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(20),
            logging: .json(to: "/aws/lambda/orders")))
      },
      Example("HTTP APIs and queues have no tracing to turn on") { stack in
        let role = stack.add(Role("orders", assumedBy: "lambda.amazonaws.com"))
        let queue = stack.add(Queue("orders", retention: .seconds(86_400)))
        stack.add(RolePolicy("orders", for: role.roleName, [.writeTraces, .send(to: queue.arn)]))
        let orders = stack.add(
          LambdaFunction(
            "orders", code: .zip(.file("orders.zip"), runtime: .python313, handler: "app.handler"), role: role.arn,
            timeout: .seconds(20), logging: .json(to: "/aws/lambda/orders")))
        let api = stack.add(HTTPAPI("shop"))
        stack.add(HTTPIntegration("shop", of: api.apiID, calls: orders.invokeARN))
      },
      Example("A topic that only notifies people is not on the path of a request") { stack in
        let alerts = stack.add(AlertTopic("alerts", subscribers: ["on-call": .email("on-call@example.com")]))
        stack.add(
          MonitoredFunction(
            "orders", code: .zip(.file("orders.zip"), runtime: .python313, handler: "app.handler"),
            timeout: .seconds(20), p95: .seconds(5), permissions: [.publish(to: alerts.arn)], logRetention: .oneMonth,
            alerts: alerts.arn))
      },
      Example("A function states why it is not traced") { stack in
        stack.add(
          LambdaFunction(
            "health", code: .zip(.file("health.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(3),
            tracing: .passThrough(because: "it answers the health checks of a load balancer alone"),
            logging: .json(to: "/aws/lambda/health")))
      },
    ],
    bad: [
      Counterexample("A function between traced ones") { stack in
        let alerts = stack.add(AlertTopic("alerts", subscribers: ["on-call": .email("on-call@example.com")]))
        let payment = stack.add(
          MonitoredFunction(
            "payment", code: .zip(.file("payment.zip"), runtime: .python313, handler: "app.handler"),
            timeout: .seconds(20), p95: .seconds(5), tracing: .passThrough, logRetention: .oneMonth,
            alerts: alerts.arn))
        stack.add(
          MonitoredFunction(
            "orders", code: .zip(.file("orders.zip"), runtime: .python313, handler: "app.handler"),
            timeout: .seconds(20), p95: .seconds(5), permissions: [.invoke(payment.arn)], logRetention: .oneMonth,
            alerts: alerts.arn))
        return [payment.address]
      },
      Counterexample("The stage of a REST API in front of a traced function") { stack in
        let orders = stack.add(
          LambdaFunction(
            "orders", code: .zip(.file("orders.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(20),
            logging: .json(to: "/aws/lambda/orders")))
        stack.add(
          TracedRestAPI(
            "shop", [.init(.below("/orders"), to: orders, authorization: .iam)], cors: nil,
            throttling: .limited(perSecond: 10, burst: 20), tracing: .passThrough, logRetention: .oneMonth,
            loggingRole: .declaredHere))
        return stack.declared(Stage.self).map(\.address)
      },
      Counterexample("A state machine that calls a traced function") { stack in
        let orders = stack.add(
          LambdaFunction(
            "orders", code: .zip(.file("orders.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(20),
            logging: .json(to: "/aws/lambda/orders")))
        let role = stack.add(Role("fulfilment", assumedBy: "states.amazonaws.com"))
        stack.add(RolePolicy("fulfilment", for: role.roleName, [.invoke(orders.arn)]))
        let machine = stack.add(
          StateMachine(
            "fulfilment", .standard, [.task("Order", .invoke(orders.arn))], timeout: .seconds(60), role: role.arn,
            logging: .off, tracing: .passThrough))
        return [machine.address]
      },
      Counterexample("A topic between traced functions") { stack in
        let alerts = stack.add(AlertTopic("alerts", subscribers: ["on-call": .email("on-call@example.com")]))
        let items = stack.add(Topic("items"))
        let letters = stack.add(DeadLetters(of: [items.arn], alerts: alerts.arn))
        stack.add(
          MonitoredFunction(
            "ingestion", code: .zip(.file("ingestion.zip"), runtime: .python313, handler: "app.handler"),
            timeout: .seconds(20), p95: .seconds(5), permissions: [.publish(to: items.arn)], logRetention: .oneMonth,
            alerts: alerts.arn))
        let analysis = stack.add(
          MonitoredFunction(
            "analysis", code: .zip(.file("analysis.zip"), runtime: .python313, handler: "app.handler"),
            timeout: .seconds(20), p95: .seconds(5), logRetention: .oneMonth, alerts: alerts.arn))
        stack.add(TopicTrigger(analysis, by: items, deadLetters: letters))
        return [items.address]
      },
      Counterexample("Nothing in the stack is traced") { stack in
        let report = stack.add(
          LambdaFunction(
            "report", code: .zip(.file("report.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(20), tracing: .passThrough,
            logging: .json(to: "/aws/lambda/report")))
        return [report.address]
      },
      Counterexample("A reason without words") { stack in
        let report = stack.add(
          LambdaFunction(
            "report", code: .zip(.file("report.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(20),
            tracing: .passThrough(because: " "), logging: .json(to: "/aws/lambda/report")))
        return [report.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    let untraceable = stack.untraceableFunctions
    let participants = stack.participants.filter { !untraceable.contains($0.declaration.address) }
    let isAnyTraced = participants.contains { (try? stack.tracing(of: $0.declaration))?.known == .active }
    guard isAnyTraced else { return evaluateUntraced(participants, in: stack) }
    let paths = TracedPaths(of: stack)
    var evaluation = RuleEvaluation()
    for participant in participants {
      evaluation.judge(participant.declaration) { () throws(DecodingFailure) in
        guard let tracing = try stack.unexplainedMode(of: participant.declaration) else { return [] }
        return [finding(on: participant, tracing, paths)]
      }
    }
    return evaluation + evaluateTopics(in: stack, paths)
  }

  /// A gap in the traces of others weighs more in an audit than a request path of which nothing is traced.
  private func finding(on participant: Participant, _ tracing: Input<TracingMode>, _ paths: TracedPaths) -> Finding {
    let address = participant.declaration.address
    let consequence: String
    let severityInAudit: Severity
    if let recorder = paths.recorder(before: address) {
      consequence = "traces of requests that pass \(recorder.described) have no segment of it"
      severityInAudit = .warning
    } else if let recorder = paths.recorder(behind: address) {
      consequence = "traces of its requests start at \(recorder.described)"
      severityInAudit = .warning
    } else {
      consequence = "nothing on its request path records traces"
      severityInAudit = .note
    }
    return finding(on: participant, tracing, consequence, severityInAudit: severityInAudit)
  }

  private func finding(
    on participant: Participant, _ tracing: Input<TracingMode>, _ consequence: String, severityInAudit: Severity
  ) -> Finding {
    let setting = tracing.canBe(.active) ? "off by default" : "off"
    let name = participant.declaration.resource.name
    var finding = finding(
      on: participant.declaration, "tracing of \(participant.described) is \(setting): \(consequence)",
      fix: """
        set `tracing: .active` on '\(name)'\(participant.kind.alsoNeeded), or state the reason: \
        `tracing: .passThrough(because: "…")`
        """, terraformFix: participant.kind.terraformFix)
    finding.severityInAudit = severityInAudit
    return finding
  }

  /// One finding for the whole stack, in which tracing plays no part.
  private func evaluateUntraced(_ participants: [Participant], in stack: DeclaredStack) -> RuleEvaluation {
    var evaluation = RuleEvaluation()
    var untraced: [(participant: Participant, tracing: Input<TracingMode>)] = []
    for participant in participants {
      evaluation.judge(participant.declaration) { () throws(DecodingFailure) in
        if let tracing = try stack.unexplainedMode(of: participant.declaration) {
          untraced.append((participant, tracing))
        }
        return []
      }
    }
    guard let first = untraced.first else { return evaluation }
    let others = untraced.dropFirst().map(\.participant.declaration.resource.name)
    let shown = others.prefix(4)
    let rest = others.count > shown.count ? " and \(others.count - shown.count) more" : ""
    let list = others.isEmpty ? "" : ", and so is that of \(quoted(Array(shown)))\(rest)"
    evaluation.findings.append(
      finding(
        on: first.participant, first.tracing, "nothing in the \(stack.noun) is known to record traces\(list)",
        severityInAudit: .note))
    return evaluation
  }

  /// A topic passes the trace header on whatever its setting, and sends segments only where the publisher is traced.
  private func evaluateTopics(in stack: DeclaredStack, _ paths: TracedPaths) -> RuleEvaluation {
    let subscriptions = SubscriptionIndex(stack)
    return stack.subjects(Topic.self).evaluateEach { topic throws(DecodingFailure) in
      // Whether SNS traces a FIFO topic is the question of `fifo-topic-traced`.
      guard topic.declaration.block["fifo_topic"] != true,
        let tracing = try stack.unexplainedMode(of: topic.declaration),
        try subscriptions.passesRequestsOn(topic.declaration),
        let publisher = try tracedPublisher(of: topic, in: stack, paths)
      else { return nil }
      return finding(
        on: Participant(declaration: topic.declaration, kind: .topic), tracing,
        "messages of \(publisher.described) spend time in it that no trace shows", severityInAudit: .note)
    }
  }

  /// - Throws: Where no traced publisher is known, and a policy that is known only after apply may allow one.
  private func tracedPublisher(
    of topic: Subject<Topic>, in stack: DeclaredStack, _ paths: TracedPaths
  ) throws(DecodingFailure) -> TraceGraph.Node? {
    if let known = paths.recorder(before: topic.address) { return known }
    let grants = RoleGrants(stack)
    for function in stack.subjects(LambdaFunction.self)
    where (try? stack.tracing(of: function.declaration))?.known == .active {
      do throws(DecodingFailure) {
        _ = try grants.refuses(
          "sns:Publish", on: topic.declaration, to: function[\.role], of: "function '\(function.name)'")
      } catch  where error.isDecidedByApply { throw error.asEvidence(function.declaration) } catch { continue }
    }
    return nil
  }
}

extension TraceGraph.Node {
  fileprivate var described: String { "\(kind == .restAPI ? "stage" : kind.rawValue) '\(name)'" }
}

extension DeclaredStack {
  /// What begins or passes on a trace of its own accord, in the order of declaration.
  fileprivate var participants: [Participant] {
    managed(anyOf: [LambdaFunction.type, Stage.type, StateMachine.type]).compactMap { declaration in
      switch declaration.address.type {
      case LambdaFunction.type: Participant(declaration: declaration, kind: .function)
      case Stage.type: Participant(declaration: declaration, kind: .stage)
      case StateMachine.type: Participant(declaration: declaration, kind: .stateMachine)
      default: nil
      }
    }
  }

  /// The tracing of a resource that records nothing and does not state why; `nil` for any other.
  fileprivate func unexplainedMode(of declaration: Declaration) throws(DecodingFailure) -> Input<TracingMode>? {
    guard let tracing = try tracing(of: declaration), tracing.known != .active, reasonNotTraced(declaration) == nil
    else { return nil }
    return tracing
  }
}
