/// A dimension whose values are names of resources: of which, and what of them.
public struct NamedDimension: Sendable {
  /// CloudWatch's name for the dimension.
  package let name: String
  /// The attributes that hold the value, the one that configurations use first.
  package let attributes: [String]
  /// Values that AWS has by itself.
  package let ofAWS: Set<String>
  /// Whether AWS makes the value up, so that no configuration can spell it.
  package let isMadeByAWS: Bool
  /// The provider's type of the resource.
  package private(set) var type = ""

  init(_ name: String, attributes: [String], ofAWS: Set<String> = [], isMadeByAWS: Bool? = nil) {
    self.name = name
    self.attributes = attributes
    self.ofAWS = ofAWS
    self.isMadeByAWS = isMadeByAWS ?? ["arn", "arn_suffix", "id"].contains(attributes[0])
  }

  /// - Parameter type: The provider's type of the resources that it names.
  package func of(_ type: String) -> NamedDimension {
    var dimension = self
    dimension.type = type
    return dimension
  }
}
