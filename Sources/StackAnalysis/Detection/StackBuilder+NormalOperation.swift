public import TerraformModel

extension StackBuilder {
  /// Declares how long calls take and how many fail while nothing is broken, for `infra-gen detection`.
  ///
  /// ```swift
  /// stack.expect(.init(medianDuration: .milliseconds(120), errorRate: 0.001), of: orders)
  /// ```
  public mutating func expect<E: EntryPoint>(_ normal: Load.NormalOperation, of resource: Declared<E>) {
    load.normalOperation[resource.address] = normal
  }
}
