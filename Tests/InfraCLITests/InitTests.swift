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
    #expect(outcome.log.hasPrefix("there is no release of InfraKit yet, so Package.swift depends on it by the path "))
    #expect(outcome.log.hasSuffix("\nnext: cd \(folder)/acme && swift run infra check\n"))
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

  private let workflow = initialWorkflow(findingInfraKitAt: .url("https://git.example.com/tools/infra-gen"))

  @Test func urlNeedsNoWarning() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let outcome = program().run(["init", "\(folder)/acme", "--package", "https://git.example.com/infra-gen"])
    #expect(outcome.log == "next: cd \(folder)/acme && swift run infra check\n")
  }

  /// A tag can be moved to other code, and a digest cannot.
  @Test(arguments: ["ci.yml", "release.yml", "action.yml", nil])
  func actionsAndImagesArePinnedByDigest(_ file: String?) throws {
    let text = try file.map { try String(contentsOfFile: repository(workflow: $0), encoding: .utf8) } ?? workflow
    let uses = text.split(separator: "\n").filter { $0.contains("uses: ") && !$0.hasPrefix("#") }
    #expect(!uses.isEmpty || file == "action.yml")
    for line in uses { #expect(line.contains(/@[0-9a-f]{40} # v[0-9.]+$/), "\(line)") }
    for line in text.split(separator: "\n") where line.contains("container: ") {
      #expect(line.contains(/: swift:[0-9.]+-noble@sha256:[0-9a-f]{64}$/), "\(line)")
    }
  }

  /// The toolchain that builds a release is the one that users' CI gets from `init`, and its SDK is of the same version.
  @Test func releasesAreBuiltByOneToolchain() throws {
    let image = try #require(workflow.firstMatch(of: /container: (\S+)/)).output.1
    let release = try String(contentsOfFile: repository(workflow: "release.yml"), encoding: .utf8)
    let images = try [release, String(contentsOfFile: repository(workflow: "ci.yml"), encoding: .utf8)]
      .flatMap { $0.matches(of: /container: (\S+)/).map(\.output.1) }
    #expect(images.count == 4)
    #expect(images.allSatisfy { $0 == image })
    let version = try #require(image.firstMatch(of: /:([0-9.]+)-/)).output.1
    #expect(release.contains("swift-\(version)-RELEASE_static-linux"))
  }

  private func repository(workflow file: String) -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return root.appending(path: file == "action.yml" ? file : ".github/workflows/\(file)").path
  }

  /// Restored after the checkout and before the build, by what decides how InfraKit is compiled.
  @Test func infraKitIsCompiledOnceForAVersion() throws {
    let cache = try #require(workflow.range(of: "actions/cache@"))
    #expect(try #require(workflow.range(of: "actions/checkout@")).upperBound < cache.lowerBound)
    #expect(try #require(workflow.range(of: "swift build")).lowerBound > cache.upperBound)
    let image = try #require(workflow.firstMatch(of: /container: swift:(\S+)@/)).output.1
    let keys = workflow.matches(of: /(?:key|restore-keys): (\S.*)\n/).map(\.output.1)
    #expect(keys.count == 2)
    for key in keys { #expect(key.hasPrefix("build-\(image)-${{ hashFiles('Package.swift', 'Package.resolved') }}-")) }
  }

  /// The job that runs the code of a pull request can write nothing, and has no credentials to leave behind.
  @Test func jobsHaveTheLeastPermission() throws {
    #expect(workflow.contains("\npermissions: {}\n"))
    let check = try #require(workflow.split(separator: "  code-scanning:\n").first)
    #expect(!check.contains("write"))
    #expect(check.contains("persist-credentials: false"))
    #expect(!workflow.contains("|| true"))
  }

  /// Only findings may end a step and not the job: a crash, or a plan that nothing was found in, may not.
  @Test(arguments: [(0, 0), (1, 0), (2, 2), (3, 3), (70, 70), (132, 132)])
  func crashIsNotHidden(_ code: Int, _ expected: Int32) throws {
    let lines = workflow.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let start = try #require(lines.firstIndex { $0.contains("name: Findings, for code scanning") })
    let run = try #require(lines[start...].firstIndex { $0.hasSuffix("run: |") })
    let script = lines[(run + 1)...].prefix { $0.hasPrefix("          ") }.joined(separator: "\n")
    try withFolder { folder in
      let ended = try ShopProcess(workingDirectory: folder)
        .runInShell("cd \(folder); swift() { return \(code); }; set -eo pipefail\n" + script)
      #expect(ended.code == expected, "\(script)")
    }
  }

  @Test func pathThatARunnerDoesNotHaveIsSaid() throws {
    let workflow = initialWorkflow(findingInfraKitAt: .path("../it's \"here\""))
    #expect(workflow.contains(#"INFRA_KIT: "../it's \"here\"""#))
    #expect(workflow.contains("::error file=Package.swift::"))
    #expect(!self.workflow.contains("INFRA_KIT"))
  }

  @Test func everyCommandOfTheWorkflowIsUnderstood() throws {
    let commands = workflow.components(separatedBy: "swift run infra ").dropFirst().map { rest in
      rest.prefix { $0 != "\n" && $0 != ">" && $0 != "|" }.split(separator: " ").map(String.init)
    }
    #expect(commands.count == 5)
    for words in commands { _ = try Invocation(words) }
  }
}
