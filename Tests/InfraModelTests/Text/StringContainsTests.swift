import InfraModel
import Testing

@Suite struct StringContainsTests {
  @Test(arguments: [("XRAY_SAMPLING_RATE", "SAMPL"), ("abc", "abc"), ("abc", "c"), ("aab", "ab"), ("", ""), ("a", "")])
  func aPartIsFound(_ text: String, _ part: String) {
    #expect(text.contains(part))
  }

  @Test(arguments: [("abc", "abd"), ("ab", "abc"), ("", "a"), ("SAMPL", "sampl"), ("aaab", "aac")])
  func whatIsNotThereIsNotFound(_ text: String, _ part: String) {
    #expect(!text.contains(part))
  }

  @Test(arguments: ["", "plain", "Grüße", "👩‍👩‍👧", "e\u{301}"])
  func scalarsAreCounted(_ text: String) {
    #expect(text.scalarCount == text.unicodeScalars.count)
  }
}
