/// An expression in Terraform's own language. Read for what it refers to, and never evaluated.
public struct HCLText: Hashable, Sendable {
  public let source: String

  public init(_ source: String) {
    self.source = source
  }

  /// What is wrong with the text.
  public struct Fault: Hashable, Sendable {
    public let source: String
    /// A clause without a full stop, such as `the '[' at 3 is not closed`.
    public let reason: String
  }

  /// What the text refers to.
  public struct Reading: Hashable, Sendable {
    /// The resources and data sources.
    public internal(set) var resources: Set<Address> = []
    /// The variables, locals and modules.
    public internal(set) var configuration: Set<Address> = []
    public internal(set) var functions: Set<String> = []
    /// The roots of what Terraform has names of its own for: `each`, `count`, `self`, `path` and `terraform`.
    public internal(set) var named: Set<String> = []
    public internal(set) var fault: Fault?
  }

  /// What the text refers to, read anew each time.
  public var reading: Reading {
    var scanner = HCLScanner(source)
    scanner.scan()
    return scanner.reading
  }
}

/// Goes through an expression once: over brackets, strings with what they interpolate, and names.
///
/// Source: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
private struct HCLScanner {
  private let source: String
  private let bytes: [UInt8]
  private var position = 0
  /// The brackets that are open, with their places.
  private var open: [(bracket: UInt8, place: Int)] = []
  private var traversals: [[String]] = []
  /// What comprehensions call their elements.
  private var bound: Set<String> = []
  private var functions: Set<String> = []
  private var fault: String?

  init(_ source: String) {
    self.source = source
    bytes = Array(source.utf8)
  }

  var reading: HCLText.Reading {
    var reading = HCLText.Reading()
    reading.functions = functions
    reading.fault = fault.map { HCLText.Fault(source: source, reason: $0) }
    for words in traversals where words.count > 1 && !bound.contains(words[0]) {
      switch words[0] {
      case "var": reading.configuration.insert(.configuration(.variable, words[1]))
      case "local": reading.configuration.insert(.configuration(.locals, words[1]))
      case "module": reading.configuration.insert(.configuration(.module, words[1]))
      case "each", "count", "path", "self", "terraform": reading.named.insert(words[0])
      case "ephemeral":
        guard words.count > 2 else { continue }
        reading.resources.insert(Address(mode: .ephemeral, type: words[1], name: words[2]))
      case "data":
        guard words.count > 2 else { continue }
        reading.resources.insert(Address(mode: .data, type: words[1], name: words[2]))
      default: reading.resources.insert(Address(type: words[0], name: words[1]))
      }
    }
    return reading
  }

  mutating func scan() {
    guard !source.allSatisfy(\.isWhitespace) else {
      fault = "it is empty"
      return
    }
    while position < bytes.count, fault == nil { scanToken() }
    if fault == nil, let last = open.last {
      fault = "the '\(character(last.bracket))' at \(last.place + 1) is not closed"
    }
  }

  private mutating func scanToken() {
    let byte = bytes[position]
    switch byte {
    case UInt8(ascii: "\""): scanString()
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
      open.append((byte, position))
      position += 1
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
      guard let last = open.popLast(), last.bracket == Self.opening(of: byte) else {
        fault = "the '\(character(byte))' at \(position + 1) closes nothing"
        return
      }
      position += 1
    case UInt8(ascii: "#"): skipLine()
    case UInt8(ascii: "/") where next == UInt8(ascii: "/"): skipLine()
    case UInt8(ascii: "/") where next == UInt8(ascii: "*"): skipComment()
    case UInt8(ascii: "."):
      // What follows is an attribute, not a name of its own.
      position += 1
      skipSpace()
      if position < bytes.count, Self.beginsName(bytes[position]) { _ = name() }
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      while position < bytes.count, Self.continuesName(bytes[position]) { position += 1 }
    case _ where Self.beginsName(byte): scanName()
    default: position += 1
    }
  }

