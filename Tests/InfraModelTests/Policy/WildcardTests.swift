import InfraModel
import Testing

@Suite struct WildcardTests {
  @Test(arguments: [
    ("xray:PutTraceSegments", "xray:Put*"), ("xray:PutTraceSegments", "*"), ("xray:PutTraceSegments", "XRAY:*segments"),
    ("", "*"), ("", ""), ("abcab", "a*b"), ("abc", "a?c"), ("aXbXc", "*x*x*"),
  ])
  func fits(_ text: String, _ pattern: String) {
    #expect(matches(text, pattern: pattern))
  }

  @Test(arguments: [
    ("xray:GetTraceSummaries", "xray:Put*"), ("ac", "a?c"), ("", "?"), ("abc", "ab"), ("ab", "abc"), ("abcabd", "a*bc"),
  ])
  func doesNotFit(_ text: String, _ pattern: String) {
    #expect(!matches(text, pattern: pattern))
  }

  @Test(arguments: [
    ("/orders/*", "/orders/7", true), ("/*/7", "/orders/*", true), ("*", "", true), ("a*", "*b", true),
    ("a?c", "*b*", true), ("/orders", "/order", false), ("/a/*", "/b/*", false), ("a?", "a", false), ("", "?", false),
    ("*a", "*b", false), ("a*b*c", "ac", false), ("a*b*c", "a*c", true),
  ])
  func patternsOverlapWhereATextFitsBoth(_ left: String, _ right: String, _ isSo: Bool) {
    #expect(overlap(left, right) == isSo)
    #expect(overlap(right, left) == isSo)
  }
}
