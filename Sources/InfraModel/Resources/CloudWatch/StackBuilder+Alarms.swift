extension StackBuilder {
  /// Every alarm that has been declared by now, of whatever kind and in whatever region, for a dashboard that hides none
  /// (FR-044): declare it last.
  public var alarms: [ARN<any Alarm>] {
    declarations.filter { $0.resource is any Alarm }.map { alarm in
      ARN(Text(Reference(address: alarm.address, attribute: "arn", stack: identity)))
    }
  }
}
