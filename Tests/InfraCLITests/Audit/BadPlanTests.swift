import Foundation
import InfraModel
import Testing

@testable import InfraCLI
@testable import TFEmit

/// Whatever is given to be audited, the answer is a sentence and exit code 3, or findings.
@Suite struct BadPlanTests {
  @Test(arguments: [
    ("", "it is no JSON: line 1, column 1"),
    ("Terraform used the selected providers", "it is no JSON: line 1, column 1"),
    (#"{"format_version": "1.2", "resource_chang"#, "it is no JSON: line 1"),
    ("[]", "it is JSON, but no object"),
    (#"{"version": 4, "serial": 3, "lineage": "x", "resources": []}"#, "it is terraform's own state file"),
    (#"{"resource_changes": []}"#, "it has no `format_version`"),
    (#"{"format_version": "2.0", "resource_changes": []}"#, "its format is '2.0'"),
    (#"{"format_version": "1.0"}"#, "it holds neither planned resources nor a state"),
    (#"{"format_version": "1.2", "resource_changes": {}}"#, "`resource_changes` is not what"),
    (#"{"format_version": "1.2", "resource_changes": [7]}"#, "`resource_changes[0].change` is not what"),
    (
      #"{"format_version": "1.2", "resource_changes": [{"address": "a.b", "type": 1, "name": "b", "change": {"actions": ["create"]}}]}"#,
      "`resource_changes[0]` is not what"
    ),
    (#"{"format_version": "1.2", "resource_changes": []}"#, "has no AWS resource"),
    (
      #"""
      {"format_version": "1.2", "resource_changes": [
        {"address": "aws_sqs_queue.a", "mode": "managed", "type": "aws_sqs_queue", "name": "a",
          "change": {"actions": ["delete"], "before": {}, "after": null}},
        {"address": "random_id.a", "mode": "managed", "type": "random_id", "name": "a",
          "change": {"actions": ["create"], "before": null, "after": {}}}
      ]}
      """#, "only 1 resource that it destroys and 1 resource of other providers"
    ),
    (
      "[command]/usr/bin/terraform show -json plan\n{\"format_version\": \"1.2\", \"resource_changes\": []}\n",
      "`terraform_wrapper: false`"
    ),
  ])
  func isAClearErrorAndNoCrash(_ text: String, _ reason: String) throws {
    let outcome = try audit(text)
    #expect(outcome.code == .nothingExamined)
    #expect(outcome.log.contains(reason), "\(outcome.log)")
    #expect(outcome.output.isEmpty)
  }

  @Test func planOfOtherProvidersOnlyIsNoPass() throws {
    let outcome = try audit(plan(resources: [("null_resource", "x", "{}")]))
    #expect(outcome.code == .nothingExamined)
    #expect(outcome.log.contains("only 1 resource of other providers"))
  }

  @Test func missingFileIsAnInputError() {
    #expect(program().run(["audit", "/nowhere/plan.json"]).code == .inputOutput)
  }

  @Test func nestingWithoutEndIsRefused() throws {
    let deep = String(repeating: "[", count: 100_000)
    let outcome = try audit(#"{"format_version": "1.2", "resource_changes": "# + deep)
    #expect(outcome.code == .nothingExamined)
    #expect(outcome.log.contains("nested deeper"))
  }

  /// 120 modules within one another are more than anybody has, and fewer than the reader takes.
  @Test func deepModulesAreRead() throws {
    let path = (0..<120).map { "module.m\($0)" }.joined(separator: ".")
    var module = #"{"resources": [{"mode": "managed", "type": "aws_sns_topic", "name": "t", "expressions": {}}]}"#
    for index in (0..<120).reversed() { module = #"{"module_calls": {"m\#(index)": {"module": \#(module)}}}"# }
    let change =
      #"{"address": "\#(path).aws_sns_topic.t", "module_address": "\#(path)", "mode": "managed", "type": "aws_sns_topic", "#
      + #""name": "t", "change": {"actions": ["create"], "after": {"name": "t"}, "after_unknown": {}}}"#
    let outcome = try audit(
      #"{"format_version": "1.2", "resource_changes": [\#(change)], "configuration": {"root_module": \#(module)}}"#)
    #expect(outcome.code == .success, "\(outcome.log)")
    #expect(outcome.output.contains("1 AWS resource"))
  }

  @Test func lonelySurrogateIsAClearError() throws {
    let outcome = try audit(plan(resources: [("aws_sns_topic", "t", #"{"name": "\ud800"}"#)]))
    #expect(outcome.code == .nothingExamined)
    #expect(outcome.log.contains("surrogate"))
  }

  @Test func nullCharacterIsAFindingOrNothing() throws {
    let outcome = try audit(plan(resources: [("aws_sns_topic", "t", #"{"name": "a\u0000b"}"#)]))
    #expect([ExitCode.success, .findings].contains(outcome.code))
  }

  /// An argument whose value is of another kind than the model's is not read. A rule that needs it cannot tell; a rule
  /// that does not need it answers all the same: no alarm reads the function's errors, whatever its timeout is.
  @Test(arguments: [#"{"function_name": {"a": 1}, "role": 7, "timeout": "soon"}"#, "{}", #"{"tracing_config": "x"}"#])
  func wrongKindsAreUnread(_ values: String) throws {
    let outcome = try audit(plan(resources: [("aws_lambda_function", "f", values)]), ["--format", "json"])
    let report = try JSON(reading: Array(outcome.output.utf8))
    #expect(report["plans"]?.array?.first?["unread"]?.array?.count == 1)
    func state(of rule: String) -> String? {
      report["results"]?.array?.first { $0["rule"]?.string == rule }?["state"]?.string
    }
    #expect(state(of: "lambda-error-alarm") == "fail")
    if values.contains("tracing_config") { #expect(state(of: "lambda-xray-permission") == "unknown") }
    if values.contains("role") { #expect(state(of: "lambda-layer-compatible") == "pass") }
  }

  /// Each by itself is fine; together they have to stay two.
  @Test func plansOfOneNameAreToldApart() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "plans-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = try ["blue", "green"].map { name in
      let own = folder.appending(path: name)
      try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
      let function =
        #"{"function_name": "\#(name)", "role": "x", "runtime": "python3.13", "handler": "a.b", "filename": "a.zip"}"#
      try Data(plan(resources: [("aws_lambda_function", "f", function)]).utf8)
        .write(to: own.appending(path: "plan.json"))
      return own.appending(path: "plan.json").path
    }
    let command = program(rules: Policy.standardRules)
    let report = try JSON(reading: Array(command.run(["audit", "--format", "json"] + files).output.utf8))
    let found = report["findings"]?.array?.filter { $0["rule"]?.string == "lambda-error-alarm" } ?? []
    #expect(found.compactMap { $0["stack"]?.string }.sorted() == files.sorted())
    let twice = command.run(["audit", files[0], files[0]])
    #expect(twice.code == .usage)
    #expect(twice.log.contains("is given twice"))
  }

  @Test func sourceWithoutTerraformIsAnError() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "source-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let outcome = try audit(plan(resources: [("aws_sns_topic", "t", "{}")]), ["--source", folder.path])
    #expect(outcome.code == .badInput)
    #expect(outcome.log.contains("there is no .tf, .tofu or .tf.json below"))
    // A root module may consist of calls of modules that `terraform init` fetches.
    try Data("module \"queue\" { source = \"acme/queue/aws\" }\n".utf8).write(to: folder.appending(path: "main.tf"))
    let called = try audit(plan(resources: [("aws_sns_topic", "t", "{}")]), ["--source", folder.path])
    #expect(called.code != .badInput, "\(called.log)")
  }

  @Test func whatIsDestroyedIsNotExamined() throws {
    let text = plan(resources: [("aws_sns_topic", "t", "{}")]).replacingOccurrences(of: "create", with: "delete")
    #expect(try audit(text).code == .nothingExamined)
  }
}

/// A plan in which nothing but values is known.
func plan(resources: [(type: String, name: String, values: String)]) -> String {
  let changes = resources.map { resource in
    #"{"address": "\#(resource.type).\#(resource.name)", "mode": "managed", "type": "\#(resource.type)", "#
      + #""name": "\#(resource.name)", "change": {"actions": ["create"], "after": \#(resource.values), "after_unknown": {}}}"#
  }
  return #"{"format_version": "1.2", "resource_changes": [\#(changes.joined(separator: ", "))]}"#
}

/// Audits a text with infra-gen's own rules.
func audit(_ text: String, _ options: [String] = []) throws -> Outcome {
  let file = FileManager.default.temporaryDirectory.appending(path: "plan-\(UUID()).json")
  defer { try? FileManager.default.removeItem(at: file) }
  try Data(text.utf8).write(to: file)
  return program(rules: Policy.standardRules).run(["audit", file.path] + options)
}
