import AWSModel
package import TerraformModel

/// What schedules, and EventBridge rules with a schedule expression, call.
package struct ScheduledRuns {
  /// One function or state machine that is called by one schedule.
  package struct Run {
    /// The schedule, or the rule.
    package let schedule: Declaration
    package let target: Declaration
    /// The time between two calls, where it is always the same.
    package let interval: Duration?
    /// The shortest time between two calls, where it is known.
    let shortestGap: Duration?
    /// The longest time between two calls, where that is less than CloudWatch's week.
    package let longestGap: Duration?
  }

  package private(set) var runs: [Run] = []
  /// Schedules and targets of which it is unknown what they run, or when.
  package private(set) var unclear: [(declaration: Declaration, error: DecodingFailure)] = []

  package init(_ stack: DeclaredStack) {
    let calls = CalledFunctions(stack)
    func target(_ arn: Value?, in region: Region) throws(DecodingFailure) -> Declaration? {
      if let called = calls.called(by: arn, in: region) { return called.function }
      guard case .text(let text)? = arn, let target = try stack.target(of: text, in: "arn"),
        target.address.type == StateMachine.type
      else { return nil }
      return target
    }
    for schedule in stack.managed(Schedule.type) {
      do throws(DecodingFailure) {
        guard let arn = schedule.block["target"]?.nestedArguments.first?["arn"] else {
          throw DecodingFailure(argument: "target", reason: .knownAfterApply)
        }
        guard let target = try target(arn, in: schedule.region), try schedule.runs(in: stack),
          let gap = try schedule.gap(in: stack)
        else { continue }
        runs.append(Run(schedule: schedule, target: target, gap))
      } catch { unclear.append((schedule, error)) }
    }
    for call in stack.managed(EventTarget.type) {
      do throws(DecodingFailure) {
        guard let target = try target(call.block["arn"], in: call.region), case .text(let name)? = call.block["rule"],
          let rule = try stack.target(of: name, in: "rule"), try rule.runs(in: stack),
          let gap = try rule.gap(in: stack)
        else { continue }
        runs.append(Run(schedule: rule, target: target, gap))
      } catch { unclear.append((call, error)) }
    }
  }

  /// What calls something most often, by its address.
  package var fastest: [Address: Run] {
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
  /// Whether a schedule or a rule is enabled.
  fileprivate func runs(in stack: DeclaredStack) throws(DecodingFailure) -> Bool {
    if try word("state", in: stack) == "DISABLED" { return false }
    return try word("is_enabled", in: stack) != "false"
  }

  /// The time between its calls; `nil` if it calls once, or for events, which come at any time.
  fileprivate func gap(in stack: DeclaredStack) throws(DecodingFailure) -> ScheduleGap? {
    guard block["event_pattern"] == nil else { return nil }
    guard let expression = try word("schedule_expression", in: stack) else { return nil }
    return ScheduleGap(of: expression)
  }

  /// The text of an argument; `nil` if it is not set.
  private func word(_ argument: String, in stack: DeclaredStack) throws(DecodingFailure) -> String? {
    guard let value = block[argument] else { return nil }
    guard let text = value.text(in: stack) else { throw DecodingFailure(argument: argument, reason: .knownAfterApply) }
    return text
  }
}
