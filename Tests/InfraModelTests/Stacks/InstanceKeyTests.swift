import Testing

/// What does not compile of resources with `count` and `for_each`.
@Suite struct InstanceKeyTests {
  @Test("A reference that lacks the key, or has one of another type, does not compile")
  func keysAreAskedForByTheCompiler() throws {
    let source = """
      import InfraModel
      func declare(in stack: inout StackBuilder) {
        let topics = stack.add(forEach: .set(["a"])) { _ in Topic("events") }
        let shifts = stack.add(count: 2) { index in Topic("shifts") }
        _ = [topics["a"].arn, shifts[0].arn, shifts[at: .raw("var.n")].arn]
        _ = [topics.all(\\.arn), shifts.all("id")]
        LINE
      }
      """
    func errors(_ line: String) throws -> [String] {
      try DocumentedCode.compilerErrors(in: [source.replacing("LINE", with: line)])
    }
    #expect(try errors("") == [])
    #expect(try errors("_ = topics.arn").contains { $0.contains("has no member 'arn'") })
    #expect(try errors("_ = topics[0].arn").contains { $0.contains("error:") })
    #expect(try errors("_ = shifts[\"a\"].arn").contains { $0.contains("error:") })
    #expect(try errors("_ = InfraModel.Expression.named(.eachKey)").contains { $0.contains("eachKey") })
    #expect(try errors("_ = EachInstance().key").contains { $0.contains("inaccessible") })
  }
}
