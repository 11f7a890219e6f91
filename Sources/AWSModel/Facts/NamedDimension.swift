/// A dimension whose values are names of resources: of which, and what of them.
public struct NamedDimension: Sendable {
  /// CloudWatch's name for the dimension.
  package let name: String
  /// The attributes that hold the value, the one that configurations use first.
  package let attributes: [String]
  /// Values that AWS has by itself.
  package let ofAWS: Set<String>
  /// The provider's type of the resource.
  package private(set) var type: String

  init(_ name: String, attributes: [String], ofAWS: Set<String> = [], type: String = "") {
    self.name = name
    self.attributes = attributes
    self.ofAWS = ofAWS
    self.type = type
  }

  package func of(_ type: String) -> NamedDimension {
    NamedDimension(name, attributes: attributes, ofAWS: ofAWS, type: type)
  }

  /// Whether AWS makes the value up, so that no configuration can spell it.
  package var isMadeByAWS: Bool { ["arn", "id"].contains(attributes[0]) }
}
