extension RequestWays {
  /// What topics, rules, queues, streams, buckets and state machines hand on by themselves.
  mutating func addDeliveries() {
    addSubscriptions()
    addRules()
    addEventSources()
    addNotifications()
    addTasks()
  }

  private mutating func addSubscriptions() {
    for subscription in stack.declared(TopicSubscription.self) {
      switch subscription.subscriber {
      case .function(let function):
        add(node(stack.target(of: subscription.topic.text)), node(function: function.text, in: subscription.region))
      case .queue(let queue, _):
        add(node(stack.target(of: subscription.topic.text)), node(stack.target(of: queue.text)))
      case .email, .textMessage, .https: continue  // People, who are no part of a request.
      }
    }
  }

  private mutating func addRules() {
    for target in stack.declared(EventTarget.self) {
      guard let declaration = stack.target(of: target.rule), let rule = declaration.resource as? EventRule else {
        continue
      }
      let destination: TraceGraph.Node.ID? =
        switch target.destination {
        case .function(let function): node(function: function.text, in: target.region)
        case .queue(let queue): node(stack.target(of: queue.text))
        case .stateMachine(let machine, _): node(stack.target(of: machine))
        case .topic, .other: nil  // Announcements, such as to those on call.
        }
      if destination != nil { add(source(of: rule), destination) }
    }
  }

  private mutating func source(of rule: EventRule) -> TraceGraph.Node.ID? {
    switch rule.trigger {
    case .every, .cron: return outside(.schedule, rule.name)
    case .event(_, let bus):
      if let declared = stack.target(of: bus.text) { return node(declared) }
      return outside(.events, bus == .default ? "AWS events" : stack.spelled(bus.text))
    }
  }

  private mutating func addEventSources() {
    for mapping in stack.declared(EventSourceMapping.self) {
      let source: TraceGraph.Node.ID? =
        switch mapping.source {
        case .queue(let queue, _, _): node(stack.target(of: queue.text))
        case .tableStream(let stream, _, _, _): node(stack.target(of: stream))
        case .kinesisStream(let stream, _, _, _): outside(.events, stack.spelled(stream))
        }
      add(source, node(function: mapping.function.text, in: mapping.region))
    }
  }

  private mutating func addNotifications() {
    for notification in stack.declared(BucketNotification.self) {
      let bucket = node(stack.target(of: notification.bucket.text))
      for listener in notification.listeners {
        add(bucket, node(function: listener.function.text, in: notification.region))
      }
    }
  }

  private mutating func addTasks() {
    for machine in stack.declared(StateMachine.self) {
      let id = node(machine.declaration)
      for state in machine.states.everyState {
        guard case .task(let task, _, _, _, _) = state.kind else { continue }
        switch task {
        case .invoke(let function): add(id, node(function: function.text, in: machine.region))
        case .publish(let topic): add(id, node(stack.target(of: topic.text)))
        case .send(let queue, _): add(id, node(stack.target(of: queue.text)))
        case .service: continue  // Known by what the role is allowed.
        }
      }
    }
  }
}
