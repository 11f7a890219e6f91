/// What a stack has called again and again: by schedules, and by EventBridge's rules that are for a time.
struct ScheduledRuns {
  /// One function or state machine that is called by one schedule.
  struct Run {
    /// The schedule, or the rule.
    let schedule: Declaration
    let target: Declaration
    /// The time between two calls, where it is always the same.
    let interval: Duration?
    /// The shortest time between two calls, where it is known.
    let shortestGap: Duration?
    /// The longest time between two calls, where that is less than CloudWatch's week.
    let longestGap: Duration?
  }

  private(set) var runs: [Run] = []

  init(_ stack: DeclaredStack) {
    let functions = FunctionIndex(stack)
    for schedule in stack.declared(Schedule.self) where schedule.state == .enabled {
      guard let gap = schedule.timing.gap, let target = schedule.target.text.flatMap({ stack.target(of: $0) }) else {
        continue
      }
      runs.append(Run(schedule: schedule.declaration, target: target, gap))
    }
    for call in stack.declared(EventTarget.self) {
      guard let rule = stack.target(of: call.rule), let timed = rule.resource as? EventRule, timed.state != .disabled,
        let gap = timed.trigger.gap
      else { continue }
      switch call.destination {
      case .function(let function):
        guard let target = functions.function(named: function.text, in: call.region) else { continue }
        runs.append(Run(schedule: rule, target: target.declaration, gap))
      case .stateMachine(let machine, _):
        guard let target = stack.target(of: machine) else { continue }
        runs.append(Run(schedule: rule, target: target, gap))
      case .queue, .topic, .other: continue
      }
    }
  }

  /// What calls something most often, by its address.
  var fastest: [Address: Run] {
    runs.reduce(into: [:]) { fastest, run in
      guard let interval = run.interval else { return }
      if let known = fastest[run.target.address]?.interval, known <= interval { return }
      fastest[run.target.address] = run
    }
  }
}

extension ScheduledRuns.Run {
  fileprivate init(schedule: Declaration, target: Declaration, _ gap: ScheduleGap) {
    self.init(
      schedule: schedule, target: target, interval: gap.interval, shortestGap: gap.shortest, longestGap: gap.longest)
  }
}

extension Schedule.Timing {
  /// `nil` where there is one call only.
  fileprivate var gap: ScheduleGap? {
    ScheduleGap(of: expression)
  }
}

extension EventRule.Trigger {
  /// `nil` for events, which come when they come.
  fileprivate var gap: ScheduleGap? {
    expression.flatMap { ScheduleGap(of: $0) }
  }
}

extension Schedule.Target {
  /// What of it runs, so that CloudWatch can tell when it does not.
  fileprivate var text: Text? {
    switch self {
    case .function(let function): function.text
    case .stateMachine(let machine): machine.text
    case .queue, .topic, .other: nil
    }
  }
}
