/// An alarm of any kind as a stack declared it.
struct DeclaredAlarm {
  let alarm: any Alarm
  let declaration: Declaration

  var name: String { alarm.name }
  var region: Region { declaration.region }
  /// Everyone it tells something, whether it fires or is over.
  var actions: [ARN<Topic>] { alarm.alarmActions + alarm.okActions }
}

extension DeclaredStack {
  /// Every alarm of every kind, in the order of declaration.
  var alarms: [DeclaredAlarm] {
    for type in [MetricAlarm.self, CompositeAlarm.self] as [any Resource.Type] { looks?.insert(type) }
    return fact { stack in
      var areAlarms: [ObjectIdentifier: Bool] = [:]
      return stack.declarations.compactMap { declaration in
        // Whether a type is a kind of alarm is asked of the runtime once, for it answers slowly.
        let type = type(of: declaration.resource)
        let isAlarm = areAlarms[ObjectIdentifier(type)] ?? (type is any Alarm.Type)
        areAlarms[ObjectIdentifier(type)] = isAlarm
        guard isAlarm else { return nil }
        return (declaration.resource as? any Alarm).map { DeclaredAlarm(alarm: $0, declaration: declaration) }
      }
    }
  }
}
