import Foundation
import Testing

/// A repository of somebody else's that depends on InfraKit: it has an infra-gen of its own, and a copy of the sentiment
/// analyzer with mistakes planted in it.
@Suite(.serialized) struct OtherRepositoryTests {
  @Test func hasAnInfraGenOfItsOwnThatFindsEachPlantedMistakeOnItsLine() throws {
    let repository = try OtherRepository()
    try repository.write(acme, to: "Sources/acme/Acme.swift")
    #expect(acme.split(separator: "\n").count < 10)
    let sources = try repository.copyStack(from: "stacks/SentimentAnalyzer", planting: plantedMistakes)
    try repository.build(product: "acme")

    let checked = try repository.run(["check", "--env", "prod", "--format", "json"], with: "acme")
    #expect(checked.status == 1)
    let report = try JSONDecoder().decode(Report.self, from: Data(checked.output.utf8))
    let errors = report.findings.filter { $0.severity == "error" }
    let expected = try plantedMistakes.map { mistake in
      let source = try #require(sources[mistake.file])
      let start = try #require(source.range(of: mistake.statement), "\(mistake.statement)").lowerBound
      let line = source[..<start].count { $0 == "\n" } + 1
      return "\(mistake.file):\(line) \(mistake.rule)"
    }
    #expect(errors.map { "\($0.fileName):\($0.line) \($0.rule)" }.sorted() == expected.sorted())

    let synthesized = try repository.run(["synth", "--env", "prod"], with: "acme")
    #expect(synthesized.status == 1)
    #expect(!FileManager.default.fileExists(atPath: "\(repository.path)/out"))
  }

  @Test func readmesCodeCompilesAndItsStackPasses() throws {
    let repository = try OtherRepository()
    for (index, block) in try repository.swiftBlocks(in: "README.md").enumerated() {
      try repository.write(block, to: "Sources/readme/Block\(index).swift")
    }
    try repository.build(product: "readme")
    #expect(try repository.run(["check", "--strict"], with: "readme").status == 0)
  }

  /// What README shows of a run is what a run says, but for where the files lie and for the notes, which it leaves out.
  @Test func readmesRunIsWhatAnyRunSays() throws {
    let repository = try OtherRepository()
    try repository.write(acme, to: "Sources/acme/Acme.swift")
    _ = try repository.copyStack(from: "stacks/SentimentAnalyzer", planting: mistakesOfReadme)
    try repository.build(product: "acme")
    let said = try repository.run(["check"], with: "acme").output
    let run = try #require(
      try repository.consoleBlocks(in: "README.md").first { $0.contains("infra-gen check --stack") })
    // The other repository declares no numbers, so other rules are evaluated there.
    let shown = run.split(separator: "\n").dropFirst()
      .filter { !$0.contains("not applicable: ") && !$0.contains("no number to judge by") }
      .map {
        $0.replacingOccurrences(of: "stacks/SentimentAnalyzer/", with: "Sources/acme/")
          // The program was not started by `swift run`, and says so.
          .replacingOccurrences(of: "swift run infra-gen", with: "\(repository.path)/.build/debug/acme")
      }
    #expect(shown.count > 10)
    for line in shown { #expect(said.contains("\(line)\n"), "README shows: \(line)") }
  }

  private struct Report: Decodable {
    let findings: [Finding]

    struct Finding: Decodable {
      let rule: String
      let severity: String
      let file: String
      let line: Int
      var fileName: String { (file as NSString).lastPathComponent }
    }
  }
}
