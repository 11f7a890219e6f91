/// Hands a parser texts of random bytes, and examples with some of their bytes changed, of a bounded number. A parser that
/// traps takes the test run with it. The numbers are the same in every run.
func expectNoCrash(mutating examples: [String], _ parse: (String) -> Void) {
  var random = Xorshift()
  for _ in 0..<2_000 {
    let bytes = (0..<Int(random.next() % 40)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
    parse(String(decoding: bytes, as: UTF8.self))
    guard let example = examples.randomElement(using: &random) else { continue }
    var changed = Array(example.utf8)
    for _ in 0...(random.next() % 3) where !changed.isEmpty {
      let position = Int(random.next() % UInt64(changed.count))
      switch random.next() % 3 {
      case 0: changed.remove(at: position)
      case 1: changed.insert(changed[Int(random.next() % UInt64(changed.count))], at: position)
      default: changed[position] = UInt8(random.next() % 128)
      }
    }
    parse(String(decoding: changed, as: UTF8.self))
    parse(String(decoding: changed.prefix(Int(random.next() % 40)), as: UTF8.self))
  }
  for nest in ["(", "[", "{", "!", "-", "NOT ", "{\"a\":", "service() {", "SUM(", "ALARM("] {
    parse(String(repeating: nest, count: 20_000))
  }
}

private struct Xorshift: RandomNumberGenerator {
  private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
