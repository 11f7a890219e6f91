import Foundation
import InfraModel
import Stacks
import TFEmit
import Testing

@testable import InfraCLI
@testable import TerraformModel

/// What is committed in out/, against the stacks it was made from.
@Suite struct GeneratedFilesTests {
  @Test(arguments: stacks.flatMap { $0.builders })
  func committedFilesAreWhatSynthWritesInAnyOrder(_ stack: NamedBuilder) throws {
    var builder = stack.builder
    builder.declarations.shuffle()
    let report = Policy(rules: [], today: "2026-01-01")
      .report(on: DeclaredStack(builder, backend: stack.backend, tags: stack.tags))
    for file in GeneratedFolder(of: try #require(report.validated)).files {
      let path = "\(repository)/out/\(builder.identity)/\(file.path)"
      let committed = try Data(contentsOf: URL(fileURLWithPath: path))
      #expect(Array(committed) == file.bytes, "\(path) is stale; run `swift run infra-gen synth`")
    }
  }

  /// Nothing but the lock file of the provider, which `terraform init` writes and Terraform wants committed.
  @Test func nothingElseIsCommitted() throws {
    let committed = try FileManager.default.subpathsOfDirectory(atPath: "\(repository)/out")
      .filter { $0.split(separator: "/").count == 3 && !$0.hasSuffix("/.terraform.lock.hcl") }
    let made = try stacks.flatMap { $0.builders }.flatMap { stack in
      let validated = Policy(rules: [], today: "2026-01-01").report(on: DeclaredStack(stack.builder)).validated
      return GeneratedFolder(of: try #require(validated)).files.map { "\(stack.builder.identity)/\($0.path)" }
    }
    #expect(committed.sorted() == made.sorted())
  }

  private let repository = String(#filePath.dropLast("/Tests/InfraCLITests/GeneratedFilesTests.swift".count))
}

struct NamedBuilder: CustomTestStringConvertible {
  let builder: StackBuilder
  let backend: Backend
  let tags: [String: String]
  var testDescription: String { "\(builder.identity)" }
}

extension Stack {
  fileprivate static var builders: [NamedBuilder] {
    Environment.allCases.map { environment in
      let stack = Self(environment: environment)
      return NamedBuilder(
        builder: StackBuilder(declaring: stack, provider: .aws), backend: stack.backend, tags: stack.tags)
    }
  }
}
