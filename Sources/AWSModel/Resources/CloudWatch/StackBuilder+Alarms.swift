public import TerraformModel

extension StackBuilder {
  /// Every alarm that has been declared by now, of whatever kind and in whatever region, for a dashboard that hides none
  /// (FR-044): declare it last. By address, so that the order of declarations does not show. Of an alarm with `count` or
  /// `for_each` the instances whose keys are known before Terraform runs.
  public var alarms: [ARN<any Alarm>] {
    let alarms = declarations.filter { $0.resource is any Alarm }.sorted { $0.address < $1.address }
    return alarms.flatMap { alarm in
      let instances: [Reference.Instance?] =
        alarm.repetition.map { ($0.knownKeys ?? []).map { Reference.Instance.key($0) } } ?? [nil]
      return instances.map { instance -> ARN<any Alarm> in
        ARN(Text(Reference(address: alarm.address, attribute: "arn", stack: identity, instance: instance)))
      }
    }
  }
}
