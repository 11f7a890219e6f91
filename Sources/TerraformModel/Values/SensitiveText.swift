/// Text that Terraform marks as sensitive.
///
/// It can be compared and tested. It prints as `(sensitive value)`, as in Terraform's own output, and no property or
/// function returns the text, so that a message cannot quote it.
public struct SensitiveText: Hashable, Sendable {
  /// What stands in place of a sensitive value wherever one would be printed.
  public static let placeholder = "(sensitive value)"

  private let text: String
  /// Whether the configuration has it as it is, rather than a variable or another resource.
  package let isWritten: Bool

  /// - Parameter text: The value as Terraform writes it into text.
  public init(_ text: String) {
    self.init(text, isWritten: false)
  }

  /// - Parameters:
  ///   - text: The value as Terraform writes it into text.
  ///   - isWritten: Whether the configuration has it as it is.
  package init(_ text: String, isWritten: Bool) {
    self.text = text
    self.isWritten = isWritten
  }

  /// Whether a condition holds for the text. The condition must not keep what it is given.
  package func satisfies(_ condition: (String) -> Bool) -> Bool { condition(text) }
}

extension SensitiveText: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String { Self.placeholder }
  public var debugDescription: String { Self.placeholder }
  /// Without children: `dump` and the descriptions of types that hold it would show them.
  public var customMirror: Mirror { Mirror(self, children: []) }
}

extension Expression {
  /// The sensitive text that the expression is, or that a variable has as its default.
  package var sensitiveText: SensitiveText? {
    switch self {
    case .sensitive(let text): text
    case .variable(_, default: .text(let text)): text.onlyExpression?.sensitiveText
    case .attribute, .variable, .local, .named, .module, .literal, .call, .conditional, .binary, .unary, .member,
      .index,
      .splat, .comprehension, .bound, .hcl:
      nil
    }
  }

  /// Whether any part of the expression is sensitive.
  var isSensitive: Bool {
    switch self {
    case .sensitive: true
    case .variable(_, default: .text(let text)): text.isSensitive
    case .literal(.text(let text)): text.isSensitive
    case .call, .conditional, .binary, .unary, .member, .index, .splat, .comprehension:
      parts.contains(where: \.isSensitive)
    case .attribute, .variable, .local, .named, .module, .literal, .bound, .hcl: false
    }
  }
}

extension Text {
  /// Whether any part of the text is sensitive.
  package var isSensitive: Bool {
    var isSensitive = false
    forEachExpression { if $0.isSensitive { isSensitive = true } }
    return isSensitive
  }

  /// Why the text is not known before Terraform runs.
  package var reasonUnknown: DecodingFailure.Reason { isSensitive ? .sensitive : .knownAfterApply }
}
