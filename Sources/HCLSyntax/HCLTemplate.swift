/// Text with interpolations and directives: a quoted string, a heredoc, or a string of Terraform JSON.
public struct HCLTemplate: Hashable, Sendable {
  /// How the text is written.
  public enum Form: Hashable, Sendable {
    /// `"…"`
    case quoted
    /// `<<EOT`, or `<<-EOT` if the indentation that all lines share is not part of the text.
    case heredoc(marker: String, isIndented: Bool)
    /// A string of Terraform JSON, which has no quotes of its own.
    case bare
  }

  /// What the text consists of. Directives are here as they are written, one after the other, and match each other.
  public enum Part: Hashable, Sendable {
    /// Text without its escapes; of a heredoc, one line or less.
    case literal(String)
    /// `${a}`
    case interpolation(HCLExpression, HCLStrip)
    /// `%{if a}`
    case condition(HCLExpression, HCLStrip)
    /// `%{else}`
    case otherwise(HCLStrip)
    /// `%{endif}`
    case endOfCondition(HCLStrip)
    /// `%{for a, b in c}`
    case loop(names: [String], in: HCLExpression, HCLStrip)
    /// `%{endfor}`
    case endOfLoop(HCLStrip)

    var strip: HCLStrip? {
      switch self {
      case .literal: nil
      case .interpolation(_, let strip), .condition(_, let strip), .otherwise(let strip), .endOfCondition(let strip),
        .loop(_, in: _, let strip), .endOfLoop(let strip):
        strip
      }
    }
  }

  /// How it is written.
  public var form: Form
  /// As they are written: `evaluatedParts` has them without indentation and stripped whitespace.
  public var parts: [Part]

  public init(_ form: Form, _ parts: [Part]) {
    self.form = form
    self.parts = parts
  }

  /// A quoted string without interpolations.
  public init(_ text: String) {
    self.init(.quoted, text.isEmpty ? [] : [.literal(text)])
  }
}

/// Which of a sequence's ends have a `~`, which removes the whitespace beside it: `${~ a ~}`.
public struct HCLStrip: OptionSet, Hashable, Sendable {
  /// As `OptionSet` has it.
  public let rawValue: UInt8

  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// `${~`
  public static let before = HCLStrip(rawValue: 1)
  /// `~}`
  public static let after = HCLStrip(rawValue: 2)
}

extension HCLTemplate {
  /// The text, if it has no interpolation and no directive.
  public var literal: String? {
    var text = ""
    for part in evaluatedParts {
      guard case .literal(let literal) = part else { return nil }
      text += literal
    }
    return text
  }

  /// The expression of `"${a}"`, which has the value of the expression and not its text.
  public var onlyInterpolation: HCLExpression? {
    let parts = evaluatedParts
    if parts.count == 1, case .interpolation(let expression, _) = parts[0] { return expression }
    return nil
  }

  /// The parts as Terraform evaluates them: a `~` has removed the whitespace beside it, and `<<-` the indentation.
  /// Neighboring literals are one, and none is empty.
  public var evaluatedParts: [Part] {
    var parts = stripped(parts)
    if case .heredoc(_, isIndented: true) = form { removeIndentation(from: &parts) }
    var merged: [Part] = []
    var literal = ""
    for part in parts {
      if case .literal(let text) = part {
        literal += text
        continue
      }
      if !literal.isEmpty { merged.append(.literal(literal)) }
      literal = ""
      merged.append(part)
    }
    if !literal.isEmpty { merged.append(.literal(literal)) }
    return merged
  }

  private func stripped(_ parts: [Part]) -> [Part] {
    parts.indices.map { index in
      guard case .literal(var text) = parts[index] else { return parts[index] }
      if index > 0, parts[index - 1].strip?.contains(.after) == true {
        text = String(text.unicodeScalars.drop { $0.properties.isWhitespace })
      }
      if index + 1 < parts.count, parts[index + 1].strip?.contains(.before) == true {
        let scalars = text.unicodeScalars
        let end = scalars.lastIndex { !$0.properties.isWhitespace }
        text = end.map { String(scalars[...$0]) } ?? ""
      }
      return .literal(text)
    }
  }

  /// Lines of whitespace alone do not count.
  private func removeIndentation(from parts: inout [Part]) {
    var least = Int.max
    var indented: [Int] = []
    var startsLine = true
    for (index, part) in parts.enumerated() {
      guard case .literal(let text) = part else {
        if startsLine { least = 0 }
        startsLine = false
        continue
      }
      if startsLine {
        let spaces = text.unicodeScalars.prefix { $0.properties.isWhitespace }.count
        if spaces < text.unicodeScalars.count || !text.hasLineEnd {
          least = min(least, spaces)
          indented.append(index)
        }
      }
      startsLine = text.hasLineEnd
    }
    for index in indented {
      if case .literal(let text) = parts[index] {
        parts[index] = .literal(String(text.unicodeScalars.dropFirst(least)))
      }
    }
  }
}

extension String {
  /// `\r\n` is one character to Swift.
  fileprivate var hasLineEnd: Bool { utf8.last == UInt8(ascii: "\n") }
}

extension HCLTemplate.Part {
  /// The expression in it.
  public var expression: HCLExpression? {
    switch self {
    case .interpolation(let expression, _), .condition(let expression, _), .loop(_, in: let expression, _): expression
    case .literal, .otherwise, .endOfCondition, .endOfLoop: nil
    }
  }
}
