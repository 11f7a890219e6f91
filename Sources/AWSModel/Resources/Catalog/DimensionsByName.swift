import TerraformModel

extension NamedDimension {
  /// Of every type that has one, by the dimension's name.
  package static let byName: [String: NamedDimension] = Dictionary(
    uniqueKeysWithValues: ResourceCatalog.aws.facts.values.compactMap { facts in
      facts.dimension.map { ($0.name, $0.of(facts.type)) }
    })
}
