import Foundation
import Testing

@testable import InfraCLI

extension OtherRepositoryTests {
  /// What somebody does on the first day: begin, look, break something, name a rule of one's own, read, mend, write. The
  /// code of the guides stands where they say that it belongs, and their tests run.
  @Test func newRepositoryBuildsPassesItsTestsAndFindsWhatIsBroken() throws {
    let repository = try OtherRepository()
    for guide in try OtherRepository.guides() {
      let name = (guide as NSString).lastPathComponent
      for (index, block) in try repository.swiftBlocks(in: guide).enumerated() {
        // The whole of `Infrastructure.swift` has its turn below.
        guard !block.contains("public let stacks") else { continue }
        let folder = block.contains("import Testing") ? "Tests/InfrastructureTests" : "Sources/Infrastructure"
        try repository.write(block, to: "\(folder)/\(name)-\(index).swift")
      }
    }
    try repository.typeCommands(of: "docs/guide/types-of-any-resource.md")
    let tested = try repository.run(["swift", "test"], environment: try offlineTerraform())
    try #require(tested.status == 0, "\(tested.output)\(tested.log)")
    #expect(!tested.output.contains("skipped"), "\(tested.output)")
    let checked = try repository.run(["swift", "run", "infra", "check"])
    #expect(checked.status == 0, "\(checked.output)")
    #expect(checked.output.contains("no findings; next: swift run infra synth\n"), "\(checked.output)")

    let stack = "Sources/Infrastructure/Hello.swift"
    let bad = initialStack.replacingOccurrences(of: "p95: .seconds(2)", with: "p95: .seconds(20)")
    try repository.write(bad, to: stack)
    let guide = try repository.swiftBlocks(in: "docs/guide/write-a-rule.md")
    let list = "Sources/Infrastructure/Infrastructure.swift"
    try repository.write(try #require(guide.first { $0.contains("public let stacks") }), to: list)
    let broken = try repository.run(["swift", "run", "infra", "synth"])
    #expect(broken.status == 1)
    #expect(broken.log.contains("Sources/Infrastructure/Hello.swift:"), "\(broken.log)")
    #expect(broken.log.contains("error[threshold-in-reach]"))
    #expect(broken.log.contains("warning[queues-have-a-team]"))
    #expect(broken.log.contains("queue 'dead-letters' has no team"))
    #expect(broken.log.contains("next: fix them; nothing was written"))
    #expect(!FileManager.default.fileExists(atPath: "\(repository.path)/out"))
    try repository.write(initialStack, to: stack)
    try repository.write(initialList, to: list)
    let mended = try repository.run(["swift", "run", "infra", "synth"])
    #expect(mended.status == 0)
    #expect(
      mended.log.contains(
        "next: cd out/hello/dev && terraform init && terraform plan -out=tfplan, then terraform apply tfplan"))
    #expect(FileManager.default.fileExists(atPath: "\(repository.path)/out/hello/prod/main.tf.json"))
  }

  /// Tells terraform where the provider is; nothing where there is none, and then the test says so.
  private func offlineTerraform() throws -> [String: String] {
    let harness = OtherRepository.ours + "/Tests/EndToEndTests/harness"
    let python = OtherRepository.ours + "/.build/python/bin/python"
    let found = try runProgram(
      [python, "-c", "import terraform; print(terraform.find_mirror() or '')"], in: harness)
    let mirror = found.output.trimmingCharacters(in: .whitespacesAndNewlines)
    return found.status == 0 && !mirror.isEmpty ? ["TF_CLI_ARGS_init": "-plugin-dir=\(mirror)"] : [:]
  }
}
