import CommerceStack
import Foundation
import InfraModel
import Testing

@testable import TFEmit

/// The shop in Tests/CommerceStack, whose types are generated, with the real terraform.
@Suite struct CommerceTests {
  @Test(
    "Terraform validates the shop and plans it, and the rules say of the plan what they say of the stack",
    .ifTheMachineCan, arguments: CommerceBackend.Environment.allCases)
  func plans(_ environment: CommerceBackend.Environment) async throws {
    let stack = DeclaredStack(CommerceBackend(environment: environment))
    let parent = FileManager.default.temporaryDirectory.appending(path: "commerce-\(UUID())")
    defer { try? FileManager.default.removeItem(at: parent) }
    let written = try BuiltinTerraform(stack, readsAWS: true, below: parent)
    let plan = parent.appending(path: "plan.json")
    let directory = GeneratedDirectory(
      url: written.directory, stack: CommerceBackend.name, life: .planned, testDescription: "commerce/\(environment)")
    if let failure = try await Slots.shared.run({ try await Harness.failure(ofPlanning: directory, savingPlanTo: plan) }
    ) {
      Issue.record("\(failure)")
    } else {
      try expectSameFindings(of: directory, declaredAs: stack, planned: Data(contentsOf: plan))
    }
  }
}
