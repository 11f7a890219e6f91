import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let snsDeliveryPermission: RuleID = "sns-delivery-permission"
}

struct SNSDeliveryPermission: Rule {
  static let description = RuleDescription(
    id: .snsDeliveryPermission,
    title: "Every subscribed function and queue, and every dead-letter queue, allows SNS to deliver",
    rationale: """
      SNS needs permission for each function and queue that it delivers to. Without it, published messages are lost \
      silently, although the subscription exists.
      """,
    sources: [
      "https://docs.aws.amazon.com/sns/latest/dg/sns-lambda-as-subscriber.html",
      "https://docs.aws.amazon.com/sns/latest/dg/subscribe-sqs-queue-to-sns-topic.html",
      "https://docs.aws.amazon.com/sns/latest/dg/sns-configure-dead-letter-queue.html",
    ],
    terraformFix: """
      allow `sns.amazonaws.com` for the topic's ARN: on a function with an `aws_lambda_permission` that has \
      `source_arn`, on a queue with its `aws_sqs_queue_policy`
      """,
    subjects: [TopicSubscription.self],
    reads: [
      .arguments("function_name", of: LambdaAlias.self),
      .arguments("function_name", of: LambdaFunction.self),
    ],
    good: [
      Example("A permission for the function, a policy for the dead-letter queue") { stack in
        let alerts = stack.add(Topic("alerts"))
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        let letters = stack.add(DeadLetters(of: [alerts.arn], alerts: alerts.arn))
        stack.add(TopicTrigger(ingest, by: alerts, deadLetters: letters))
      },
      Example("Another stack's queue has its policy there") { stack in
        let alerts = stack.add(Topic("alerts"))
        let queue: ARN<Queue> = ARN("arn:aws:sqs:us-east-1:123456789012:audit")
        stack.add(TopicSubscription("audit", to: alerts.arn, .queue(queue, raw: false)))
      },
    ],
    bad: [
      Counterexample("The function has no permission for SNS") { stack in
        let alerts = stack.add(Topic("alerts"))
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        return [stack.add(TopicSubscription("ingest", to: alerts.arn, .function(ingest.arn))).address]
      },
      Counterexample("The queue allows another topic") { stack in
        let alerts = stack.add(Topic("alerts"))
        let news = stack.add(Topic("news"))
        let queue = stack.add(Queue("audit", retention: .seconds(86_400)))
        stack.add(
          QueuePolicy("audit", of: queue.queueURL, PolicyDocument([.send(to: queue.arn, from: .topic(news.arn))])))
        return [stack.add(TopicSubscription("audit", to: alerts.arn, .queue(queue.arn, raw: false))).address]
      },
      Counterexample("The dead-letter queue has no policy") { stack in
        let alerts = stack.add(Topic("alerts"))
        let letters = stack.add(Queue("letters", retention: .seconds(86_400)))
        let subscription = TopicSubscription(
          "oncall", to: alerts.arn, .https("https://oncall.example.com/alerts"), deadLetters: letters.arn)
        return [stack.add(subscription).address]
      },
      Counterexample("The alias has subscribed, and the permission is for the function") { stack in
        let alerts = stack.add(Topic("alerts"))
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest"), publishesVersions: true))
        let live = stack.add(
          LambdaAlias("live", named: "live", of: ingest.functionName, version: .latestPublished(of: ingest)))
        stack.add(LambdaPermission("ingest", of: ingest.functionName, to: .topic(alerts.arn)))
        return [stack.add(TopicSubscription("ingest", to: alerts.arn, .function(live.arn))).address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    let functions = FunctionIndex(stack)
    let permissions = stack.cached { ServicePermissions($0) }
    let calls = CalledFunctions(stack)
    var evaluation = RuleEvaluation()
    for subscription in stack.subjects(TopicSubscription.self) {
      // The subscriber and the queue of dead letters are two questions: one may be unknown, and the other not.
      for delivery in Delivery.allCases {
        evaluation.judge(subscription.declaration) { () throws(DecodingFailure) in
          guard let (target, called) = try destination(of: delivery, from: subscription, in: stack, calls, functions),
            let topic = try stack.target(of: subscription[\.topic].text, in: "topic_arn")
          else { return [] }
          let isAdmitted =
            if let called {
              try permissions.isAdmitted("sns.amazonaws.com", for: topic.address, to: called)
            } else {
              try permissions.isAdmitted("sns.amazonaws.com", for: topic.address, to: target.address)
            }
          if isAdmitted { return [] }
          let (topicName, name) = (topic.resource.name, target.resource.name)
          return [
            finding(
              on: subscription, "topic '\(topicName)' delivers to '\(name)', which does not allow it",
              fix: fix(topic: variable(for: topicName), destination: target),
              terraformFix: terraformFix(destination: target), subject: name,
              notes: [Finding.Note(at: target.location, "'\(name)' is declared here")])
          ]
        }
      }
    }
    return evaluation
  }

  private enum Delivery: CaseIterable {
    case messages, deadLetters
  }

  private func destination(
    of delivery: Delivery, from subscription: Subject<TopicSubscription>, in stack: DeclaredStack,
    _ calls: CalledFunctions, _ functions: FunctionIndex
  ) throws(DecodingFailure) -> (Declaration, CalledFunction?)? {
    switch delivery {
    case .messages:
      let endpoint = try subscription[\.subscriber.endpoint]
      switch try subscription[\.subscriber.way] {
      case "lambda":
        if let called = calls.called(by: .text(endpoint), in: subscription.region) { return (called.function, called) }
        // Throws if it is unknown which function that is.
        _ = try functions.function(named: endpoint, in: subscription.region, argument: "endpoint")
        return nil
      case "sqs": return try stack.target(of: endpoint, in: "endpoint").map { ($0, nil) }
      default: return nil
      }
    case .deadLetters:
      guard let queue = try subscription[\.deadLetters] else { return nil }
      return try stack.target(of: queue.text, in: "redrive_policy").map { ($0, nil) }
    }
  }

  private func terraformFix(destination: Declaration) -> String {
    let name = destination.resource.name
    return destination.address.type == Queue.type
      ? """
      allow `sns.amazonaws.com` to call `sqs:SendMessage` on '\(name)' in an `aws_sqs_queue_policy`, with the topic's \
      ARN as `aws:SourceArn`
      """
      : """
      add an `aws_lambda_permission` for '\(name)' with `principal` `sns.amazonaws.com` and the topic's ARN as \
      `source_arn`
      """
  }

  private func fix(topic: String, destination: Declaration) -> String {
    let name = variable(for: destination.resource.name)
    return destination.address.type == Queue.type
      ? "add `.send(to: \(name).arn, from: .topic(\(topic).arn))` to the policy of '\(destination.resource.name)'"
      : """
      add `stack.add(LambdaPermission("\(destination.resource.name)", of: \(name).functionName, \
      to: .topic(\(topic).arn)))`
      """
  }
}
