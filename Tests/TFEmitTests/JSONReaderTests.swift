import InfraModel
import TFEmit
import Testing

@Suite struct JSONReaderTests {
  @Test(arguments: [
    ("null", JSON.null), (" true\n", .bool(true)), ("false", .bool(false)), ("0", .integer(0)), ("-12", .integer(-12)),
    ("9223372036854775807", .integer(.max)), ("9223372036854775808", .number(9_223_372_036_854_775_808)),
    ("1.5", .number(1.5)), ("1e2", .number(100)), ("-0.25E-1", .number(-0.025)), ("[]", .array([])),
    ("{ }", .object([:])), ("[1, [\"a\"]]", .array([.integer(1), .array([.string("a")])])),
    (#"{"a":{"b":null},"":2}"#, .object(["a": .object(["b": .null]), "": .integer(2)])),
    ("\u{feff}1", .integer(1)),
  ])
  func documentBecomesATree(_ text: String, _ expected: JSON) throws {
    #expect(try JSON(reading: Array(text.utf8)) == expected)
  }

  @Test(arguments: [
    (#""""#, ""), (#""é☃😀""#, "é☃😀"), (#""a\"\\\/\b\f\n\r\t""#, "a\"\\/\u{8}\u{c}\n\r\t"),
    (#""\u00e9\u2603""#, "é☃"), (#""\ud83d\ude00!""#, "😀!"), (#""a\u0000b""#, "a\0b"), ("\"\u{7f}\"", "\u{7f}"),
  ])
  func stringIsUnescaped(_ text: String, _ expected: String) throws {
    #expect(try JSON(reading: Array(text.utf8)) == .string(expected))
  }

  @Test(arguments: [
    ("", 1, 1, "ends where a value should be"), ("  ", 1, 3, "ends where a value should be"),
    ("nul", 1, 1, "no value"), ("nullx", 1, 5, "follows the end"), ("1 2", 1, 3, "follows the end"),
    ("{\n  \"a\": 1\n  \"b\": 2\n}", 3, 3, "a comma or }"), ("[1,]", 1, 4, "no value"), ("[1", 1, 3, "a comma or ]"),
    ("{\"a\" 1}", 1, 6, "a colon"), ("{a: 1}", 1, 2, "a key in quotation marks"), ("{\"a\":1,}", 1, 8, "a key"),
    ("01", 1, 2, "follows the end"), ("-", 1, 2, "a digit"), ("1.", 1, 3, "a digit"), ("1e", 1, 3, "a digit"),
    ("+1", 1, 1, "no value"), ("1e999", 1, 1, "too large"), ("NaN", 1, 1, "no value"),
    ("[\"abc", 1, 2, "ends inside of the string"), ("\"a\nb\"", 1, 3, "control character"),
    ("\"a\0\"", 1, 3, "control character"), (#""\x41""#, 1, 2, "no such escape"), (#""\u12g4""#, 1, 6, "hexadecimal"),
    (#""\ud83d""#, 1, 2, "half of a surrogate pair"), (#""\ude00""#, 1, 2, "half of a surrogate pair"),
    (#""\ud83d\u0041""#, 1, 2, "half of a surrogate pair"), (#"{"a":1,"a":2}"#, 1, 8, "'a' stands here for the second"),
    ("'a'", 1, 1, "no value"), ("[1] // no", 1, 5, "follows the end"),
  ])
  func errorSaysWhereAndWhy(_ text: String, _ line: Int, _ column: Int, _ reason: String) throws {
    let error = try #require(throws: JSONError.self) { try JSON(reading: Array(text.utf8)) }
    #expect(error.line == line)
    #expect(error.column == column)
    #expect(error.reason.contains(reason))
  }

  @Test func bytesThatAreNotUTF8AreRefused() {
    for bytes in [[0x22, 0xff, 0x22], [0x22, 0xc3, 0x22], [0x22, 0xed, 0xa0, 0x80, 0x22]] as [[UInt8]] {
      #expect(throws: JSONError.self) { try JSON(reading: bytes) }
    }
  }

  @Test func nestingHasAnEnd() throws {
    let deep = { (depth: Int) in
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    #expect(try JSON(reading: deep(512)).array?.count == 1)
    #expect(throws: JSONError.self) { try JSON(reading: deep(513)) }
    #expect(throws: JSONError.self) { try JSON(reading: Array(repeating: UInt8(ascii: "["), count: 1_000_000)) }
  }

  @Test func everyBeginningOfADocumentIsAnErrorAndNoCrash() {
    for end in 0..<sample.count {
      #expect(throws: JSONError.self) { try JSON(reading: Array(sample[..<end])) }
    }
  }

  @Test func damagedDocumentIsReadOrRefused() {
    var random = SplitMix(state: 20_261_121)
    for _ in 0..<20_000 {
      var bytes = sample
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: place)
        default: bytes.insert(interesting.randomElement(using: &random) ?? 0, at: place)
        }
      }
      _ = try? JSON(reading: bytes)
    }
  }

  @Test func whatWeWriteWeRead() throws {
    let value: Value = ["text": .literal("a\"\\\n\u{1}é"), "numbers": [1, 2.5], "none": .list([]), "yes": true]
    #expect(
      try JSON(reading: plainJSON(value))
        == .object([
          "text": .string("a\"\\\n\u{1}é"), "numbers": .array([.integer(1), .number(2.5)]), "none": .array([]),
          "yes": .bool(true),
        ]))
  }
}

private let sample = Array(#"{"a": [1, -2.5e3, true, null], "b\u00e9\ud83d\ude00": {"c": "d\n☃"}, "e": []}"#.utf8)
private let interesting = Array(#"{}[]",:\ud8-+.eE0 "#.utf8) + [0x00, 0xff, 0xc3, 0xed]

/// The same numbers on every run.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
