import Foundation
import Testing

/// Each generated directory, taken by the real terraform through its life against a stand-in for AWS.
@Suite struct EndToEndTests {
  @Test func everyDirectoryHasALifeAndEveryStackAWholeOne() throws {
    let directories = try GeneratedDirectory.all()
    #expect(!directories.isEmpty, "out/ holds no directory with *.tf.json; generate it first")
    let stacks = Set(directories.map(\.stack))
    #expect(stacks.isSubset(of: directories.filter { $0.life == .whole }.map(\.stack)))
  }

  @Test(.ifTheMachineCan, arguments: try GeneratedDirectory.all().filter { $0.life == .whole })
  func appliesReadsBackAndIsDestroyed(_ directory: GeneratedDirectory) async throws {
    try await live(directory)
  }

  /// Environments that have no resource but those that another environment of the stack is applied with.
  @Test(.ifTheMachineCan, arguments: try GeneratedDirectory.all().filter { $0.life == .planned })
  func isOnlyValidatedAndPlanned(_ directory: GeneratedDirectory) async throws {
    try await live(directory)
  }

  private func live(_ directory: GeneratedDirectory) async throws {
    let plan = FileManager.default.temporaryDirectory.appending(path: "plan-\(UUID()).json")
    defer { try? FileManager.default.removeItem(at: plan) }
    if let failure = try await Slots.shared.run({ try await Harness.failure(of: directory, savingPlanTo: plan) }) {
      Issue.record("\(failure)")
    } else {
      try expectSameFindings(of: directory, planned: Data(contentsOf: plan))
    }
  }
}

extension Trait where Self == ConditionTrait {
  fileprivate static var ifTheMachineCan: Self {
    .enabled(if: Harness.isComplete || Harness.mustBeComplete, "not on this machine: \(Harness.lacks)")
  }
}
