import InfraModel
import Testing

@testable import InfraCLI

@Suite struct DoctorTests {
  private let well = Surroundings(
    swift: "Swift version 6.3.1 (swift-6.3.1-RELEASE)", terraform: "Terraform v1.11.4",
    continuousIntegration: [".gitlab-ci.yml"], committable: [])

  @Test func nothingIsToBeDoneWhereAllIsThere() {
    #expect(well.diagnoses(needs: .v110).allSatisfy { $0.cure == nil })
  }

  @Test func whatIsMissingHasACure() {
    let bare = Surroundings(
      swift: nil, terraform: nil, continuousIntegration: [], committable: ["out/a/b/terraform.tfstate"])
    let cures = bare.diagnoses(needs: .v16).compactMap(\.cure)
    #expect(cures.count == 4)
    #expect(cures.contains { $0.contains("1.6 or later") })
    #expect(cures.contains { $0.contains("*.tfstate") })
  }

  @Test(arguments: [("Terraform v1.9.8", false), ("OpenTofu v1.10.0", true), ("Terraform v2.0.0", true), ("odd", true)])
  func terraformIsAsYoungAsAStackAsks(_ said: String, _ isWell: Bool) {
    var surroundings = well
    surroundings.terraform = said
    #expect(surroundings.diagnoses(needs: .v110).allSatisfy { $0.cure == nil } == isWell)
  }

  @Test(arguments: [("Swift version 6.0.3 (swift-6.0.3-RELEASE)", false), ("Apple Swift version 6.2", true)])
  func swiftIsYoungEnough(_ said: String, _ isWell: Bool) {
    var surroundings = well
    surroundings.swift = said
    #expect(surroundings.diagnoses(needs: .v16).allSatisfy { $0.cure == nil } == isWell)
  }

  @Test func programWithoutStacksIsToldSo() {
    let outcome = Program(
      stacks: [], rules: [], today: "2026-11-21", workingDirectory: "/"
    ).run(["doctor"])
    #expect(outcome.code == .usage, "a program without stacks is told so")
  }
}
