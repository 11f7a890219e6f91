import Foundation
import InfraModel
import Testing

@testable import InfraCLI
@testable import TFEmit

/// A plan that is not whole, or not written as Terraform writes it, is never held for a whole one.
@Suite struct PartialPlanTests {
  @Test func wholePlanPasses() throws {
    let outcome = try audit(Array(plan().utf8))
    #expect(outcome.code == .success)
    #expect(!outcome.output.contains("incomplete"))
  }

  @Test(arguments: [
    (#""errored": true, "complete": false"#, "planning ended in an error"),
    (#""complete": false"#, "calls it incomplete"),
    (#""deferred_changes": [{"reason": "instance_count_unknown"}], "complete": false"#, "defers 1 resource"),
  ])
  func planThatIsNotWholeSaysSo(_ members: String, _ words: String) throws {
    let outcome = try audit(Array(plan(members).utf8))
    #expect(outcome.code == .nothingExamined)
    #expect(outcome.output.contains("incomplete: "))
    #expect(outcome.output.contains(words), "\(outcome.output)")
    #expect(!outcome.output.contains("next: terraform apply"))
  }

  @Test(arguments: [true, false], [true, false])
  func utf16IsRead(isLittleEndian: Bool, hasMark: Bool) throws {
    let text = plan()
    let expected = try audit(Array(text.utf8))
    let outcome = try audit(utf16(hasMark ? "\u{FEFF}" + text : text, isLittleEndian))
    #expect(outcome.code == .success)
    #expect(outcome.output == expected.output)
  }

  @Test func markOfUTF8IsPassedOver() throws {
    #expect(try audit(Array("\u{FEFF}\(plan())".utf8)).code == .success)
  }

  @Test func streamOfMessagesIsNamed() throws {
    let stream = """
      {"@level":"info","@message":"Terraform 1.11.4","type":"version"}
      {"@level":"info","@message":"Plan: 1 to add","type":"change_summary"}

      """
    let outcome = try audit(Array(stream.utf8))
    #expect(outcome.code == .nothingExamined)
    #expect(outcome.log.contains("terraform plan -json"), "\(outcome.log)")
  }

  /// A queue that nothing is wrong with, as far as the one rule goes that is asked.
  private func plan(_ members: String = #""complete": true"#) -> String {
    """
    {"format_version": "1.2", \(members), "resource_changes": [{"address": "aws_sqs_queue.jobs", "mode": "managed", \
    "type": "aws_sqs_queue", "name": "jobs", "provider_name": "hashicorp/aws", "change": {"actions": ["create"], \
    "after": {"name": "jobs"}, "after_unknown": {}}}]}
    """
  }

  private func utf16(_ text: String, _ isLittleEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit -> [UInt8] in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return isLittleEndian ? [low, high] : [high, low]
    }
  }

  private func audit(_ bytes: [UInt8]) throws -> (code: ExitCode, output: String, log: String) {
    let file = FileManager.default.temporaryDirectory.appending(path: "plan-\(UUID()).json")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let outcome = program().run(["audit", file.path])
    return (outcome.code, outcome.output.replacing(file.path, with: "PLAN"), outcome.log)
  }
}

/// What of a plan is known only after apply is neither there nor absent.
@Suite struct UnknownBlockTests {
  /// hashicorp/terraform#30267: a `dynamic` block over a value that is known only after apply.
  @Test func dynamicBlockIsUnknown() throws {
    let function = try function(unknown: #""dead_letter_config": true"#)
    #expect(throws: DecodingFailure.self) { try function[\.deadLetters] }
  }

  @Test func blockThatNobodyWroteIsAbsent() throws {
    #expect(try function(unknown: #""dead_letter_config": []"#)[\.deadLetters] == nil)
  }

  /// The provider fills in what nobody wrote, and the default holds.
  @Test func blockThatTheProviderFillsInIsAbsent() throws {
    let tracing = try function(unknown: #""tracing_config": true"#)[\.tracing]
    #expect(tracing.known == .passThrough)
  }

  private func function(unknown: String) throws -> Subject<LambdaFunction> {
    let text = """
      {"format_version": "1.2", "resource_changes": [{"address": "aws_lambda_function.f", "mode": "managed", \
      "type": "aws_lambda_function", "name": "f", "provider_name": "hashicorp/aws", "change": {"actions": ["create"], \
      "after": {"function_name": "f", "filename": "x.zip", "handler": "a.b", "runtime": "python3.13", "role": "r"}, \
      "after_unknown": {\(unknown)}}}], "configuration": {"root_module": {"resources": [{"address": \
      "aws_lambda_function.f", "mode": "managed", "type": "aws_lambda_function", "name": "f", "expressions": \
      {"function_name": {"constant_value": "f"}, "filename": {"constant_value": "x.zip"}, "handler": \
      {"constant_value": "a.b"}, "runtime": {"constant_value": "python3.13"}, "role": {"constant_value": "r"}}}]}}}
      """
    let identity = StackIdentity(stack: "plan", environment: "terraform")
    let here = SourceLocation(fileID: "plan", path: "/plan", line: 1, column: 1)
    let plan = try Plan(reading: Array(text.utf8), as: identity) { _ in here }
    let stack = DeclaredStack(identity, region: plan.homeRegion, planned: plan.resources)
    return try #require(stack.subjects(LambdaFunction.self).first)
  }
}

/// What `depends_on` says of a resource and of the modules around it.
@Suite struct PlanDependencyTests {
  @Test func dependenciesOfResourcesAndModulesAreRead() throws {
    let text = """
      {"format_version": "1.2", "resource_changes": [
        {"address": "aws_sqs_queue.a", "mode": "managed", "type": "aws_sqs_queue", "name": "a",
          "change": {"actions": ["create"], "after": {"name": "a"}}},
        {"address": "module.m.aws_sqs_queue.b", "mode": "managed", "type": "aws_sqs_queue", "name": "b",
          "change": {"actions": ["create"], "after": {"name": "b"}}},
        {"address": "module.m.aws_sqs_queue.c", "mode": "managed", "type": "aws_sqs_queue", "name": "c",
          "change": {"actions": ["create"], "after": {"name": "c"}}},
        {"address": "aws_sqs_queue.d", "mode": "managed", "type": "aws_sqs_queue", "name": "d",
          "change": {"actions": ["create"], "after": {"name": "d"}}}],
       "configuration": {"root_module": {
         "resources": [
          {"address": "aws_sqs_queue.a", "mode": "managed", "type": "aws_sqs_queue", "name": "a", "expressions": {}},
          {"address": "aws_sqs_queue.d", "mode": "managed", "type": "aws_sqs_queue", "name": "d", "expressions": {},
            "depends_on": ["module.m"]}],
         "module_calls": {"m": {"depends_on": ["aws_sqs_queue.a"], "module": {"resources": [
          {"address": "aws_sqs_queue.b", "mode": "managed", "type": "aws_sqs_queue", "name": "b", "expressions": {},
            "depends_on": ["aws_sqs_queue.c"]},
          {"address": "aws_sqs_queue.c", "mode": "managed", "type": "aws_sqs_queue", "name": "c", "expressions": {}}
         ]}}}}}}
      """
    let here = SourceLocation(fileID: "plan", path: "/plan", line: 1, column: 1)
    let plan = try Plan(
      reading: Array(text.utf8), as: StackIdentity(stack: "plan", environment: "terraform")
    ) { _ in here }
    let dependencies = Dictionary(
      uniqueKeysWithValues: plan.resources.map { ("\($0.address)", $0.dependencies.map { "\($0)" }.sorted()) })
    #expect(
      dependencies == [
        "aws_sqs_queue.a": [], "module.m.aws_sqs_queue.b": ["aws_sqs_queue.a", "module.m.aws_sqs_queue.c"],
        "module.m.aws_sqs_queue.c": ["aws_sqs_queue.a"],
        "aws_sqs_queue.d": ["module.m.aws_sqs_queue.b", "module.m.aws_sqs_queue.c"],
      ])
  }
}

@Suite struct HeredocTests {
  @Test(arguments: [
    (#"hint = "shift <<left""#, true), (#"mask = 1 # <<left"#, true), (#"hint = "a \" <<left""#, true),
    ("text = <<EOT", false), ("text = <<-EOT", false), (#"list = ["a", <<EOT"#, false),
  ])
  func heredocBeginsOutsideOfStringsAndCommentsOnly(_ line: String, _ isSeen: Bool) {
    let text = "locals {\n  \(line)\n}\nresource \"aws_sqs_queue\" \"jobs\" {\n}\n"
    #expect(blocksOfHCL(Array(text.utf8)).map(\.line) == (isSeen ? [4] : []))
  }
}
