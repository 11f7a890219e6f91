/// A number of HCL in Swift.
enum NumberLiteral: Hashable, Sendable {
  case integer(String)
  case decimal(String)

  /// - Returns: `nil` for a number that would not be written as it was read, such as `007` or one of twenty digits.
  init?(_ text: String) {
    if let integer = Int(text), String(integer) == text, integer.magnitude <= 1 << 53 {
      self = .integer(text)
    } else if let decimal = Double(text), decimal.isFinite, text.contains("."),
      !text.contains(where: { $0 == "e" || $0 == "E" }),
      text.count < 16, text.last != ".", text.first != "."
    {
      self = .decimal(text)
    } else {
      return nil
    }
  }

  var source: String {
    switch self {
    case .integer(let text): text.grouped
    case .decimal(let text):
      text.split(separator: ".", maxSplits: 1).first.map { String($0).grouped + text.dropFirst($0.count) } ?? text
    }
  }
}

extension String {
  /// `1_000_000` from seven digits on, as `swift format` has it.
  fileprivate var grouped: String {
    let digits = drop { $0 == "-" }
    guard digits.count >= 7 else { return self }
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { grouped += "_" }
      grouped.append(digit)
    }
    return (first == "-" ? "-" : "") + grouped
  }
}

/// `1.50` and `1.5` are one number.
func canonicalNumber(_ text: String) -> String {
  if let integer = Int(text) { return String(integer) }
  if let number = Double(text), number.isFinite, text.count < 16 {
    return "\(number)".hasSuffix(".0") ? String("\(number)".dropLast(2)) : "\(number)"
  }
  return text
}
