import AWSModel
import TerraformModel

extension RequestGraphBuilder {
  /// What topics, rules, queues, streams, buckets and state machines hand on by themselves.
  mutating func addDeliveries() {
    addSubscriptions()
    addRules()
    addEventSources()
    addNotifications()
    addTasks()
  }

  private mutating func addSubscriptions() {
    for subscription in stack.subjects(TopicSubscription.self) {
      guard let topic = try? subscription[\.topic].text else { continue }
      switch try? subscription[\.subscriber] {
      case .function(let function):
        add(node(stack.target(of: topic)), node(function: function.text, in: subscription.region))
      case .queue(let queue, _):
        add(node(stack.target(of: topic)), node(stack.target(of: queue.text)))
      case .email, .textMessage, .https: continue  // People, who are no part of a request.
      case nil: continue
      }
    }
  }

  private mutating func addRules() {
    for target in stack.subjects(EventTarget.self) {
      guard let text = try? target[\.rule], let rule = stack.target(of: text, as: EventRule.self) else { continue }
      let destination: TraceGraph.Node.ID? =
        switch try? target[\.destination] {
        case .function(let function): node(function: function.text, in: target.region)
        case .queue(let queue): node(stack.target(of: queue.text))
        case .stateMachine(let machine, _): node(stack.target(of: machine))
        case .topic, .other: nil  // Announcements, such as to those on call.
        case nil: nil
        }
      if destination != nil { add(source(of: rule), destination) }
    }
  }

  private mutating func source(of rule: Subject<EventRule>) -> TraceGraph.Node.ID? {
    switch try? rule[\.trigger] {
    case .every, .cron: return outside(.schedule, rule.name)
    case .event(_, let bus):
      if let declared = stack.target(of: bus.text) { return node(declared) }
      return outside(.events, bus == .default ? "AWS events" : stack.spelled(bus.text))
    case nil: return nil
    }
  }

  private mutating func addEventSources() {
    for mapping in stack.subjects(EventSourceMapping.self) {
      guard let function = try? mapping[\.function].text else { continue }
      let source: TraceGraph.Node.ID? =
        switch try? mapping[\.source] {
        case .queue(let queue, _, _): node(stack.target(of: queue.text))
        case .tableStream(let stream, _, _, _): node(stack.target(of: stream))
        case .kinesisStream(let stream, _, _, _):
          node(stack.target(of: stream)) ?? outside(.events, stack.spelled(stream))
        case nil: nil
        }
      add(source, node(function: function, in: mapping.region))
    }
  }

  private mutating func addNotifications() {
    for notification in stack.subjects(BucketNotification.self) {
      guard let name = try? notification[\.bucket].text, let listeners = try? notification[\.listeners] else {
        continue
      }
      let bucket = node(stack.target(of: name))
      for listener in listeners { add(bucket, node(function: listener.function.text, in: notification.region)) }
    }
  }

  private mutating func addTasks() {
    for machine in stack.subjects(StateMachine.self) {
      let id = node(machine.declaration)
      for state in ((try? machine[\.states]) ?? []).everyState {
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
