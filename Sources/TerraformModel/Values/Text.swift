/// Text that may contain references. Its parts stay structured until TFEmit writes them, so a literal `${` in a
/// stack is a dollar sign and a brace, and stacks contain no interpolation syntax.
///
/// A `String` interpolated into a `Text` is literal; only a `Text` or an `ARN` carries references along.
public struct Text: Hashable, Sendable {
  public enum Part: Hashable, Sendable {
    case literal(String)
    case expression(Expression)
  }

  /// Most texts are one literal or one reference, and an array for each would cost more than what is in it.
  private enum Content: Hashable {
    /// Empty where the text is.
    case literal(String)
    case expression(Expression)
    /// Two or more.
    case parts([Part])
  }

  private var content: Content

  public init(_ literal: String) {
    content = .literal(literal)
  }

  public init(_ expression: Expression) {
    content = .expression(expression)
  }

  /// Literals and expressions in order; never two literals side by side, and never an empty one.
  public var parts: [Part] {
    switch content {
    case .literal(let literal): literal.isEmpty ? [] : [.literal(literal)]
    case .expression(let expression): [.expression(expression)]
    case .parts(let parts): parts
    }
  }

  /// The expression that is all of the text.
  public var onlyExpression: Expression? {
    if case .expression(let expression) = content { expression } else { nil }
  }

  /// How many parts there are.
  package var partCount: Int {
    switch content {
    case .literal(let literal): literal.isEmpty ? 0 : 1
    case .expression: 1
    case .parts(let parts): parts.count
    }
  }

  /// Calls `visit` with each part in order, and with whether it is the last.
  public func forEachPart<Failure: Error>(_ visit: (Part, _ isLast: Bool) throws(Failure) -> Void) throws(Failure) {
    switch content {
    case .literal(let literal): if !literal.isEmpty { try visit(.literal(literal), true) }
    case .expression(let expression): try visit(.expression(expression), true)
    case .parts(let parts):
      for (index, part) in parts.enumerated() { try visit(part, index + 1 == parts.count) }
    }
  }

  package init(_ reference: Reference) {
    self.init(.attribute(reference))
  }

  public static func + (left: Text, right: Text) -> Text {
    var sum = left
    sum.append(right)
    return sum
  }

  public mutating func append(_ text: Text) {
    text.forEachPart { part, _ in append(part) }
  }

  public mutating func append(literal: String) {
    append(.literal(literal))
  }

  private mutating func append(_ part: Part) {
    switch (content, part) {
    case (_, .literal("")): break
    case (.literal(var literal), .literal(let more)):
      // Release the old content first, so that the string grows in place instead of being copied.
      content = .literal("")
      literal += more
      content = .literal(literal)
    case (.literal(""), .expression(let expression)): content = .expression(expression)
    case (.literal(let literal), .expression): content = .parts([.literal(literal), part])
    case (.expression(let expression), _): content = .parts([.expression(expression), part])
    case (.parts(var parts), _):
      content = .literal("")
      parts.append(joining: part)
      content = .parts(parts)
    }
  }
}

extension [Text.Part] {
  fileprivate mutating func append(joining part: Text.Part) {
    guard case .literal(let more) = part, case .literal(var last) = self.last else { return append(part) }
    removeLast()
    last += more
    append(.literal(last))
  }
}

extension Text {
  /// The text itself if all of it is literal, otherwise `nil`.
  public var literal: String? {
    if case .literal(let literal) = content { literal } else { nil }
  }

  /// Every attribute the text reads.
  public var references: [Reference] {
    var references: [Reference] = []
    forEachLeaf { if case .attribute(let reference) = $0 { references.append(reference) } }
    return references
  }

  func forEachLeaf(_ visit: (Expression) -> Void) {
    forEachExpression { $0.forEachLeaf(visit) }
  }

  /// Calls `visit` with each expression that the text is made of.
  func forEachExpression(_ visit: (Expression) -> Void) {
    switch content {
    case .literal: break
    case .expression(let expression): visit(expression)
    case .parts(let parts): for case .expression(let expression) in parts { visit(expression) }
    }
  }

  /// The text with the default of every variable; `nil` if it depends on anything else.
  package var known: String? {
    if let literal { return literal }
    var known = ""
    for part in parts {
      switch part {
      case .literal(let literal): known += literal
      case .expression(let expression):
        guard let word = expression.known?.word else { return nil }
        known += word
      }
    }
    return known
  }
}

extension Text: ExpressibleByStringInterpolation {
  public init(stringLiteral literal: String) {
    self.init(literal)
  }

  public init(stringInterpolation: Interpolation) {
    self = stringInterpolation.text
  }

  public typealias StringInterpolation = Interpolation

  /// What `"…\(…)…"` builds: literal pieces stay literal, references stay references.
  public struct Interpolation: StringInterpolationProtocol, Sendable {
    fileprivate(set) var text = Text("")

    public init(literalCapacity: Int, interpolationCount: Int) {}

    public mutating func appendLiteral(_ literal: String) {
      text.append(.literal(literal))
    }

    public mutating func appendInterpolation(_ part: Text) {
      text.append(part)
    }

    public mutating func appendInterpolation<Target>(_ arn: ARN<Target>) {
      text.append(arn.text)
    }

    public mutating func appendInterpolation(_ literal: String) {
      text.append(.literal(literal))
    }

    public mutating func appendInterpolation(_ region: Region) {
      text.append(.literal(region.rawValue))
    }

    /// A variable, or a choice.
    public mutating func appendInterpolation<Wrapped>(_ input: Input<Wrapped>) {
      text.append(input.text)
    }

    /// What Terraform evaluates.
    public mutating func appendInterpolation(_ expression: Expression) {
      text.append(Text(expression))
    }

    public mutating func appendInterpolation(_ number: Int) {
      text.append(.literal(String(number)))
    }
  }
}
