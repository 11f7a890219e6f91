/// A stack's alarms of all kinds by what a composite alarm may call them: the name, which holds in a region, or what
/// terraform will put there.
struct AlarmNames {
  private var byName: [Region: [String: Address]] = [:]
  private var byReference: [String: Address] = [:]

  init(_ stack: DeclaredStack) {
    for declaration in stack.managed(anyOf: [MetricAlarm.type, CompositeAlarm.type]) {
      for attribute in ["arn", "alarm_name", "id"] {
        byReference["${\(declaration.address).\(attribute)}"] = declaration.address
      }
      guard let value = declaration.block["alarm_name"], let name = stack.spelled(value) else { continue }
      byName[declaration.region, default: [:]][name] = declaration.address
    }
  }

  func address(of alarm: String, in region: Region) -> Address? {
    byName[region]?[alarm] ?? byReference[alarm]
  }

  /// Whether a composite alarm of the region may read it, as far as is known: an ARN may be of somebody else's alarm.
  func mayExist(_ alarm: String, in region: Region) -> Bool {
    alarm.hasPrefix("arn:") || alarm.utf8.contains(UInt8(ascii: "$")) || address(of: alarm, in: region) != nil
  }

  func likely(_ alarm: String, in region: Region) -> String? {
    byName[region].flatMap { suggestion(for: alarm, among: $0.keys) }
  }
}
