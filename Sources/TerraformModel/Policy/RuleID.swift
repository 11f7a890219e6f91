/// A rule's stable name in kebab case, which waivers and the command line use.
public struct RuleID: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
  public let rawValue: String

  /// - Parameter rawValue: An id, or a former one, which becomes the current id.
  public init(rawValue: String) {
    self.rawValue = Self.currentByFormerID[rawValue] ?? rawValue
  }

  /// - Parameter id: An id, or a former one, which becomes the current id.
  public init(stringLiteral id: String) {
    self.init(rawValue: id)
  }
}

extension RuleID: CustomStringConvertible {
  public var description: String { rawValue }
}

extension RuleID: Comparable {
  public static func < (left: RuleID, right: RuleID) -> Bool { left.rawValue < right.rawValue }
}
