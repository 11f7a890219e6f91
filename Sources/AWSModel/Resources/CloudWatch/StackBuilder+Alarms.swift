public import TerraformModel

extension StackBuilder {
  /// Every alarm that has been declared by now, of whatever kind and in whatever region, for a dashboard that hides none
  /// (FR-044): declare it last. By address, so that the order of declarations does not show.
  public var alarms: [ARN<any Alarm>] {
    let addresses = declarations.filter { $0.resource is any Alarm }.map(\.address)
    return addresses.sorted().map { ARN(Text(Reference(address: $0, attribute: "arn", stack: identity))) }
  }
}
