/// How a suppressor alarm holds back the actions of a composite alarm: `actions_suppressor`.
///
/// Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Create_Composite_Alarm_Suppression.html
public struct ActionSuppression: Hashable, Sendable {
  /// `wait_period`, in seconds: how long actions wait for the suppressor to go to `ALARM`.
  public let waitPeriod: Int
  /// `extension_period`, in seconds: how long actions stay suppressed after the suppressor has left `ALARM`.
  public let extensionPeriod: Int

  /// Both periods in seconds, at least 0.
  public init(waitPeriod: Int, extensionPeriod: Int) {
    self.waitPeriod = max(0, waitPeriod)
    self.extensionPeriod = max(0, extensionPeriod)
  }

  /// When the composite alarm takes actions, and for which state.
  ///
  /// A change of state starts the wait period anew. The suppressor's `ALARM` discards it, and its end starts the extension
  /// period, which a change of state discards in turn. When a period expires, the alarm takes the actions of the state that it
  /// is in then; AWS does not document that it takes any without a change of state since the last ones, so it takes none.
  ///
  /// - Parameters:
  ///   - composite: How the composite alarm changes, in order.
  ///   - suppressor: How the suppressor changes, in order.
  public func actions(composite: [StateChange], suppressor: [StateChange]) -> [StateChange] {
    var phase = Phase.idle
    var pending: AlarmState?
    var actions: [StateChange] = []

    func expire(before time: Int?) {
      guard let end = phase.end, time.map({ end < $0 }) ?? true else { return }
      if let pending { actions.append(StateChange(at: end, to: pending)) }
      pending = nil
      phase = .idle
    }

    for event in events(composite, suppressor) {
      expire(before: event.time)
      switch event {
      case .suppressor(let change):
        if change.state == .alarm {
          phase = .suppressed
        } else if phase == .suppressed {
          phase = .extending(until: later(change.time, by: extensionPeriod))
        }
      case .composite(let change):
        pending = change.state
        if phase != .suppressed { phase = .waiting(until: later(change.time, by: waitPeriod)) }
      }
    }
    expire(before: nil)
    return actions
  }

  private enum Phase: Hashable {
    case idle
    case waiting(until: Int)
    case suppressed
    case extending(until: Int)

    var end: Int? {
      switch self {
      case .idle, .suppressed: nil
      case .waiting(let end), .extending(let end): end
      }
    }
  }

  private enum Event {
    case suppressor(StateChange)
    case composite(StateChange)

    var time: Int {
      switch self {
      case .suppressor(let change), .composite(let change): change.time
      }
    }
  }

  /// In order of time. At the same second the suppressor comes first: a wait period of 60 seconds is for a suppressor that
  /// changes within 60 seconds.
  private func events(_ composite: [StateChange], _ suppressor: [StateChange]) -> [Event] {
    let all = suppressor.map(Event.suppressor) + composite.map(Event.composite)
    return all.enumerated().sorted { ($0.element.time, $0.offset) < ($1.element.time, $1.offset) }.map(\.element)
  }

  private func later(_ time: Int, by seconds: Int) -> Int {
    let (sum, overflows) = time.addingReportingOverflow(seconds)
    return overflows ? .max : sum
  }
}
