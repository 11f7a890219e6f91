extension DeclaredStack {
  /// The functions that topics, rules, schedules and buckets call, none of which waits for an answer.
  func functionsCalledByEvents(_ functions: FunctionIndex) -> Set<Address> {
    var called: Set<Address> = []
    func note(_ function: ARN<LambdaFunction>, in region: Region) {
      if let function = functions.function(named: function.text, in: region) { called.insert(function.address) }
    }
    for subscription in declared(TopicSubscription.self) {
      if case .function(let function) = subscription.subscriber { note(function, in: subscription.region) }
    }
    for target in declared(EventTarget.self) {
      if case .function(let function) = target.destination { note(function, in: target.region) }
    }
    for schedule in declared(Schedule.self) {
      if case .function(let function) = schedule.target { note(function, in: schedule.region) }
    }
    for notification in declared(BucketNotification.self) {
      for listener in notification.listeners { note(listener.function, in: notification.region) }
    }
    return called
  }
}
