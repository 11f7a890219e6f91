/// An AWS account, by its twelve digits.
///
/// ```swift
/// var account: AccountID? {
///   switch environment {
///   case .dev: "111111111111"
///   case .prod: "222222222222"
///   }
/// }
/// ```
public struct AccountID: RawRepresentable, Hashable, Sendable, ExpressibleByStringLiteral {
  public let rawValue: String

  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  public init(stringLiteral digits: String) {
    rawValue = digits
  }
}

extension AccountID: CustomStringConvertible {
  public var description: String { rawValue }
}
