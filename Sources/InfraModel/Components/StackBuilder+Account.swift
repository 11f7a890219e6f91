extension StackBuilder {
  /// The account that Terraform runs in, declared the first time somebody asks.
  public mutating func callerIdentity() -> Declared<CallerIdentity> {
    declared(CallerIdentity.self).first ?? add(CallerIdentity(), in: homeRegion)
  }
}
