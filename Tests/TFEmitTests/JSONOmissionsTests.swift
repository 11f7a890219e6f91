import Testing

@testable import TFEmit

@Suite struct JSONOmissionsTests {
  private static let omissions = JSONOmissions(
    ["drift"], in: ["changes": { JSONOmissions(in: ["change": { JSONOmissions(["before"]) }]) }, "module": { module }])
  private static let module: JSONOmissions = JSONOmissions(["values"], in: ["children": { module }])

  private func read(_ text: String) throws -> JSON {
    try JSON(reading: Array(text.utf8), without: Self.omissions)
  }

  @Test(arguments: [
    (#"{"drift": [{"a": "]}\""}], "b": 1}"#, #"{"b": 1}"#), (#"{"drift":1,"b":[]}"#, #"{"b":[]}"#),
    (#"{"b": 1, "drift": "x"}"#, #"{"b": 1}"#), (#"{"drift": null }"#, "{}"),
    // Only where it is named, in each element of a list, and not below what is read.
    (
      #"{"changes": [{"change": {"before": {"x": 1}, "after": {"before": 2}}}, {"before": 3}]}"#,
      #"{"changes": [{"change": {"after": {"before": 2}}}, {"before": 3}]}"#
    ),
    (
      #"{"module": {"values": [1], "children": [{"values": 2, "children": [{"values": {}, "c": 3}]}]}}"#,
      #"{"module": {"children": [{"children": [{"c": 3}]}]}}"#
    ),
    (#"{"a": {"drift": 1}}"#, #"{"a": {"drift": 1}}"#),
  ])
  func `what is named is left out and nothing else`(_ text: String, _ rest: String) throws {
    #expect(try read(text) == JSON(reading: Array(rest.utf8)))
  }

  @Test(arguments: [
    #"{"drift": [1"#, #"{"drift": "x"#, #"{"drift": "x\"#, #"{"drift""#, #"{"drift": {"a": 1}"#, #"{"drift": 1"#,
    #"{"drift":"#, #"{"drift": [}"#,
  ])
  func `a document that ends in what is left out is an error`(_ text: String) {
    #expect(throws: JSONError.self) { try read(text) }
  }
}
