/// The Swift type of an argument of a generated type.
package indirect enum SwiftKind: Hashable, Sendable {
  case text
  case number
  case flag
  /// `Value`: whatever the provider makes of it.
  case value
  case list(SwiftKind)
  case map(SwiftKind)
  /// The nested type of an object.
  case object(String)
  /// The nested type of the one block that there may be.
  case block(String)
  /// The nested type of blocks, of which there may be several.
  case blocks(String)
}

extension SwiftKind {
  /// As Swift spells it.
  package var spelling: String {
    switch self {
    case .text: "Text"
    case .number: "Number"
    case .flag: "Flag"
    case .value: "Value"
    case .list(let element): "List<\(element.spelling)>"
    case .map(let element): "Map<\(element.spelling)>"
    case .object(let name), .block(let name): name
    case .blocks(let name): "[\(name)]"
    }
  }
}
