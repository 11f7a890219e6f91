public import TerraformModel

/// What a repository decides once for all its stacks, such as sampling rates. The engine hands it to the rules that ask
/// for its type, and knows nothing else of it.
public protocol HouseStandard: Sendable {}

/// A rule that holds stacks to what their repository declares. Without a declaration it is not evaluated, and the report
/// counts it as such. `init()` judges by the standard that its examples are for.
public protocol StandardRule: Rule {
  associatedtype Standard: HouseStandard

  /// - Returns: `nil` if the standard leaves open what the rule is about.
  init?(standard: Standard, for stack: StackIdentity)
}

extension StandardRule {
  public static var needsStandard: Bool { true }

  public static func asked(under standard: (any HouseStandard)?, about stack: StackIdentity) -> (any Rule)? {
    (standard as? Standard).flatMap { Self(standard: $0, for: stack) }
  }
}
