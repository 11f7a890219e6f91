import Testing

@testable import InfraModel

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
}
