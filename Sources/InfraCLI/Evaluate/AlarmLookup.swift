import InfraModel

/// The alarm with this address, name or label in the stacks.
func alarm(_ name: String, in stacks: [DeclaredStack]) throws -> (stack: DeclaredStack, alarm: Declaration) {
  let alarms = stacks.flatMap { stack in
    stack.declarations
      .filter { $0.address.mode == .managed && [MetricAlarm.type, CompositeAlarm.type].contains($0.address.type) }
      .map { (stack: stack, alarm: $0) }
  }
  func names(_ alarm: Declaration, in stack: DeclaredStack) -> [String] {
    [alarm.address.description, alarm.block["alarm_name"]?.text(in: stack), alarm.resource.name].compactMap(\.self)
  }
  let found = alarms.filter { names($0.alarm, in: $0.stack).contains(name) }
  guard let first = found.first else {
    throw EvaluationError.unknownAlarm(name, known: unique(alarms.flatMap { names($0.alarm, in: $0.stack) }))
  }
  guard found.count == 1 else {
    throw EvaluationError.severalAlarms(name, stacks: unique(found.map { "\($0.stack.identity)" }))
  }
  return first
}
