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
      var bytes: [UInt8] = []
      appendEscaped(start + character + end, to: &bytes)
      #expect(String(decoding: bytes, as: UTF8.self) == start + escape + end)
    }
  }

  /// What lies right beside the bytes that are looked for, and with the highest bit set.
  @Test func neighboursStayAsTheyAre() {
    let text = " !#[]~\u{7f}\u{80}\u{a2}\u{dc}ÿ " + String(repeating: " !#[]\u{a2}", count: 9)
    var bytes: [UInt8] = []
    appendEscaped(text, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == text)
  }

  @Test(arguments: 0..<20)
  func aBraceIsFoundAtEveryPlace(_ place: Int) {
    let (start, end) = (String(repeating: "z", count: place), String(repeating: "|", count: 20 - place))
    #expect(hasBrace(start + "{" + end))
    #expect(!hasBrace(start + end))
  }
}
