/// A block of the configuration that is no resource: `variable`, `output`, `locals`, `module`, `moved`,
/// `import`, `removed`, `check`.
public struct ConfigurationBlock: Sendable {
  /// Terraform's word for it, such as `variable`.
  public let section: Section
  /// The label after the word; `moved`, `import` and `removed` have none.
  public let label: String?
  public let block: Block
  public let location: SourceLocation
  /// What the value of a variable without a default may look like.
  public internal(set) var example: Value?
  /// Whether it is a variable whose own validation refuses its default, or its example.
  public internal(set) var refusesItsDefault = false
  /// The arguments of a module that Terraform takes for meta-arguments, and which the block therefore does not have.
  public internal(set) var metaArguments: [String] = []
  /// The providers that a module is given.
  package internal(set) var providers: [ProviderReference] = []
  /// The data sources that only this block, a check, may refer to.
  package internal(set) var ownData: [Address] = []

  /// Whether it is a variable that Terraform has to be given: one without a default.
  public var isRequired: Bool { section == .variable && block["default"] == nil }

  /// What findings call it, such as `variable.timeout`.
  public var address: Address { .configuration(section, label ?? "") }

  public enum Section: String, Hashable, Sendable, CaseIterable {
    case variable
    case output
    case locals
    case module
    case moved
    case `import`
    case removed
    case check
  }
}

extension Address {
  /// A block that is no resource.
  public static func configuration(_ section: ConfigurationBlock.Section, _ label: String) -> Address {
    Address(mode: .configuration, type: section.rawValue, name: label)
  }
}