  private var next: UInt8? { position + 1 < bytes.count ? bytes[position + 1] : nil }

  // MARK: Names

  private mutating func scanName() {
    var words = [name()]
    if words == ["for"] { return bindNames() }
    if takes("::") {
      // `provider::aws::arn_parse(…)`
      var function = words[0]
      repeat { function += "::" + name() } while takes("::")
      functions.insert(function)
      return
    }
    skipSpace()
    if position < bytes.count, bytes[position] == UInt8(ascii: "(") {
      functions.insert(words[0])
      return
    }
    while position < bytes.count, bytes[position] == UInt8(ascii: "."), let next, Self.beginsName(next) {
      position += 1
      words.append(name())
    }
    traversals.append(words)
  }

  /// `for a, b in`
  private mutating func bindNames() {
    while position < bytes.count {
      skipSpace()
      guard position < bytes.count, Self.beginsName(bytes[position]) else { return }
      let word = name()
      if word == "in" { return }
      bound.insert(word)
      skipSpace()
      if position < bytes.count, bytes[position] == UInt8(ascii: ",") { position += 1 }
    }
  }

  private mutating func name() -> String {
    let start = position
    while position < bytes.count, Self.continuesName(bytes[position]) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func takes(_ token: StaticString) -> Bool {
    let length = token.utf8CodeUnitCount
    guard position + length <= bytes.count, position + length < bytes.count else { return false }
    let expected = UnsafeBufferPointer(start: token.utf8Start, count: length)
    guard bytes[position..<position + length].elementsEqual(expected) else { return false }
    position += length
    return true
  }

  private static func beginsName(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), 0x80...: true
    default: false
    }
  }

  private static func continuesName(_ byte: UInt8) -> Bool {
    beginsName(byte) || byte == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  // MARK: Strings and comments

  /// A quoted string, with the expressions in its `${…}` and `%{…}`.
  private mutating func scanString() {
    let start = position
    position += 1
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\\"): position += 2
      case UInt8(ascii: "\""):
        position += 1
        return
      case UInt8(ascii: "\n"):
        fault = "the string at \(start + 1) does not end on its line"
        return
      case UInt8(ascii: "$"), UInt8(ascii: "%"):
        let sigil = bytes[position]
        if next == sigil, position + 2 < bytes.count, bytes[position + 2] == UInt8(ascii: "{") {
          // `$${` is `${` as it stands.
          position += 3
        } else if next == UInt8(ascii: "{") {
          position += 1
          scanInterpolation()
          if fault != nil { return }
        } else {
          position += 1
        }
      default: position += 1
      }
    }
    fault = "the string at \(start + 1) is not closed"
  }

  private mutating func scanInterpolation() {
    let outer = open
    open = [(UInt8(ascii: "{"), position)]
    position += 1
    while position < bytes.count, !open.isEmpty, fault == nil { scanToken() }
    if fault == nil, let first = open.first { fault = "the '{' at \(first.place + 1) is not closed" }
    open = outer
  }

  private mutating func skipLine() {
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
    // What is written behind the text would belong to the comment.
    if position == bytes.count { fault = "the comment at \(start + 1) has no line end" }
  }

  private mutating func skipComment() {
    let start = position
    position += 2
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "*"), next == UInt8(ascii: "/") {
        position += 2
        return
      }
      position += 1
    }
    fault = "the comment at \(start + 1) is not closed"
  }

  private mutating func skipSpace() {
    while position < bytes.count, [0x20, 0x09, 0x0a, 0x0d].contains(bytes[position]) { position += 1 }
  }

  private func character(_ byte: UInt8) -> Character { Character(UnicodeScalar(byte)) }

  private static func opening(of closing: UInt8) -> UInt8 {
    switch closing {
    case UInt8(ascii: ")"): UInt8(ascii: "(")
    case UInt8(ascii: "]"): UInt8(ascii: "[")
    default: UInt8(ascii: "{")
    }
  }
}
