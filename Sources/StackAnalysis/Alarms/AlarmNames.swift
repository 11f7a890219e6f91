import AWSModel
package import TerraformModel

/// A stack's alarms of all kinds, by how a composite alarm may refer to them: by the name, which is unique in a region,
/// or by a Terraform reference.
package struct AlarmNames {
  private var byName: [Region: [String: Address]] = [:]
  private var byReference: [String: Address] = [:]

  package init(_ stack: DeclaredStack) {
    for declaration in stack.managed(anyOf: [MetricAlarm.type, CompositeAlarm.type]) {
      for attribute in ["arn", "alarm_name", "id"] {
        byReference["${\(declaration.address).\(attribute)}"] = declaration.address
      }
      guard let value = declaration.block["alarm_name"], let name = stack.spelled(value) else { continue }
      byName[declaration.region, default: [:]][name] = declaration.address
    }
  }

  package func address(of alarm: String, in region: Region) -> Address? {
    byName[region]?[alarm] ?? byReference[alarm]
  }

  /// Whether a composite alarm of the region may refer to it, as far as is known: an ARN may be one elsewhere.
  package func mayExist(_ alarm: String, in region: Region) -> Bool {
    alarm.hasPrefix("arn:") || alarm.utf8.contains(UInt8(ascii: "$")) || address(of: alarm, in: region) != nil
  }

  package func likely(_ alarm: String, in region: Region) -> String? {
    byName[region].flatMap { suggestion(for: alarm, among: $0.keys) }
  }
}
