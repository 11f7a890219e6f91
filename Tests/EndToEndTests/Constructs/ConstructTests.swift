import Foundation
import InfraModel
import TFEmit
import Testing

/// Each row of the table of Terraform's language, with the real terraform.
@Suite struct ConstructTests {
  @Test(.ifTheMachineCan, arguments: TerraformConstruct.all.map(\.name)) func terraformTakesIt(_ name: String) throws {
    let construct = try #require(TerraformConstruct.all.first { $0.name == name })
    try withTemporaryDirectory { directory in
      switch construct.proof {
      case .planned(let expectations):
        let terraform = try BuiltinTerraform(construct.stack, files: construct.files, below: directory)
        try terraform.run("init", "-no-color")
        for expectation in expectations(try terraform.plan(options: construct.options)) {
          #expect(expectation.found == expectation.expected)
        }
      case .validated:
        let terraform = try BuiltinTerraform(construct.stack, files: construct.files, below: directory)
        try terraform.run("init", "-no-color", "-backend=false")
        try terraform.run("validate", "-no-color")
      case .validatedWithAWS:
        let mirror = try #require(ProviderMirror.path)
        let terraform = try BuiltinTerraform(
          construct.stack, files: construct.files, readsAWS: true, below: directory)
        try terraform.run("init", "-no-color", "-backend=false", "-plugin-dir=\(mirror)")
        try terraform.run("validate", "-no-color")
      case .refused(let words):
        let terraform = try BuiltinTerraform(construct.stack, files: construct.files, below: directory)
        let failure = #expect(throws: BuiltinTerraform.Failure.self) {
          try terraform.run("init", "-no-color", "-backend=false")
          try terraform.run("validate", "-no-color")
        }
        #expect(failure?.words.contains(words) == true, "\(failure?.words ?? "")")
      }
    }
  }

  @Test("No construct is an error to the rules of Terraform's language", arguments: TerraformConstruct.all.map(\.name))
  func rulesAcceptIt(_ name: String) throws {
    let construct = try #require(TerraformConstruct.all.first { $0.name == name })
    let rules: [RuleID] = [
      .undeclaredReference, .undeclaredVariable, .noMetaArguments, .instanceValueScope, .elementNameShadowed,
      .providerDeclared, .hclTextParses, .movedBlockValid, .terraformVersionFits, .duplicateLabel, .duplicateAddress,
      .argumentExists,
    ]
    let policy = Policy(
      rules: Policy.standardRules.filter { rules.contains($0.description.id) }, today: "2026-12-01")
    let findings = policy.report(on: construct.stack).findings
    #expect(findings.isEmpty, "\(findings.map(\.message))")
  }

  @Test("The table in the guide is that of the tests; RECORD=1 writes it")
  func tableIsCurrent() throws {
    let guide = Repository.root.appending(path: "docs/guide/terraform-language.md")
    let text = try String(contentsOf: guide, encoding: .utf8)
    let marks = (start: "<!-- constructs -->\n", end: "<!-- end of constructs -->\n")
    let start = try #require(text.range(of: marks.start))
    let end = try #require(text.range(of: marks.end))
    let current = text[start.upperBound..<end.lowerBound]
    let table = Self.table
    if ProcessInfo.processInfo.environment["RECORD"] == "1" {
      try (text[..<start.upperBound] + table + text[end.lowerBound...]).write(
        to: guide, atomically: true, encoding: .utf8)
    } else {
      #expect(current == table)
    }
  }

  @Test("Every row has a name of its own") func namesDiffer() {
    let names = TerraformConstruct.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.count > 50)
  }

  private static var table: String {
    let rows = TerraformConstruct.all.map { construct in
      "| \(construct.terraform) | \(construct.swift) | \(construct.proof.words): `\(construct.name)` |\n"
    }
    return "| Terraform | in Swift | Terraform 1.11 |\n|---|---|---|\n" + rows.joined()
  }
}

/// Where the AWS provider is on this machine, as the harness finds it.
enum ProviderMirror {
  static let path: String? = {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-c", "import terraform; print(terraform.find_mirror() or '')"]
    process.currentDirectoryURL = Repository.root.appending(path: "Tests/EndToEndTests/harness")
    let output = Pipe()
    process.standardOutput = output
    guard (try? process.run()) != nil else { return nil }
    let words = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let path = words.trimmingCharacters(in: .whitespacesAndNewlines)
    return path.isEmpty ? nil : path
  }()
}
