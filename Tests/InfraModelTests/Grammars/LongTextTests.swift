import InfraModel
import Testing

/// Texts that are longer than AWS takes, as a plan may have them.
@Suite struct LongTextTests {
  /// Whatever walks an expression calls itself once for each operation in a row, and the stack of a thread ends somewhere.
  @Test(arguments: ["+", "*", "==", "&&", " OR "]) func operationsInARowAreLimited(_ sign: String) throws {
    func expression(_ count: Int) -> String { Array(repeating: "m1", count: count).joined(separator: sign) }
    #expect(try MetricExpression(parsing: expression(500)).ids.count == 500)
    #expect(throws: SyntaxError.self) { try MetricExpression(parsing: expression(1_000_000)) }
  }

  /// The place of each warning is counted from the start of the text.
  @Test func warningsAreFew() throws {
    let (_, warnings) = try TraceFilter.read(Array(repeating: "fault", count: 1_000).joined(separator: " "))
    #expect((1...32).contains(warnings.count))
  }

  @Test(arguments: ["(", "NOT ", "!", "-", "[", "{\"a\":", "SUM(", "ALARM(", "service() { "])
  func nestingIsLimited(_ piece: String) {
    let text = String(repeating: piece, count: 100_000)
    #expect(throws: SyntaxError.self) { try MetricExpression(parsing: text) }
    #expect(throws: SyntaxError.self) { try CompositeRule(parsing: text) }
    #expect(throws: SyntaxError.self) { try TraceFilter(parsing: text) }
    #expect(throws: SyntaxError.self) { try JSONDocument(parsing: text) }
  }
}
