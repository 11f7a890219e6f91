/// Where a text leaves its grammar, and what would have been right there.
public struct SyntaxError: Error, Hashable, Sendable {
  /// The character it is about, counted from 1.
  public let position: Int
  /// What stands there; `nil` at the end of the text.
  public let found: String?
  /// What should stand there, such as "`=` or `!=`".
  public let expected: String
  /// What to write, where the mistake is one that people make.
  public let hint: String?
}

extension SyntaxError: CustomStringConvertible {
  /// The cause as the predicate of a sentence about the text.
  public var description: String {
    if let found { return "has '\(found)' at character \(position) where \(expected) should be" }
    return position == 1 ? "is empty where \(expected) should be" : "ends where \(expected) should be"
  }

  /// What to do about it.
  public var fix: String { hint ?? "write \(expected) there" }
}

/// Something in a text that the grammar takes and the author probably did not mean.
public struct SyntaxWarning: Hashable, Sendable {
  /// The character it is about, counted from 1.
  public let position: Int
  /// The cause as the predicate of a sentence about the text.
  public let message: String
  /// What to do about it.
  public let fix: String
}
