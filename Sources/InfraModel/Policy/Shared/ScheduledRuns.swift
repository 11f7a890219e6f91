/// What schedules, and EventBridge rules with a schedule expression, call.
struct ScheduledRuns {
  /// One function or state machine that is called by one schedule.
  struct Run {
    /// The schedule, or the rule.
    let schedule: Declaration
    let target: Declaration
    /// The time between two calls, where it is always the same.
    let interval: Duration?
    /// The longest time between two calls, where that is less than CloudWatch's week.
    let longestGap: Duration?
  }

  private(set) var runs: [Run] = []
  /// Schedules and targets of which it is unknown what they run, or when.
  private(set) var unclear: [(declaration: Declaration, error: Unreadable)] = []

  init(_ stack: DeclaredStack) {
    let functions = FunctionIndex(stack)
    for schedule in stack.subjects(Schedule.self) {
      do throws(Unreadable) {
        guard try both(schedule[\.state] == .enabled, schedule[\.timing].gap != nil),
          let gap = try schedule[\.timing].gap, let text = try schedule[\.target].text,
          let target = try stack.target(of: text, in: "target.arn")
        else { continue }
        runs.append(Run(schedule: schedule.declaration, target: target, gap))
      } catch { unclear.append((schedule.declaration, error)) }
    }
    for call in stack.subjects(EventTarget.self) {
      do throws(Unreadable) {
        if let run = try run(of: call, in: stack, functions) { runs.append(run) }
      } catch { unclear.append((call.declaration, error)) }
    }
  }

  private func run(
    of call: Subject<EventTarget>, in stack: DeclaredStack, _ functions: FunctionIndex
  ) throws(Unreadable) -> Run? {
    guard let declaration = try stack.target(of: call[\.rule], in: "rule"),
      let rule = Subject<EventRule>(declaration, in: stack),
      try both(rule[\.state] != .disabled, rule[\.trigger].gap != nil), let gap = try rule[\.trigger].gap
    else { return nil }
    let target: Declaration?
    switch try call[\.destination] {
    case .function(let function):
      target = try functions.function(named: function.text, in: call.region, argument: "arn")?.declaration
    case .stateMachine(let machine, _): target = try stack.target(of: machine, in: "arn")
    case .queue, .topic, .other: target = nil
    }
    return target.map { Run(schedule: declaration, target: $0, gap) }
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
  fileprivate init(schedule: Declaration, target: Declaration, _ gap: Gap) {
    self.init(schedule: schedule, target: target, interval: gap.interval, longestGap: gap.longest)
  }
}

/// The time between two calls.
private struct Gap {
  var interval: Duration?
  var longest: Duration?
}

extension Schedule.Timing {
  /// `nil` where there is one call only.
  fileprivate var gap: Gap? {
    switch self {
    case .every(let interval): Gap(interval: interval.duration, longest: interval.duration)
    case .cron(let cron, _): Gap(interval: nil, longest: cron.longestGap)
    case .at: nil
    // AWS's own spelling, which only a plan has: the time between two calls is not computed.
    case .written: nil
    }
  }
}

extension EventRule.Trigger {
  /// `nil` for events, which come at any time.
  fileprivate var gap: Gap? {
    switch self {
    case .every(let interval): Gap(interval: interval.duration, longest: interval.duration)
    case .cron(let cron): Gap(interval: nil, longest: cron.longestGap)
    case .event: nil
    }
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

extension Cron {
  /// The longest time between two times, at most a day too long; `nil` where it may be more than a week.
  fileprivate var longestGap: Duration? {
    guard month == .every, year == .every else { return nil }
    switch day {
    case .everyDay: return .seconds(86_400)
    case .ofMonth(.every), .ofMonth(.stepping(by: 1, from: 1)): return .seconds(86_400)
    case .ofMonth, .lastOfMonth: return nil
    case .ofWeek(let days):
      let numbers = Weekday.allCases.indices.filter { days.contains(Weekday.allCases[$0]) }
      guard let first = numbers.first else { return nil }
      let gaps = zip(numbers, numbers.dropFirst() + [first + 7]).map { $1 - $0 }
      return gaps.max().map { .seconds($0 * 86_400) }
    }
  }
}
