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
        1 resource of 1 type, 1 with a generated type; 0 of 1 argument typed; 0 other blocks; 1 of 1 argument with a raw expression

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
    #expect(outcome.output == "\(folder)/Shop.swift\nTypes/AWSSQS.swift\ninfra-gen-types.json\n")
    #expect(outcome.log.contains("next: add `WebShop.self` to the stacks of your program"))
    #expect(try String(contentsOfFile: "\(folder)/Shop.swift", encoding: .utf8).contains("case prod\n"))
  }

  @Test func `types are added to those of the repository`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try write(queue, to: "shop/main.tf")
    try write("resource \"aws_sns_topic\" \"t\" {}\n", to: "bills/main.tf")
    #expect(run("\(folder)/shop", "--write", "\(folder)/Shop.swift").code == .success)
    let second = run("\(folder)/bills", "--write", "\(folder)/Bills.swift")
    #expect(second.output == "\(folder)/Bills.swift\nTypes/AWSSNS.swift\ninfra-gen-types.json\n")
    #expect(second.log.contains("\n2 types in 2 files\n"))
    let lock = try String(contentsOfFile: "\(folder)/infra-gen-types.json", encoding: .utf8)
    #expect(lock.contains("\"aws_sns_topic\"") && lock.contains("\"aws_sqs_queue\""))
    try write("resource \"aws_sns_topic\" \"t\" {}\n", to: "other/main.tf")
    try write("mine", to: "mine/Types/AWSSNS.swift")
    #expect(run("\(folder)/other", "--write", "\(folder)/mine/Other.swift").code == .cannotCreate)
    #expect(!FileManager.default.fileExists(atPath: "\(folder)/mine/Other.swift"))
  }

  @Test func `types of another version are not used`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let old = "terraform {\n  required_providers {\n    aws = { version = \"~> 5.0\" }\n  }\n}\n"
    try write(old + queue, to: "old/main.tf")
    try write(queue, to: "new/main.tf")
    #expect(run("\(folder)/new", "--write", "\(folder)/New.swift").log.contains("1 with a generated type"))
    let outcome = run("\(folder)/old", "--write", "\(folder)/Old.swift")
    #expect(outcome.log.contains("0 with a generated type"))
    #expect(outcome.log.contains("and the stack is for version 5, so that its resources stay raw\n"))
  }

  @Test func `files with values are environments`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try write("variable \"a\" {}\nresource \"x_y\" \"z\" {}\n", to: "shop/main.tf")
    try write("a = 1\n", to: "shop/environments/prod.tfvars")
    try write("a = 2\n", to: "shop/dev.tfvars")
    try write("a = 3\n", to: "shop/example.tfvars")
    let all = run("\(folder)/shop")
    #expect(all.output.contains("case dev, prod\n"))
    #expect(
      all.log.contains("\(folder)/shop/example.tfvars: its values are those of another environment, or of none\n"))
    let one = run("\(folder)/shop", "--env", "dev")
    #expect(one.output.contains("case dev\n"))
    #expect(one.output.contains("RawVariable(\"a\", nil, default: 2)"))
    #expect(one.log.contains("environments/prod.tfvars: its values"))
  }

  @Test func `a plan has the values of variables, and a state what is not declared`() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try write("variable \"a\" {}\nresource \"x_y\" \"z\" {}\nmodule \"m\" { source = \"./m\" }\n", to: "shop/main.tf")
    try write(
      #"""
      {"format_version": "1.2", "variables": {"a": {"value": {"b": [1, "${c}", null]}}},
       "planned_values": {"root_module": {"resources": [{"address": "x_y.z[0]"}],
       "child_modules": [{"address": "module.m[\"k.v\"]"}]}}}
      """#, to: "plan.json")
    let planned = run("\(folder)/shop", "--plan", "\(folder)/plan.json")
    #expect(planned.code == .success)
    #expect(planned.output.contains(#"default: ["b": [1, "${c}", .null]]"#), "\(planned.output)")
    #expect(planned.log.contains("2 of 2 resources in \(folder)/plan.json are declared\n"))
    try write(
      #"""
      {"version": 4, "resources": [
        {"mode": "managed", "type": "x_y", "name": "gone"}, {"mode": "data", "type": "x_y", "name": "z"},
        {"module": "module.m.module.n", "mode": "managed", "type": "x_y", "name": "z"}]}
      """#, to: "state.json")
    let state = run("\(folder)/shop", "--state", "\(folder)/state.json")
    #expect(state.code == .differences)
    #expect(state.log.contains("data.x_y.z: in \(folder)/state.json, and not in the configuration\n"))
    #expect(state.log.contains("x_y.gone: in"))
    #expect(state.log.contains("1 of 3 resources in"))
    try write("{}", to: "other.json")
    #expect(run("\(folder)/shop", "--state", "\(folder)/other.json").code == .badInput)
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
