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
    let calls = CalledFunctions(stack)
    func target(_ arn: Value?, in region: Region) -> Declaration? {
      if let called = calls.called(by: arn, in: region) { return called.function }
      guard case .text(let text)? = arn, let target = stack.target(of: text), target.address.type == StateMachine.type
      else { return nil }
      return target
    }
    for schedule in stack.managed(Schedule.type) where schedule.runs(in: stack) {
      guard let gap = schedule.gap(in: stack),
        let target = target(schedule.block["target"]?.nestedArguments.first?["arn"], in: schedule.region)
      else { continue }
      runs.append(Run(schedule: schedule, target: target, gap))
    }
    for call in stack.managed(EventTarget.type) {
      guard case .text(let name)? = call.block["rule"], let rule = stack.target(of: name), rule.runs(in: stack),
        let gap = rule.gap(in: stack), let target = target(call.block["arn"], in: call.region)
      else { continue }
      runs.append(Run(schedule: rule, target: target, gap))
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

extension Declaration {
  /// Whether a schedule or a rule is switched on, as far as is known.
  fileprivate func runs(in stack: DeclaredStack) -> Bool {
    block["state"]?.text(in: stack) != "DISABLED" && block["is_enabled"]?.text(in: stack) != "false"
  }

  /// The time between its calls; `nil` where it calls once, or by events, which come when they come.
  fileprivate func gap(in stack: DeclaredStack) -> ScheduleGap? {
    guard block["event_pattern"] == nil else { return nil }
    return block["schedule_expression"]?.text(in: stack).flatMap { ScheduleGap(of: $0) }
  }
}
