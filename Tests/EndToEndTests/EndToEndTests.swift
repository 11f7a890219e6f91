import Testing

/// Each generated directory, taken by the real terraform through its whole life against a stand-in for AWS.
@Suite struct EndToEndTests {
  @Test func somethingHasBeenGenerated() throws {
    #expect(try !GeneratedDirectory.all().isEmpty, "out/ holds no directory with *.tf.json; generate it first")
  }

  @Test(
    .enabled(if: Harness.isComplete || Harness.mustBeComplete, "not on this machine: \(Harness.lacks)"),
    arguments: try GeneratedDirectory.all())
  func appliesReadsBackAndIsDestroyed(_ directory: GeneratedDirectory) async throws {
    let failure = try await Slots.shared.run { try await Harness.failure(of: directory) }
    if let failure {
      Issue.record("\(failure)")
    }
  }
}
