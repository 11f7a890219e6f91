package import TerraformModel

extension NamingRule {
  /// AWS's rules for names, by resource type, whether the resource is declared by its model or not.
  package static let byType: [String: NamingRule] = {
    let modeled = decodableTypes.compactMapValues { $0.namingRule }
    return modeled.merging(ResourceCatalog.aws.facts.compactMapValues(\.name)) { _, fact in fact }
  }()
}

extension Declaration {
  /// AWS's rules for the resource's name; `nil` where AWS generates the name.
  package var namingRule: NamingRule? { NamingRule.byType[address.type] ?? type(of: resource).namingRule }
}
