import Foundation
import InfraModel
import Testing

@testable import InfraCLI

@Suite struct TypesTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "types-\(UUID())").path()

  private func run(_ words: String...) -> Outcome {
    var program = program()
    program.workingDirectory = folder
    return program.run(["types"] + words)
  }

  private func repository(_ test: () throws -> Void) throws {
    try FileManager.default.createDirectory(
      atPath: "\(folder)/Sources/Infrastructure", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try test()
  }

  private func text(_ path: String) throws -> String {
    String(decoding: try #require(try readFile("\(folder)/\(path)")), as: UTF8.self)
  }

  @Test func `types are added, listed, checked and removed`() throws {
    try repository { () throws in
      let added = run("aws_kinesis_stream", "aws_wafv2_ip*")
      #expect(added.code == .success)
      #expect(
        added.output
          == "Sources/Infrastructure/Types/AWSKinesis.swift\nSources/Infrastructure/Types/AWSWAFv2.swift\ninfra-gen-types.json\n"
      )
      #expect(added.log == "2 types in 2 files\n")
      #expect(
        try text("Sources/Infrastructure/Types/AWSWAFv2.swift").contains("struct AWSWAFv2IPSet: GeneratedResource"))
      #expect(run("--check").code == .success)
      #expect(run().output == "")
      #expect(run("--data", "aws_vpc").output.hasPrefix("Sources/Infrastructure/Types/AWSVPC.swift\n"))

      let removed = run("--remove", "aws_wafv2_*")
      #expect(removed.output.hasSuffix("Sources/Infrastructure/Types/AWSWAFv2.swift removed\n"))
      #expect(try readFile("\(folder)/Sources/Infrastructure/Types/AWSWAFv2.swift") == nil)
      #expect(try text("infra-gen-types.json").contains("aws_kinesis_stream"))
      #expect(run("--check").log == "2 types in Sources/Infrastructure/Types up to date\n")
    }
  }

  @Test func `check finds a file that was edited, is missing, or belongs to another version`() throws {
    try repository { () throws in
      _ = run("aws_kinesis_stream", "aws_vpc")
      let path = "Sources/Infrastructure/Types/AWSKinesis.swift"
      try "edited".write(toFile: "\(folder)/\(path)", atomically: true, encoding: .utf8)
      try FileManager.default.removeItem(atPath: "\(folder)/Sources/Infrastructure/Types/AWSVPC.swift")
      let stale = run("--check")
      #expect(stale.code == .differences)
      #expect(stale.log.contains("\(path) is not up to date\n"))
      #expect(stale.log.contains("AWSVPC.swift does not exist\n"))
      #expect(run().code == .success)
      #expect(run("--check").code == .success)
      #expect(run("--version", "6").code == .success)
      #expect(try text("infra-gen-types.json").contains("\"version\": \"6."))
      #expect(try text(path).contains("hashicorp/aws 6."))
      #expect(run("--check").code == .success)
    }
  }

  @Test func `a repository without types is up to date, and has none to write anew`() throws {
    try repository { () throws in
      #expect(run("--check").code == .success)
      let nothing = run()
      #expect(nothing.code == .usage)
      #expect(nothing.log.contains("types --search WORD"))
    }
  }

  @Test func `a file that types did not write stays as it is`() throws {
    try repository { () throws in
      let path = "\(folder)/Sources/Infrastructure/Types"
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      try "mine".write(toFile: "\(path)/AWSKinesis.swift", atomically: true, encoding: .utf8)
      let refused = run("aws_kinesis_stream")
      #expect(refused.code == .cannotCreate)
      #expect(try text("Sources/Infrastructure/Types/AWSKinesis.swift") == "mine")
      #expect(try readFile("\(folder)/infra-gen-types.json") == nil)
    }
  }

  @Test func `types of other providers come from a schema file, which is read again`() throws {
    try repository { () throws in
      let schema = """
        {"provider_schemas": {"registry.terraform.io/hashicorp/random": {"resource_schemas": {"random_pet": {"block":
          {"attributes": {"length": {"type": "number", "optional": true}, "id": {"type": "string", "computed": true}}}}}}}}
        """
      try schema.write(toFile: "\(folder)/schemas.json", atomically: true, encoding: .utf8)
      #expect(
        run("--schema", "schemas.json", "random_*").output.hasPrefix("Sources/Infrastructure/Types/RandomPet.swift\n"))
      #expect(
        try text("Sources/Infrastructure/Types/RandomPet.swift").contains(
          "init(_ label: String, length: Number? = nil)"))
      #expect(run("--check").code == .success)
      try schema.replacingOccurrences(of: "length", with: "size")
        .write(toFile: "\(folder)/schemas.json", atomically: true, encoding: .utf8)
      #expect(run("--check").code == .differences)
      try schema.replacingOccurrences(of: "random_pet", with: "random_id")
        .write(toFile: "\(folder)/schemas.json", atomically: true, encoding: .utf8)
      let gone = run()
      #expect(gone.code == .badInput)
      #expect(gone.log.contains("does not have random_pet"))
    }
  }

  @Test func `check compares raw resources of other providers with the schema that the repository keeps`() throws {
    try repository { () throws in
      var program = program(rules: Policy.standardRules)
      program.stacks = [Names.self]
      program.workingDirectory = folder
      let unexamined = program.run(["check", "--format", "json"])
      #expect(unexamined.output.contains("the schema of the provider of `random_pet` is not in the repository"))
      let schema = """
        {"provider_schemas": {"registry.terraform.io/hashicorp/random": {"resource_schemas": {
          "random_id": {"block": {"attributes": {"byte_length": {"type": "number", "optional": true}}}},
          "random_pet": {"block": {"attributes": {"length": {"type": "number", "optional": true}}}}}}}}
        """
      try schema.write(toFile: "\(folder)/schemas.json", atomically: true, encoding: .utf8)
      #expect(run("--schema", "schemas.json", "random_id").code == .success)
      let examined = program.run(["check"])
      #expect(
        examined.output.contains("'random_pet.name' sets `lenght`, which `random_pet` does not have"),
        "\(examined.output)")
      #expect(examined.output.contains("write `length` instead of `lenght`"))
      #expect(
        examined.output.contains(
          "'random_pte.name' is of type `random_pte`, which the provider hashicorp/random does not"))
      try "{".write(toFile: "\(folder)/schemas.json", atomically: true, encoding: .utf8)
      let broken = program.run(["check"])
      #expect(broken.code == .badInput)
      #expect(broken.log.contains("'schemas.json' is not the output of `terraform providers schema -json`"))
    }
  }

  /// A misspelt argument and a misspelt type of another provider.
  private struct Names: Stack {
    enum Environment: String, StackEnvironment {
      case prod
      var isProduction: Bool { true }
    }
    static let name = "names"
    let environment: Environment
    var region: Region { .usEast1 }

    func declare(in stack: inout StackBuilder) {
      stack.add(RawResource("random_pet", "name", ["lenght": 2]))
      stack.add(RawResource("random_pte", "name", ["length": 2]))
    }
  }

  @Test(arguments: [
    (["aws_kinesis_strem"], ExitCode.usage, "did you mean 'aws_kinesis_stream'?"),
    (["--version", "7", "aws_vpc"], .usage, "5.100.0"),
    (["--remove", "aws_vpc"], .usage, "is not in infra-gen-types.json"),
    (["--remove"], .usage, "needs NAME"),
    (["--search", "kinesys"], .usage, "no type has 'kinesys' in its name"),
    (["--provider", "hashicorp/asw", "aws_vpc"], .usage, "hashicorp/aws"),
    (["--schema", "none.json", "random_pet"], .inputOutput, "there is no such file"),
  ])
  func `what cannot be done is said`(_ words: [String], _ code: ExitCode, _ message: String) throws {
    try repository { () throws in
      var program = program()
      program.workingDirectory = folder
      let outcome = program.run(["types"] + words)
      #expect(outcome.code == code)
      #expect(outcome.log.contains(message), "\(outcome.log)")
    }
  }

  @Test(arguments: [
    "{", "[]", #"{"schemaVersion": 1}"#, #"{"schemaVersion": 1, "folder": "a", "providers": [{"source": "x"}]}"#,
    #"{"schemaVersion": 1, "folder": "a", "providers": [], "files": ["../../Package.swift"]}"#,
  ])
  func `a lock file that types did not write changes nothing`(_ text: String) throws {
    try repository { () throws in
      try text.write(toFile: "\(folder)/infra-gen-types.json", atomically: true, encoding: .utf8)
      let outcome = run("aws_vpc")
      #expect(outcome.code == .badInput)
      #expect(outcome.log.contains("infra-gen-types.json"))
      #expect(try self.text("infra-gen-types.json") == text)
    }
  }

  @Test func `the types of the shop in Tests are up to date`() {
    var program = program()
    program.workingDirectory = String(#filePath.dropLast("InfraCLITests/TypesTests.swift".count)) + "CommerceStack"
    let outcome = program.run(["types", "--check"])
    #expect(outcome.code == .success, "\(outcome.log)")
  }

  @Test func `the types of our own stacks are up to date`() {
    var program = program()
    program.workingDirectory = String(#filePath.dropLast("/Tests/InfraCLITests/TypesTests.swift".count))
    let outcome = program.run(["types", "--check"])
    #expect(outcome.code == .success, "\(outcome.log)")
    #expect(outcome.log.contains("stacks/Types"))
  }
}
