public import InfraModel
public import Testing

/// Expects that a failure of a resource is noticed in time.
///
/// ```swift
/// @Test func onCallIsNotified() {
///   expectDetected(
///     .allCallsFail, of: "crawler", within: .minutes(20), notifying: "on-call", in: Website(environment: .prod))
/// }
/// ```
///
/// The time is simulated, as `infra-gen detection` does: it needs to be within the limit in 19 of 20 runs, from the beginning
/// of the failure to the first alarm that notifies a subscriber. The stack has to declare the load of the resource with
/// `stack.expect`, unless one of its schedules calls it; without one the expectation fails.
///
/// - Parameters:
///   - failure: The way in which it fails.
///   - resource: The label of a function, a stage of an API, a state machine, a table or a queue, as the stack declares it.
///   - limit: The longest time, up to a day.
///   - recipient: Who has to be notified: the name of a topic, or of a subscriber as `AlertTopic` and `TopicSubscription` have
///     it, or an endpoint such as an email address; anyone where it is `nil`.
public func expectDetected(
  _ failure: FailureMode, of resource: String, within limit: Duration, notifying recipient: String? = nil,
  in stack: some Stack, sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  let matrix = DetectionMatrix(of: DeclaredStack(stack))
  let rows = matrix.rows.filter { $0.name == resource }
  guard let cell = rows.flatMap(\.cells).first(where: { $0.failure == failure }) else {
    let known = unique(matrix.rows.filter { $0.cells.contains { $0.failure == failure } }.map(\.name))
    Issue.record(
      "no resource '\(resource)' can fail so: \(failure.rawValue); \(list(known))", sourceLocation: sourceLocation)
    return
  }
  let subject = "'\(resource)', \(failure.rawValue)"
  switch cell.outcome {
  case .undetermined(let reason):
    Issue.record("\(subject): cannot be simulated: \(reason.rawValue)", sourceLocation: sourceLocation)
  case .unnoticed(nil):
    Issue.record("\(subject): no alarm fires within a day", sourceLocation: sourceLocation)
  case .unnoticed(let alarm?):
    Issue.record("\(subject): alarm '\(alarm)' fires and notifies no one", sourceLocation: sourceLocation)
  case .noticed(let notice):
    if let time = notice.percentile95 {
      if time > limit {
        Issue.record(
          "\(subject): alarm '\(notice.alarm)' fires within \(time), not within \(limit), in 19 of 20 runs",
          sourceLocation: sourceLocation)
      }
    } else {
      Issue.record(
        "\(subject): alarm '\(notice.alarm)' fires within a day in \(notice.noticed) of 20 runs",
        sourceLocation: sourceLocation)
    }
    if let recipient, !notice.recipients.contains(where: { $0.isCalled(recipient) }) {
      Issue.record(
        "\(subject): alarm '\(notice.alarm)' notifies \(list(notice.recipients.map(\.description))), not '\(recipient)'",
        sourceLocation: sourceLocation)
    }
  }
}

/// Expects that no alarm that notifies a subscriber fires while nothing is broken.
///
/// ```swift
/// @Test func isQuiet() {
///   expectQuiet(for: .days(30), in: Website(environment: .prod))
/// }
/// ```
///
/// Alarms are simulated over the time at the declared load, with random arrivals; resources without a load, and alarms on
/// durations of resources whose `Load.NormalOperation` is not declared, do not fire.
///
/// - Parameters:
///   - time: How long, in whole days up to a year; less than a day becomes one.
///   - stack: The stack.
public func expectQuiet(
  for time: Duration, in stack: some Stack, sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  let days = Int(min(max(time.components.seconds / 86_400, 1), 365))
  for alarm in DeclaredStack(stack).falseAlarms(days: days) {
    Issue.record(
      "alarm '\(alarm.alarm.resource.name)' fires \(alarm.count) times in \(days) days although nothing is broken",
      sourceLocation: sourceLocation)
  }
}

private func list(_ names: [String]) -> String {
  names.isEmpty ? "no one" : names.map { "'\($0)'" }.joined(separator: ", ")
}
