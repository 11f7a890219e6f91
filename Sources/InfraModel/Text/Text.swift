/// Text that may contain references. Its parts stay structured until TFEmit writes them, so a literal `${` in a
/// stack is a dollar sign and a brace, and nobody ever types an interpolation.
///
/// A `String` interpolated into a `Text` is literal; only a `Text` or an `ARN` carries references along.
public struct Text: Hashable, Sendable {
  public enum Part: Hashable, Sendable {
    case literal(String)
    case expression(Expression)
  }

  /// Literals and expressions in order; never two literals side by side, and never an empty one.
  public private(set) var parts: [Part]

  public init(_ literal: String) {
    parts = literal.isEmpty ? [] : [.literal(literal)]
  }

  public init(_ expression: Expression) {
    parts = [.expression(expression)]
  }

  init(_ reference: Reference) {
    self.init(.attribute(reference))
  }

  public static func + (left: Text, right: Text) -> Text {
    var sum = left
    sum.append(right)
    return sum
  }

  public mutating func append(_ text: Text) {
    for part in text.parts { append(part) }
  }

  public mutating func append(literal: String) {
    append(.literal(literal))
  }

  private mutating func append(_ part: Part) {
    guard case .literal(let more) = part else { return parts.append(part) }
    guard !more.isEmpty else { return }
    guard case .literal(var last) = parts.last else { return parts.append(part) }
    // Taken out first, so that the text grows where it is instead of being copied.
    parts.removeLast()
    last += more
    parts.append(.literal(last))
  }
}

extension Text {
  /// The text itself where nothing in it waits for Terraform, otherwise `nil`.
  public var literal: String? {
    switch parts.count {
    case 0: ""
    case 1: if case .literal(let literal) = parts[0] { literal } else { nil }
    default: nil
    }
  }

  /// Every attribute the text reads.
  public var references: [Reference] {
    var references: [Reference] = []
    forEachLeaf { if case .attribute(let reference) = $0 { references.append(reference) } }
    return references
  }

  func forEachLeaf(_ visit: (Expression) -> Void) {
    for case .expression(let expression) in parts { expression.forEachLeaf(visit) }
  }

  /// The text where every variable has its default; `nil` where it waits for something else.
  var known: String? {
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

    public mutating func appendInterpolation(_ number: Int) {
      text.append(.literal(String(number)))
    }
  }
}
