/// The ARN of one kind of thing: an `ARN<Topic>` is not an `ARN<Role>`, so a role cannot be notified.
public struct ARN<Target>: Hashable, Sendable {
  public let text: Text

  /// An ARN from outside the stack, such as that of a layer that another account publishes.
  public init(_ text: Text) {
    self.text = text
  }
}

extension ARN {
  /// The region in a literal ARN (`arn:partition:service:region:account:resource`), `nil` where the ARN is a
  /// reference or names a global thing.
  public var literalRegion: Region? {
    guard case .literal(let start) = text.parts.first else { return nil }
    let fields = start.split(separator: ":", omittingEmptySubsequences: false)
    guard fields.count > 4, fields[0] == "arn", !fields[3].isEmpty else { return nil }
    return Region(rawValue: String(fields[3]))
  }
}
