import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let dlqSendPermission: RuleID = "dlq-send-permission"
}

struct DLQSendPermission: Rule {
  static let description = RuleDescription(
    id: .dlqSendPermission,
    title: "Every role that sends failed events to a queue or destination has permission to send",
    rationale: """
      EventBridge Scheduler and Lambda use the execution role to send to the dead-letter queue. Without permission \
      to send, the failed event is lost silently, and the queue stays empty.
      """,
    sources: [
      "https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html",
      "https://docs.aws.amazon.com/scheduler/latest/UserGuide/configuring-schedule-dlq.html",
    ],
    terraformFix: """
      allow the role to send to it: `sqs:SendMessage`, `sns:Publish`, `lambda:InvokeFunction` or \
      `events:PutEvents` on its ARN in an `aws_iam_role_policy`
      """,
    subjects: [Schedule.self, EventInvokeConfig.self, LambdaFunction.self],
    good: [
      Example("The schedule's role may send to the queue") { stack in
        let letters = stack.add(Queue("letters", retention: .seconds(86_400)))
        let role = stack.add(Role("ingest", assumedBy: "scheduler.amazonaws.com"))
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        stack.add(RolePolicy("ingest", for: role.roleName, [.invoke(ingest.arn), .send(to: letters.arn)]))
        stack.add(
          Schedule("ingest", .every(.minutes(5)), calls: .function(ingest.arn), as: role.arn, deadLetters: letters.arn))
      },
      Example("The permissions of a role from outside the stack are unknown") { stack in
        let letters = stack.add(Queue("letters", retention: .seconds(86_400)))
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        stack.add(EventInvokeConfig("ingest", of: ingest.functionName, retries: .once, onFailure: .queue(letters.arn)))
      },
    ],
    bad: [
      Counterexample("The schedule's role may only call") { stack in
        let letters = stack.add(Queue("letters", retention: .seconds(86_400)))
        let role = stack.add(Role("ingest", assumedBy: "scheduler.amazonaws.com"))
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        stack.add(RolePolicy("ingest", for: role.roleName, [.invoke(ingest.arn)]))
        let schedule = Schedule(
          "ingest", .every(.minutes(5)), calls: .function(ingest.arn), as: role.arn, deadLetters: letters.arn)
        return [stack.add(schedule).address]
      },
      Counterexample("The function's role may not publish") { stack in
        let alerts = stack.add(Topic("alerts"))
        let role = stack.add(Role("ingest", assumedBy: "lambda.amazonaws.com"))
        stack.add(RolePolicy("ingest", for: role.roleName, [.writeTraces]))
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"), role: role.arn,
            timeout: .seconds(30), logging: .json(to: "/aws/lambda/ingest")))
        let config = EventInvokeConfig(
          "ingest", of: ingest.functionName, retries: .once, onFailure: .topic(alerts.arn))
        return [stack.add(config).address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    let grants = RoleGrants(stack)
    let functions = FunctionIndex(stack)
    let schedules = stack.subjects(Schedule.self).evaluateEach { schedule throws(DecodingFailure) in
      guard let letters = try schedule[\.deadLetters],
        let queue = try stack.target(of: letters.text, in: "target.dead_letter_config.arn")
      else { return nil }
      return try refusal(
        of: "sqs:SendMessage", on: queue, to: schedule[\.role], by: schedule.declaration, grants, in: stack)
    }
    let configs = stack.subjects(EventInvokeConfig.self).evaluateEach { config throws(DecodingFailure) in
      guard let (action, text) = try config[\.onFailure]?.sending,
        let function = try functions.function(
          named: config[\.function], in: config.region, argument: "function_name"),
        let thing = try stack.target(of: text, in: "destination_config.on_failure.destination")
      else { return nil }
      return try refusal(of: action, on: thing, to: function[\.role], by: config.declaration, grants, in: stack)
    }
    let own = stack.subjects(LambdaFunction.self).evaluateEach { function throws(DecodingFailure) in
      guard let letters = try function[\.deadLetters],
        let queue = try stack.target(of: letters.text, in: "dead_letter_config.target_arn")
      else { return nil }
      return try refusal(
        of: "sqs:SendMessage", on: queue, to: function[\.role], by: function.declaration, grants, in: stack)
    }
    return schedules + configs + own
  }

  private func refusal(
    of action: String, on target: Declaration, to role: ARN<Role>, by sender: Declaration, _ grants: RoleGrants,
    in stack: DeclaredStack
  ) throws(DecodingFailure) -> Finding? {
    guard try grants.refuses(action, on: target, to: role, of: "'\(sender.resource.name)'"),
      let role = stack.target(of: role.text)
    else { return nil }
    let (roleName, name) = (role.resource.name, target.resource.name)
    return finding(
      on: sender,
      """
      '\(sender.resource.name)' sends failed events to '\(name)', but its role '\(roleName)' has no permission for \
      '\(action)'
      """,
      fix: """
        add `Statement(["\(action)"], on: [\(variable(for: name)).arn.text])` to the RolePolicy for \
        `\(variable(for: roleName)).roleName`
        """,
      terraformFix: "allow role '\(roleName)' to call `\(action)` on '\(name)' in an `aws_iam_role_policy`",
      notes: [Finding.Note(at: role.location, "role '\(roleName)' is declared here")])
  }
}

extension EventInvokeConfig.Destination {
  /// What Lambda has to be allowed, and on what.
  fileprivate var sending: (action: String, thing: Text) {
    switch self {
    case .queue(let queue): ("sqs:SendMessage", queue.text)
    case .topic(let topic): ("sns:Publish", topic.text)
    case .function(let function): ("lambda:InvokeFunction", function.text)
    case .bus(let bus): ("events:PutEvents", bus)
    }
  }
}
