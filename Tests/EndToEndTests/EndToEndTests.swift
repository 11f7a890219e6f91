import Testing

/// Each generated directory, taken by the real terraform through its whole life against a stand-in for AWS.
@Suite struct EndToEndTests {
  @Test func somethingHasBeenGenerated() throws {
    #expect(try !GeneratedDirectory.all().isEmpty, "out/ holds no directory with *.tf.json; generate it first")
  }

  @Test(arguments: try GeneratedDirectory.all())
  func appliesReadsBackAndIsDestroyed(_ directory: GeneratedDirectory) async throws {
    let outcome = try await Slots.shared.run { try await Harness.run(on: directory) }
    switch outcome {
    case .held: break
    case .failed(let reason): Issue.record("\(reason)")
    case .missing(let what) where Harness.mayBeSkipped: try Test.cancel("not on this machine: \(what)")
    case .missing(let what): Issue.record("CI has to have what these tests need: \(what)")
    }
  }
}
