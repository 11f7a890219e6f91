import AWSModel
package import TerraformModel

extension DeclaredStack {
  /// The queues that receive what other resources could not deliver or process.
  package var deadLetterQueues: Evidence<Address, Void> { cached(DeadLetterQueues.init).queues }
}

private struct DeadLetterQueues: Sendable {
  var queues = Evidence<Address, Void>()

  init(_ stack: DeclaredStack) {
    add(stack.subjects(Queue.self), "redrive_policy.deadLetterTargetArn", in: stack) { queue throws(DecodingFailure) in
      try queue[\.redrive]?.deadLetters
    }
    add(stack.subjects(LambdaFunction.self), "dead_letter_config.target_arn", in: stack) {
      function throws(DecodingFailure) in
      try function[\.deadLetters]
    }
    add(stack.subjects(TopicSubscription.self), "redrive_policy.deadLetterTargetArn", in: stack) {
      subscription throws(DecodingFailure) in try subscription[\.deadLetters]
    }
    add(stack.subjects(EventTarget.self), "dead_letter_config.arn", in: stack) { target throws(DecodingFailure) in
      try target[\.deadLetters]
    }
    add(stack.subjects(Schedule.self), "target.dead_letter_config.arn", in: stack) { schedule throws(DecodingFailure) in
      try schedule[\.deadLetters]
    }
  }

  private mutating func add<Model: ResourceModel>(
    _ senders: [Subject<Model>], _ argument: String, in stack: DeclaredStack,
    _ queue: (Subject<Model>) throws(DecodingFailure) -> ARN<Queue>?
  ) {
    for sender in senders {
      queues.record(sender.declaration) { () throws(DecodingFailure) in
        guard let arn = try queue(sender), let target = try stack.target(of: arn.text, in: argument) else { return [] }
        return [(target.address, ())]
      }
    }
  }
}
