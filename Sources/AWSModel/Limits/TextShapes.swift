import TerraformModel

// Shapes of texts that many arguments share.
extension ValueLimit {
  static let arn = ValueLimit.shape("an ARN") { text in
    text.hasPrefix("arn:") && text.withBytes { $0.count { $0 == UInt8(ascii: ":") } } >= 5
  }

  /// What points at another resource, which may be another stack's, so that only its shape is known.
  static let identifier = ValueLimit.shape("a name, an id or an ARN without spaces") { word in
    !word.isEmpty && !word.withBytes { $0.contains(where: \.isSpace) }
  }

  /// Letters and digits of ASCII and `others`.
  static func letters(and others: String, _ count: ClosedRange<Int>) -> ValueLimit {
    let others = Set(others.unicodeScalars)
    let marks = others.sorted().map { String($0) }.joined(separator: " ")
    return .shape("\(count.lowerBound) to \(count.upperBound) letters, digits and \(marks)") { text in
      count.contains(text.unicodeScalars.count)
        && text.unicodeScalars.allSatisfy { isASCIILetterOrDigit($0) || others.contains($0) }
    }
  }

  /// Text between `count` characters of ASCII.
  static func ascii(_ count: ClosedRange<Int>) -> ValueLimit {
    .shape("\(count.lowerBound) to \(count.upperBound) characters of ASCII") { text in
      count.contains(text.unicodeScalars.count) && text.unicodeScalars.allSatisfy(\.isASCII)
    }
  }

  /// Anything that does not start so.
  static func notStarting(with start: String) -> ValueLimit {
    .shape("what does not start with '\(start)'") { !$0.hasPrefix(start) }
  }

  static func other(than word: String) -> ValueLimit {
    .shape("another name, for '\(word)' is there already") { $0 != word }
  }
}
