public import TerraformModel

extension StackBuilder {
  /// The account that Terraform runs in, declared by the first call.
  public mutating func callerIdentity() -> Declared<CallerIdentity> {
    declared(CallerIdentity.self).first ?? add(CallerIdentity(), in: homeRegion)
  }
}
