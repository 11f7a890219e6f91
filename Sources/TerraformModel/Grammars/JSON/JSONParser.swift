/// Reads JSON where it stands in a text, be it the whole of it or a part.
package enum JSONParser {
  package static func value(at cursor: inout TextCursor) throws(SyntaxError) -> JSONDocument {
    try cursor.enter()
    defer { cursor.leave() }
    cursor.skipSpaces()
    switch cursor.next {
    case UInt8(ascii: "{"): return try object(at: &cursor)
    case UInt8(ascii: "["): return try array(at: &cursor)
    case UInt8(ascii: "\""): return .string(try string(at: &cursor))
    case UInt8(ascii: "'"):
      throw cursor.error(expected: "a value in JSON", hint: "write double quotes for single ones")
    default: break
    }
    for (word, value) in [("true", JSONDocument.bool(true)), ("false", .bool(false)), ("null", .null)]
    where cursor.peek(while: \.isWordByte) == word {
      _ = cursor.take(word)
      return value
    }
    return .number(try number(at: &cursor))
  }

  private static func object(at cursor: inout TextCursor) throws(SyntaxError) -> JSONDocument {
    try cursor.expect("{")
    var members: [String: JSONDocument] = [:]
    cursor.skipSpaces()
    if cursor.take("}") { return .object(members) }
    repeat {
      cursor.skipSpaces()
      guard cursor.next == UInt8(ascii: "\"") else {
        let hint = cursor.next == UInt8(ascii: "}") ? "remove the comma before it" : "put the key into double quotes"
        throw cursor.error(expected: "a key in double quotes", hint: cursor.isAtEnd ? nil : hint)
      }
      let key = try string(at: &cursor)
      try cursor.expect(":")
      members[key] = try value(at: &cursor)
      cursor.skipSpaces()
    } while cursor.take(",")
    guard cursor.take("}") else { throw cursor.error(expected: "`,` or `}`") }
    return .object(members)
  }

  private static func array(at cursor: inout TextCursor) throws(SyntaxError) -> JSONDocument {
    try cursor.expect("[")
    var values: [JSONDocument] = []
    cursor.skipSpaces()
    if cursor.take("]") { return .array(values) }
    repeat {
      values.append(try value(at: &cursor))
      cursor.skipSpaces()
    } while cursor.take(",")
    guard cursor.take("]") else { throw cursor.error(expected: "`,` or `]`") }
    return .array(values)
  }

  /// A number, as it is written.
  private static func number(at cursor: inout TextCursor) throws(SyntaxError) -> String {
    let start = cursor.offset
    _ = cursor.take("-")
    let whole = cursor.run(while: \.isDigit)
    var isWhole = whole == "0" || whole.utf8.first.map { $0 != UInt8(ascii: "0") } ?? false
    if cursor.take(".") { isWhole = !cursor.run(while: \.isDigit).isEmpty && isWhole }
    if cursor.take("e") || cursor.take("E") {
      if !cursor.take("+") { _ = cursor.take("-") }
      isWhole = !cursor.run(while: \.isDigit).isEmpty && isWhole
    }
    guard isWhole, cursor.next?.isWordByte != true else {
      throw cursor.error(at: start, expected: "a value in JSON")
    }
    return cursor.text(from: start)
  }

  private static func string(at cursor: inout TextCursor) throws(SyntaxError) -> String {
    let start = cursor.offset
    _ = cursor.take("\"")
    var string = ""
    while true {
      string += cursor.run { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
      if cursor.take("\"") { return string }
      guard cursor.take("\\") else {
        throw cursor.error(at: start, expected: "a text that is closed with a double quote")
      }
      if cursor.take("u") {
        string += try unit(at: &cursor)
      } else if let escape = escapes.first(where: { cursor.take($0.key) }) {
        string += escape.value
      } else {
        throw cursor.error(expected: "one of `\"`, `\\`, `/`, b, f, n, r, t and u behind a backslash")
      }
    }
  }

  /// The character of four hexadecimal digits, or of two times four where it is beyond the first 65,536.
  private static func unit(at cursor: inout TextCursor) throws(SyntaxError) -> String {
    var units = [try digits(at: &cursor)]
    if UTF16.isLeadSurrogate(units[0]), cursor.take("\\u") { units.append(try digits(at: &cursor)) }
    return String(decoding: units, as: UTF16.self)
  }

  private static func digits(at cursor: inout TextCursor) throws(SyntaxError) -> UInt16 {
    let start = cursor.offset
    var count = 0
    let digits = cursor.run { _ in
      count += 1
      return count <= 4
    }
    guard digits.utf8.count == 4, digits.utf8.allSatisfy(\.isWordByte), let unit = UInt16(digits, radix: 16) else {
      throw cursor.error(at: start, expected: "four hexadecimal digits")
    }
    return unit
  }
}

private let escapes = [
  "\"": "\"", "\\": "\\", "/": "/", "b": "\u{8}", "f": "\u{C}", "n": "\n", "r": "\r", "t": "\t",
]
