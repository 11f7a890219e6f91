/// A dimension whose values are names of resources: of which, and what of them.
public struct NamedDimension: Sendable {
  /// CloudWatch's name for the dimension.
  let name: String
  /// The attributes that hold the value, the one that configurations use first.
  let attributes: [String]
  /// Values that AWS has by itself.
  let ofAWS: Set<String>
  /// The provider's type of the resource.
  private(set) var type: String

  init(_ name: String, attributes: [String], ofAWS: Set<String> = [], type: String = "") {
    self.name = name
    self.attributes = attributes
    self.ofAWS = ofAWS
    self.type = type
  }

  /// Of every type that has one, by the dimension's name.
  static let byName: [String: NamedDimension] = Dictionary(
    uniqueKeysWithValues: ResourceCatalog.aws.facts.values.compactMap { facts in
      facts.dimension.map { ($0.name, $0.of(facts.type)) }
    })

  private func of(_ type: String) -> NamedDimension {
    NamedDimension(name, attributes: attributes, ofAWS: ofAWS, type: type)
  }

  /// Whether AWS makes the value up, so that no configuration can spell it.
  var isMadeByAWS: Bool { ["arn", "id"].contains(attributes[0]) }
}
