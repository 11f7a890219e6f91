import Foundation
import InfraModel
import Testing

@testable import InfraCLI

@Suite struct ImportTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "import-\(UUID())").path()

  private func write(_ text: String, to name: String) throws {
    let url = URL(fileURLWithPath: "\(folder)/\(name)")
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  private func run(_ words: String...) -> Outcome { program().run(["import"] + words) }

  private let queue = "resource \"aws_sqs_queue\" \"orders\" {\n  name = \"a${f(1...)}\"\n}\n"

  @Test func `prints the stack, and lists what is raw`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try write(queue, to: "OrderQueues/main.tf")
    let outcome = run("\(folder)/OrderQueues")
    #expect(outcome.code == .success)
    #expect(outcome.output.contains("struct OrderQueues: Stack {"))
    #expect(outcome.output.contains("static let name = \"order-queues\""))
    #expect(
      outcome.log == """
        \(folder)/OrderQueues/main.tf:2: raw, a call with `...`: f(1...)
        1 resource of 1 type, all as raw resources; 0 other blocks; 0 of 1 argument in Swift, 1 with a raw expression

        """)
  }

  @Test func `writes a package, and nothing where a file exists`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try write(queue, to: "shop/main.tf")
    let outcome = run("\(folder)/shop", "--write", "\(folder)/acme", "--package", "../infra-gen")
    #expect(outcome.code == .success)
    #expect(outcome.log.hasSuffix("\nnext: cd \(folder)/acme && swift run infra synth\n"))
    let list = try String(contentsOfFile: "\(folder)/acme/Sources/Infrastructure/Infrastructure.swift", encoding: .utf8)
    #expect(list.contains("[Shop.self]"))
    #expect(!FileManager.default.fileExists(atPath: "\(folder)/acme/Sources/Infrastructure/Hello.swift"))
    #expect(run("\(folder)/shop", "--write", "\(folder)/acme", "--package", "../infra-gen").code == .cannotCreate)
  }

  @Test func `writes one file for a path that ends in swift`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try write(queue, to: "shop/main.tf")
    let outcome = run("\(folder)/shop", "--write", "\(folder)/Shop.swift", "--name", "web-shop", "--env", "prod")
    #expect(outcome.output == "\(folder)/Shop.swift\n")
    #expect(outcome.log.contains("next: add `WebShop.self` to the stacks of your program"))
    #expect(try String(contentsOfFile: "\(folder)/Shop.swift", encoding: .utf8).contains("case prod\n"))
  }

  @Test func `verify names what differs`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try write(queue, to: "shop/main.tf")
    try write(#"{"resource": {"aws_sqs_queue": {"orders": {"name": "a${f(1...)}"}}}}"#, to: "same/main.tf.json")
    try write(#"{"resource": {"aws_sqs_queue": {"orders": {"name": "b"}}}}"#, to: "other/main.tf.json")
    let same = run("\(folder)/shop", "--verify", "\(folder)/same")
    #expect(same.code == .success)
    #expect(same.log == "1 block and nothing differs\n")
    let other = run("\(folder)/shop", "--verify", "\(folder)/other")
    #expect(other.code == .differences)
    #expect(other.output == "aws_sqs_queue.orders: name: \"a${f(1...)}\" and 'b'\n")
  }

  @Test(arguments: [
    ("override.tf", "a {}", "override.tf changes blocks of other files; merge it into them first"),
    ("main.tofu", "a {}", "main.tofu is for OpenTofu alone; rename it to .tf first"),
    ("readme.md", "", "it has no .tf or .tf.json file"),
    ("main.tf", "a {}", "main.tf:1: a stack cannot have the block `a`"),
    ("main.tf", "a", "main.tf:1:2: expected '=' or '{', found the end of the text"),
  ])
  func `what cannot be imported is refused`(_ name: String, _ text: String, _ reason: String) throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try write(text, to: "shop/\(name)")
    let outcome = run("\(folder)/shop")
    #expect(outcome.code == .badInput)
    #expect(outcome.log.contains(reason), "\(outcome.log)")
    #expect(outcome.output == "")
  }

  @Test func `a folder that does not exist is an error`() {
    #expect(run("\(folder)/nowhere").code == .inputOutput)
    #expect(program().run(["import"]).code == .usage)
  }
}
