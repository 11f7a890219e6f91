import Foundation
import InfraModel
import Testing

@testable import InfraCLI

@Suite struct InitTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "init-\(UUID())").path()

  @Test func writesEveryFileOnceAndSaysWhatIsNext() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let outcome = program().run(["init", "\(folder)/acme"])
    #expect(outcome.code == .success)
    #expect(outcome.log == "next: cd \(folder)/acme && swift run infra check\n")
    for path in outcome.output.split(separator: "\n") { #expect(try readFile(String(path)) != nil) }
    let again = program().run(["init", "\(folder)/acme"])
    #expect(again.code == .cannotCreate)
    #expect(again.log.contains("Package.swift"))
  }

  @Test func whatIsThereIsLeftAndNothingIsBegunBesideIt() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try "mine".write(toFile: "\(folder)/README.md", atomically: true, encoding: .utf8)
    #expect(program().run(["init", folder]).code == .cannotCreate)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["README.md"])
    #expect(try String(contentsOfFile: "\(folder)/README.md", encoding: .utf8) == "mine")
  }

  @Test(arguments: [
    ("https://git.example.com/tools/infra-gen.git", #"url: "https://git.example.com/tools/infra-gen.git", from:"#),
    ("git@git.example.com:tools/infra-gen", #"url: "git@git.example.com:tools/infra-gen", from:"#),
    ("../infra-gen", #"name: "infra-gen", path: "../infra-gen""#),
  ])
  func packageIsWhatWasNamed(_ word: String, _ declaration: String) {
    let manifest = InitialPackage(name: "acme", infraKit: .init(word)).manifest
    #expect(manifest.contains(declaration))
    #expect(manifest.contains(#"package: "infra-gen""#))
  }

  @Test(arguments: [
    ("/home/ada/acme", "/home/ada/infra-gen", "../infra-gen"),
    ("/home/ada/infra-gen/../acme/infra", "/home/ada/infra-gen", "../../infra-gen"),
    ("/srv/acme", "/home/ada/infra-gen", "../../home/ada/infra-gen"),
  ])
  func pathNamesNoMachine(_ folder: String, _ other: String, _ path: String) {
    #expect(relativePath(from: folder, to: other) == path)
  }

  @Test func everyCommandOfTheWorkflowIsUnderstood() throws {
    let commands = initialWorkflow.components(separatedBy: "swift run infra ").dropFirst().map { rest in
      rest.prefix { $0 != "\n" && $0 != ">" && $0 != "|" }.split(separator: " ").map(String.init)
    }
    #expect(commands.count == 4)
    for words in commands { _ = try Invocation(words) }
  }
}
