/// A configuration of a provider, as resources and modules refer to it: `provider = aws.audit`. Only `stack.add` of a
/// `ProviderConfiguration` makes one.
public struct ProviderReference: Hashable, Sendable, CustomStringConvertible {
  let name: String
  let alias: String?
  let region: Region?
  /// The stack that declared it.
  package let stack: StackIdentity

  public var description: String { [name, alias].compactMap(\.self).joined(separator: ".") }
}
