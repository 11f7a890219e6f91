import TFEmit

/// JSON that is changed where it has values, behind the byte that says what it is taken for.
struct Document {
  private let prefix: [UInt8]
  private var value: JSON

  init?(_ bytes: [UInt8]) {
    prefix = bytes.first == FuzzedInput.plan.rawValue ? [] : Array(bytes.prefix(1))
    guard let value = try? JSON(reading: Array(bytes.dropFirst(prefix.count))) else { return nil }
    self.value = value
  }

  var bytes: [UInt8] {
    var bytes = prefix
    value.write(to: &bytes)
    return bytes
  }

  func mutated(by chance: inout Chance, _ text: (String) -> String) -> Document {
    var mutated = self
    for _ in 0..<Int.random(in: 1...3, using: &chance) {
      let other = value.part(at: Int.random(in: 0..<value.count, using: &chance))
      let place = Int.random(in: 0..<mutated.value.count, using: &chance)
      mutated.value = mutated.value.replacing(place) { $0.mutated(by: &chance, with: other, text) }
    }
    return mutated
  }

  func crossed(with other: Document, by chance: inout Chance) -> Document {
    var crossed = self
    let part = other.value.part(at: Int.random(in: 0..<other.value.count, using: &chance))
    crossed.value = value.replacing(Int.random(in: 0..<value.count, using: &chance)) { _ in part }
    return crossed
  }
}

extension JSON {
  /// How many values it is made of, itself included.
  fileprivate var count: Int {
    switch self {
    case .array(let elements): elements.reduce(1) { $0 + $1.count }
    case .object(let members): members.values.reduce(1) { $0 + $1.count }
    case .null, .bool, .integer, .number, .string: 1
    }
  }

  /// The value at a place, counted from the outside.
  fileprivate func part(at place: Int) -> JSON {
    var part = JSON.null
    _ = replacing(place) {
      part = $0
      return $0
    }
    return part
  }

  fileprivate func replacing(_ place: Int, _ change: (JSON) -> JSON) -> JSON {
    guard place > 0 else { return change(self) }
    var before = 1
    switch self {
    case .array(var elements):
      for (index, element) in elements.enumerated() {
        let count = element.count
        if place < before + count {
          elements[index] = element.replacing(place - before, change)
          break
        }
        before += count
      }
      return .array(elements)
    case .object(var members):
      for (key, member) in members.sorted(by: { $0.key < $1.key }) {
        let count = member.count
        if place < before + count {
          members[key] = member.replacing(place - before, change)
          break
        }
        before += count
      }
      return .object(members)
    case .null, .bool, .integer, .number, .string: return self
    }
  }

  fileprivate func mutated(by chance: inout Chance, with other: JSON, _ text: (String) -> String) -> JSON {
    if chance.isOne(in: 4) { return oddities.randomElement(using: &chance) ?? .null }
    if chance.isOne(in: 6) { return other }
    switch self {
    case .null: return other
    case .bool(let bool): return .bool(!bool)
    case .integer(let integer):
      return .integer([integer &+ 1, integer &- 1, 0 &- integer, integer &* 60].randomElement(using: &chance) ?? 0)
    case .number(let number): return .number(-number / 3)
    case .string(let string):
      // A document within the document, such as a policy.
      guard !chance.isOne(in: 3), let inner = Document(Array("{\(string.dropFirst())".utf8)), string.hasPrefix("{")
      else { return .string(text(string)) }
      return .string(String(decoding: inner.mutated(by: &chance, text).bytes, as: UTF8.self))
    case .array(var elements):
      guard let index = elements.indices.randomElement(using: &chance) else { return .array([other]) }
      if chance.isOne(in: 2) {
        elements.remove(at: index)
      } else {
        elements.append(chance.isOne(in: 2) ? elements[index] : other)
      }
      return .array(elements)
    case .object(var members):
      guard let key = members.keys.sorted().randomElement(using: &chance) else { return .object(["name": other]) }
      switch Int.random(in: 0..<3, using: &chance) {
      case 0: members[key] = nil
      case 1: members[key] = other
      default:
        // A key that stands elsewhere means something there.
        guard case .object(let others) = other, let member = others.randomElement(using: &chance) else {
          members[text(key)] = members[key]
          break
        }
        members[member.key] = member.value
      }
      return .object(members)
    }
  }
}

/// What nobody writes.
private let oddities: [JSON] = [
  .null, .array([]), .object([:]), .bool(true), .bool(false), .integer(0), .integer(-1), .integer(.max), .integer(.min),
  .integer(1 << 53), .number(1.5e308), .number(-0.5), .number(.leastNonzeroMagnitude), .string(""), .string("\u{0}"), .string("true"),
  .string("-1"), .string("99999999999999999999"), .string("1e999"), .string("nan"), .string("🇩🇪e\u{301}\u{202e}"),
  .string("${aws_lambda_function.f.arn}"), .string("${"), .string("%{if"), .string("$${x}"), .string("*"),
  .string("arn:aws:lambda:eu-west-1:123456789012:function:f"), .string("arn:::::"), .string("::::::"),
  .string(String(repeating: "a", count: 5_000)), .string("{}"), .string("[]"), .string("null"), .string("{\"a\":"),
  .array([.null]), .array([.array([.array([])])]), .object(["": .null]),
  .object(["references": .array([.string("var.x")])]),
  .object(["constant_value": .string("${var.x}")]), .array([.object([:]), .object([:])]),
  (0..<400).reduce(JSON.null) { inner, _ in .array([inner]) },
]

extension JSON {
  fileprivate func write(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes += Array("null".utf8)
    case .bool(let bool): bytes += Array("\(bool)".utf8)
    case .integer(let integer): bytes += Array("\(integer)".utf8)
    case .number(let number): bytes += Array("\(number)".utf8)
    case .string(let string): write(string, to: &bytes)
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        element.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        write(member.key, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.value.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private func write(_ string: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0..<0x20: bytes += Array("\\u00\(byte < 0x10 ? "0" : "")\(String(byte, radix: 16))".utf8)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
