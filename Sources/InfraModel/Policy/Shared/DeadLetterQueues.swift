extension DeclaredStack {
  /// The queues that take what others could not deliver or work on.
  var deadLetterQueues: Set<Address> {
    let queues =
      subjects(Queue.self).compactMap { (try? $0[\.redrive])??.deadLetters }
      + subjects(LambdaFunction.self).compactMap { (try? $0[\.deadLetters]) ?? nil }
      + declared(TopicSubscription.self).compactMap(\.resource.deadLetters)
      + declared(EventTarget.self).compactMap(\.resource.deadLetters)
      + declared(Schedule.self).compactMap(\.resource.deadLetters)
    return Set(queues.compactMap { target(of: $0.text)?.address })
  }
}
