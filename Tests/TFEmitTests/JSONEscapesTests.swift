import Testing

@testable import TFEmit

/// Eight bytes are looked at together, so what is to be escaped stands at every place among them.
@Suite struct JSONEscapesTests {
  @Test(arguments: 0..<20)
  func whatIsToBeEscapedIsFoundAtEveryPlace(_ place: Int) {
    for (character, escape) in [
      ("\"", #"\""#), ("\\", #"\\"#), ("\n", #"\n"#), ("\u{1}", #"\u0001"#), ("\u{1f}", #"\u001f"#),
    ] {
      let (start, end) = (String(repeating: "a", count: place), String(repeating: "ü", count: 20 - place))
      var bytes = ByteBuffer()
      bytes.append(escaping: start + character + end)
      #expect(String(bytes) == start + escape + end)
    }
  }

  /// What lies right beside the bytes that are looked for, and with the highest bit set.
  @Test func neighboursStayAsTheyAre() {
    let text = " !#[]~\u{7f}\u{80}\u{a2}\u{dc}ÿ " + String(repeating: " !#[]\u{a2}", count: 9)
    var bytes = ByteBuffer()
    bytes.append(escaping: text)
    #expect(String(bytes) == text)
  }

  @Test(arguments: 0..<20)
  func whatTerraformReadsIsFoundAtEveryPlace(_ place: Int) {
    let (start, end) = (String(repeating: "z", count: place), String(repeating: "|", count: 20 - place))
    for opening in ["${", "%{", "{$", "\r{"] { #expect(!isOwnTemplate(start + opening + end)) }
    for text in ["", "{", "}{", "$", "%", "$ %"] { #expect(isOwnTemplate(start + text + end)) }
  }

  @Test func aByteOrderMarkIsNoTemplateOfItsOwn() {
    #expect(!isOwnTemplate("\u{feff}a"))
    #expect(isOwnTemplate("a\u{feff}"))
  }

  /// Room is made for strings one by one, so the one that needs more than there is must still be whole.
  @Test func aBufferGrowsWithWhatItGets() {
    var buffer = ByteBuffer()
    let texts = (0..<200).map { String(repeating: "\"é\n", count: $0 % 40) }
    for text in texts {
      buffer.append(escaping: text)
      buffer.append(text)
      buffer.append(UInt8(ascii: "x"))
    }
    let escaped = texts.map { $0.replacing("\"", with: "\\\"").replacing("\n", with: "\\n") }
    #expect(String(buffer) == zip(escaped, texts).map { "\($0)\($1)x" }.joined())
  }
}
