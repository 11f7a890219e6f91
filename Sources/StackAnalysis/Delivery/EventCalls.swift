import AWSModel
package import TerraformModel

extension DeclaredStack {
  /// The functions that topics, rules, schedules and buckets invoke asynchronously.
  package var functionsCalledByEvents: Evidence<Address, Void> { cached(EventCalls.init).functions }
}

private struct EventCalls: Sendable {
  var functions = Evidence<Address, Void>()

  init(_ stack: DeclaredStack) {
    let index = FunctionIndex(stack)
    for subscription in stack.subjects(TopicSubscription.self) {
      add(subscription, "endpoint", index) { () throws(DecodingFailure) in
        if case .function(let function) = try subscription[\.subscriber] { [function.text] } else { [] }
      }
    }
    for target in stack.subjects(EventTarget.self) {
      add(target, "arn", index) { () throws(DecodingFailure) in
        if case .function(let function) = try target[\.destination] { [function.text] } else { [] }
      }
    }
    for schedule in stack.subjects(Schedule.self) {
      add(schedule, "target.arn", index) { () throws(DecodingFailure) in
        if case .function(let function) = try schedule[\.target] { [function.text] } else { [] }
      }
    }
    for notification in stack.subjects(BucketNotification.self) {
      add(notification, "lambda_function.lambda_function_arn", index) { () throws(DecodingFailure) in
        try notification[\.listeners].map(\.function.text)
      }
    }
  }

  private mutating func add(
    _ caller: some DeclaredResource, _ argument: String, _ index: FunctionIndex,
    _ called: () throws(DecodingFailure) -> [Text]
  ) {
    functions.record(caller.declaration) { () throws(DecodingFailure) in
      var found: [(Address, Void)] = []
      for text in try called() {
        if let function = try index.function(named: text, in: caller.region, argument: argument) {
          found.append((function.address, ()))
        }
      }
      return found
    }
  }
}
