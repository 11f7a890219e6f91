import AWSModel
import Foundation
import InfraModel
import ProviderSchemas
import Testing

@testable import InfraCLI

/// The plans of others that the tests have are what the provider's schema says, so that `argument-exists` finds nothing there
/// that Terraform takes.
@Suite struct PlansAndSchemaTests {
  /// What only the provider sets is known in a plan or a state, too.
  @Test(arguments: ["front/plan.json", "media/state.json", "orders/plan.json", "sensitive/plan.json"])
  func `plans have no argument that the schema does not have`(_ path: String) throws {
    let tests = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = tests.appending(path: "Audit/Plans/\(path)").path
    let bytes = try #require(try readFile(file))
    let plan = try AuditedPlan(reading: bytes, from: file, called: path, source: nil, waivers: nil, in: "/")
    let faults = SchemaFaults(of: plan.stack).all.flatMap { found in
      (found.faults ?? []).filter { $0.problem != .deprecated && $0.problem != .readOnly }.map {
        "\(found.declaration.address): \($0)"
      }
    }
    #expect(faults == [])
    #expect(plan.stack.declarations.count > 3)
  }
}
