import Foundation
import InfraModel
import Testing

@testable import InfraCLI

@Suite struct DoctorTests {
  private let well = ProbedEnvironment(
    swift: "Swift version 6.3.1 (swift-6.3.1-RELEASE)", terraform: "Terraform v1.11.4",
    continuousIntegration: [".gitlab-ci.yml"], committable: [])

  @Test func nothingIsToBeDoneWhereAllIsThere() {
    #expect(well.diagnoses(needs: .v110, curedBy: program().name).allSatisfy { $0.cure == nil })
  }

  @Test func whatIsMissingHasACure() {
    let bare = ProbedEnvironment(
      swift: nil, terraform: nil, continuousIntegration: [], committable: ["out/a/b/terraform.tfstate"])
    let cures = bare.diagnoses(needs: .v16, curedBy: program().name).compactMap(\.cure)
    #expect(cures.count == 4)
    #expect(cures.contains { $0.contains("1.6 or later") })
    #expect(cures.contains { $0.contains("*.tfstate") })
  }

  @Test("In a repository, doctor asks Git whether it ignores Terraform's state", arguments: [true, false])
  func gitIsAskedAboutState(isIgnored: Bool) throws {
    try withFolder { folder in
      try git(["init", "--quiet"], in: folder)
      let patterns = isIgnored ? ".terraform/\n*.tfstate\n*.tfstate.backup\n" : "*.log\n"
      try Data(patterns.utf8).write(to: URL(filePath: "\(folder)/.gitignore"))
      #expect(ProbedEnvironment(in: folder, out: "out").committable?.isEmpty == isIgnored)
    }
  }

  @Test(arguments: [("Terraform v1.9.8", false), ("OpenTofu v1.10.0", true), ("Terraform v2.0.0", true), ("odd", true)])
  func terraformIsAsYoungAsAStackAsks(_ said: String, _ isWell: Bool) {
    var environment = well
    environment.terraform = said
    #expect(environment.diagnoses(needs: .v110, curedBy: program().name).allSatisfy { $0.cure == nil } == isWell)
  }

  @Test(arguments: [("Swift version 6.0.3 (swift-6.0.3-RELEASE)", false), ("Apple Swift version 6.2", true)])
  func swiftIsYoungEnough(_ said: String, _ isWell: Bool) {
    var environment = well
    environment.swift = said
    #expect(environment.diagnoses(needs: .v16, curedBy: program().name).allSatisfy { $0.cure == nil } == isWell)
  }

  @Test(arguments: [
    (nil, false, "hcl is missing in out/shop/dev", "run `terraform -chdir=out/shop/dev init`, and commit"),
    (nil, true, "is git-ignored in out/shop/dev", "remove .terraform.lock.hcl from .gitignore"),
    (lock(version: "5.100.0", hashes: 3), true, "is git-ignored in ", "remove .terraform.lock.hcl from .gitignore"),
    ("# nothing\n", false, "does not list hashicorp/aws", "terraform -chdir=out/shop/dev init`"),
    (lock(version: "5.99.1", hashes: 3), false, "has hashicorp/aws 5.99.1", "-chdir=out/shop/dev init -upgrade`"),
    (lock(version: "6.2.0", hashes: 3), false, "requires ~> 5.100", "-chdir=out/shop/dev init -upgrade`"),
    (lock(version: "5.101.0", hashes: 1), false, "only one platform", "providers lock -platform="),
  ])
  func lockFileThatDoesNotHoldHasACure(_ text: String?, _ isIgnored: Bool, _ observation: String, _ cure: String) throws
  {
    let folder = LockedFolder(path: "out/shop/dev", constraint: "~> 5.100", text: text, isIgnored: isIgnored)
    let found = diagnoses(of: [folder])
    #expect(found.count == 1)
    #expect("\(found[0].observation)".contains(observation), "\(found)")
    #expect(try #require(found[0].cure).contains(cure))
  }

  @Test func lockFilesThatHoldArePraisedOnceAndEachKindOfFaultIsSaidOnce() {
    func folder(_ name: String, _ text: String?) -> LockedFolder {
      LockedFolder(path: "out/shop/\(name)", constraint: "~> 5.100", text: text, isIgnored: false)
    }
    let good = lock(version: "5.101.0", hashes: 3)
    let praise = diagnoses(of: [folder("dev", good), folder("prod", good)])
    #expect(praise.map(\.observation) == ["hashicorp/aws 5.101.0 in 2 folders"])
    #expect(praise[0].cure == nil)
    let found = diagnoses(of: [
      folder("dev", nil), folder("test", good), folder("stage", nil), folder("prod", lock(version: "4.9.0", hashes: 3)),
    ])
    #expect(found.count == 2)
    #expect(found[0].observation.hasPrefix(".terraform.lock.hcl is missing in out/shop/dev and 1 other, so"))
    #expect(found[1].observation.hasPrefix(".terraform.lock.hcl has hashicorp/aws 4.9.0 in out/shop/prod"))
    #expect(diagnoses(of: []).isEmpty)
  }

  @Test func lockFilesAreReadWhereTerraformWritesThem() throws {
    try withFolder { folder in
      let out = "\(folder)/out"
      let declare: @Sendable (inout StackBuilder) -> Void = { $0.add(Topic("alerts")) }
      #expect(!run(["doctor", "--out", out], declare).output.contains("provider lock"), "nothing is written yet")
      _ = run(["synth", "--out", out], declare)
      let without = run(["doctor", "--out", out], declare)
      #expect(without.code == .findings)
      #expect(without.output.contains(" is missing in \(out)/changing/prod, so machines"), "\(without.output)")
      #expect(without.output.contains("provider lock: run `terraform -chdir=\(out)/changing/prod init`"))
      let file = "\(out)/changing/prod/\(ProviderLock.fileName)"
      _ = try write([GeneratedFile(path: file, bytes: Array(lock(version: "5.101.0", hashes: 3).utf8))])
      let with = run(["doctor", "--out", out], declare)
      #expect(with.output.contains("  hashicorp/aws 5.101.0 in 1 folder\n"), "\(with.output)")
    }
  }

  /// Of OpenTofu's registry, and beside another provider.
  @Test func otherProvidersAreReadOver() throws {
    let text = """
      provider "registry.opentofu.org/hashicorp/archive" {
        version = "2.4.0"
        hashes = [
          "h1:archive",
        ]
      }

      provider "registry.opentofu.org/hashicorp/aws" {
        version     = "5.100.0"
        constraints = "~> 5.100"
        hashes = [
          "h1:aws",
          "zh:aws",
        ]
      }
      """
    for text in [text, text.replacing("\n", with: "\r\n")] {
      let lock = try #require(ProviderLock(reading: text))
      #expect(lock.version == "5.100.0")
      #expect(lock.hashes == ["h1:aws", "zh:aws"])
    }
  }

  @Test func programWithoutStacksIsToldSo() {
    let outcome = Program(
      stacks: [], rules: [], today: "2026-11-21", workingDirectory: "/"
    ).run(["doctor"])
    #expect(outcome.code == .usage, "a program without stacks is told so")
  }
}

/// As terraform writes it.
private func lock(version: String, hashes: Int) -> String {
  """
  # This file is maintained automatically by "terraform init".
  # Manual edits may be lost in future updates.

  provider "registry.terraform.io/hashicorp/aws" {
    version     = "\(version)"
    constraints = "~> 5.100"
    hashes = [
  \((0..<hashes).map { "    \"\($0 == 0 ? "h1" : "zh"):\($0)=\",\n" }.joined())\
    ]
  }

  """
}
