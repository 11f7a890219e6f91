import Foundation
import InfraModel
import Stacks
import Testing

@testable import InfraCLI
@testable import TFEmit

/// Configurations in HCL that were not written for infra-gen, planned by the real terraform (`Scripts/record-plans`).
@Suite struct AuditTests {
  private let orders = fixtures.appending(path: "orders")

  /// Everything that is wrong with the configuration, and nothing else that is an error: two alarms for each worker are
  /// found through a module, `for_each`, a key with a full stop in it, `dynamic` blocks and policy documents.
  @Test func findsWhatIsWrongAndNothingElse() throws {
    let report = try audit(orders)
    let errors = report["findings"]?.array?.filter { $0["severity"]?.string == "error" } ?? []
    let found = Set(errors.map { "\($0["rule"]?.string ?? "") \($0["address"]?.string ?? "")" })
    #expect(
      found == [
        "lambda-xray-permission aws_lambda_function.forgotten", "lambda-error-alarm aws_lambda_function.forgotten",
      ])
  }

  @Test("README's audit is what the command prints, but for the program's name and the plan's folder")
  func readmeShowsWhatAuditSays() throws {
    let readme = try String(contentsOfFile: "\(repository)/README.md", encoding: .utf8)
    let plan = "Tests/InfraCLITests/Audit/Plans/orders/plan.json"
    let command = "$ swift run infra-gen audit \(plan)\n"
    let run = try #require(readme.components(separatedBy: "```").first { $0.hasPrefix("\n\(command)") })
    let shown = run.dropFirst(command.count + 1).replacingOccurrences(of: "swift run infra-gen", with: "infra-gen")
    let said = program(rules: Policy.standardRules).run(["audit", "\(repository)/\(plan)"]).output
    #expect(said.replacingOccurrences(of: "\(repository)/", with: "") == shown)
  }

  @Test func onlyTheDashboardIsUnread() throws {
    let unread = try audit(orders)["plans"]?.array?.first?["unread"]?.array ?? []
    #expect(unread.map { $0["address"]?.string } == ["aws_cloudwatch_dashboard.operations"])
  }

  /// The dashboard's body is known only after apply, so whether an alarm is on it cannot be told.
  @Test func whatCannotBeToldIsNeitherPassNorFail() throws {
    let results = try audit(orders)["results"]?.array?.filter { $0["rule"]?.string == "alarm-on-dashboard" }
    #expect(results?.first?["state"]?.string == "unknown")
  }

  @Test func findingsPointToTheSource() throws {
    let report = try audit(orders, "--source", orders.path)
    let places = report["findings"]?.array?.filter { $0["rule"]?.string == "lambda-error-alarm" } ?? []
    let lines = try String(contentsOf: orders.appending(path: "main.tf"), encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    let line = try #require(lines.firstIndex { $0.hasPrefix(#"resource "aws_lambda_function" "forgotten""#) })
    #expect(places.map { $0["line"]?.integer } == [line + 1])
    #expect(places.first?["file"]?.string?.hasSuffix("orders/main.tf") == true)
  }

  @Test(arguments: ["", "/", "/.", "/./"]) func sourceIsTheSameHoweverItIsCalled(_ ending: String) throws {
    let report = try audit(orders, "--source", orders.path + ending)
    let files = report["findings"]?.array?.compactMap { $0["file"]?.string } ?? []
    #expect(files.contains("\(orders.path.dropFirst())/main.tf"))
  }

  @Test func waiverByAddressLetsPass() throws {
    let waivers = try temporaryFile(
      #"""
      {"schemaVersion": 1, "waivers": [
        {"rule": "lambda-error-alarm", "address": "aws_lambda_function.forgotten", "reason": "being retired",
          "owner": "shop", "until": "2027-01-31"},
        {"rule": "lambda-p95-alarm", "address": "aws_lambda_function.gone", "reason": "x", "owner": "x",
          "until": "2027-01-31"},
        {"rule": "lambda-p95-alarm", "address": "aws_lambda_function.forgotten", "reason": "", "owner": "shop",
          "until": "2027-01-31"}]}
      """#)
    defer { try? FileManager.default.removeItem(at: waivers) }
    let report = try audit(orders, "--waivers", waivers.path)
    #expect(report["waived"]?.array?.map { $0["rule"]?.string } == ["lambda-error-alarm"])
    #expect(report["schemaVersion"]?.integer == 2)
    #expect(report["unmatchedWaivers"]?.array?.map(\.string) == ["aws_lambda_function.gone"])
    let rules = Set(report["findings"]?.array?.compactMap { $0["rule"]?.string } ?? [])
    #expect(rules.isSuperset(of: ["waiver-malformed", "lambda-p95-alarm"]))
  }

  @Test func baselineKnowsWhatWasThere() throws {
    let baseline = FileManager.default.temporaryDirectory.appending(path: "baseline-\(UUID()).json")
    defer { try? FileManager.default.removeItem(at: baseline) }
    let plan = orders.appending(path: "plan.json").path
    #expect(run("audit", "--write-baseline", baseline.path, plan).code == .success)
    #expect(run("audit", "--baseline", baseline.path, plan).code == .success)
    #expect(run("audit", plan).code == .findings)
  }

  @Test("Former ids choose rules, and match waivers and baselines")
  func formerIDsMatch() throws {
    func rules(_ report: JSON, _ member: String) -> [String?]? { report[member]?.array?.map { $0["rule"]?.string } }
    let chosen = try audit(orders, "--rules", "traced-function-can-write")
    #expect(rules(chosen, "findings") == ["lambda-xray-permission"])
    let waivers = try temporaryFile(
      #"""
      {"schemaVersion": 1, "waivers": [{"rule": "traced-function-can-write",
        "address": "aws_lambda_function.forgotten", "reason": "x", "owner": "x", "until": "2027-01-31"}]}
      """#)
    defer { try? FileManager.default.removeItem(at: waivers) }
    #expect(rules(try audit(orders, "--waivers", waivers.path), "waived") == ["lambda-xray-permission"])
    let baseline = FileManager.default.temporaryDirectory.appending(path: "baseline-\(UUID()).json")
    defer { try? FileManager.default.removeItem(at: baseline) }
    let plan = orders.appending(path: "plan.json").path
    #expect(run("audit", "--write-baseline", baseline.path, plan).code == .success)
    let current = try String(contentsOf: baseline, encoding: .utf8)
    let former = current.replacing("\"lambda-xray-permission\"", with: "\"traced-function-can-write\"")
    #expect(former != current)
    try Data(former.utf8).write(to: baseline)
    #expect(run("audit", "--baseline", baseline.path, plan).code == .success)
  }

  @Test("The waiver that an audit shows accepts the finding, once it has a reason, an owner and a last day")
  func shownWaiverWorks() throws {
    let plan = orders.appending(path: "plan.json").path
    let lead = "to waive a finding, write FILE and pass `--waivers FILE`: "
    let line = try #require(run("audit", plan).output.split(separator: "\n").first { $0.hasPrefix(lead) })
    let filled = line.dropFirst(lead.count).replacing("…", with: "a test").replacing("yyyy-mm-dd", with: "2027-01-31")
    let file = try temporaryFile(String(filled))
    defer { try? FileManager.default.removeItem(at: file) }
    let report = try audit(orders, "--waivers", file.path)
    #expect(report["waived"]?.array?.map { $0["rule"]?.string } == ["lambda-xray-permission"])
    // Who passes a file knows how.
    #expect(!run("audit", "--waivers", file.path, plan).output.contains("to waive a finding"))
    #expect(!run("audit", "--quiet", plan).output.contains("to waive a finding"))
  }

  @Test("Messages call a resource of a module by its name in AWS, and by its address where the name is unknown")
  func resourcesOfModulesAreNamed() throws {
    func text(_ after: String, _ unknown: String) throws -> String {
      let change = #"{"actions": ["create"], "after": \#(after), "after_unknown": \#(unknown)}"#
      let plan = #"""
        {"format_version": "1.2", "resource_changes": [{"address": "module.w[\"a\"].aws_lambda_function.this",
          "module_address": "module.w[\"a\"]", "mode": "managed", "type": "aws_lambda_function", "name": "this",
          "change": \#(change)}]}
        """#
      return try InfraCLITests.audit(plan, ["--rules", "reserved-concurrency-zero"]).output
    }
    let named = try text(#"{"function_name": "orders-prod-intake", "reserved_concurrent_executions": 0}"#, "{}")
    #expect(
      named.contains(#"\#n  module.w["a"].aws_lambda_function.this: function 'orders-prod-intake' "#), "\(named)")
    let unnamed = try text(#"{"reserved_concurrent_executions": 0}"#, #"{"function_name": true}"#)
    #expect(unnamed.contains(#"\#n  function 'module.w["a"].aws_lambda_function.this' "#), "\(unnamed)")
  }

  @Test("terraform apply follows a plan without errors, and no state") func applyFollowsPlans() throws {
    let plan = plan(resources: [("aws_sqs_queue", "jobs", #"{"name": "jobs"}"#)])
    #expect(try InfraCLITests.audit(plan, ["--rules", "valid-name"]).output.hasSuffix("; next: terraform apply\n"))
    let state = #"""
      {"format_version": "1.0", "values": {"root_module": {"resources": [{"address": "aws_sqs_queue.jobs",
        "mode": "managed", "type": "aws_sqs_queue", "name": "jobs", "values": {"name": "jobs"}}]}}}
      """#
    #expect(try InfraCLITests.audit(state, ["--rules", "valid-name"]).output.hasSuffix(": no findings\n"))
  }

  @Test func rulesCanBeChosenAndLevelled() throws {
    let plan = orders.appending(path: "plan.json").path
    #expect(run("audit", "--rules", "lambda-layer-compatible,topic-has-subscriber", plan).code == .success)
    #expect(
      run("audit", "--skip", "lambda-error-alarm,lambda-p95-alarm,lambda-xray-permission", plan).code == .success)
    let lowered = ["lambda-error-alarm=note", "lambda-p95-alarm=off", "lambda-xray-permission=warning"]
    let options = lowered.flatMap { ["--level", $0] } + [plan]
    #expect(run(["audit"] + options).code == .success)
    #expect(run(["audit", "--strict"] + options).code == .findings)
    #expect(run("audit", "--skip", "no-such-rule", plan).code == .usage)
    #expect(run("audit", "--level", "lambda-layer-compatible=loud", plan).code == .usage)
    #expect(run("audit").code == .usage)
  }

  @Test(arguments: ["text", "json", "sarif", "junit", "github"]) func everyFormatNamesTheResource(_ format: String) {
    let outcome = run("audit", "--format", format, orders.appending(path: "plan.json").path)
    #expect(outcome.code == .findings)
    let printed = outcome.annotations.lines.joined(separator: "\n") + outcome.output
    #expect(printed.contains("lambda-error-alarm"))
    #expect(printed.contains("forgotten"))
  }

  @Test func coverageAsksEachKindItsOwnQuestions() throws {
    let plan = orders.appending(path: "plan.json").path
    let resources = try JSON(reading: Array(run("coverage", "--format", "json", plan).output.utf8))["resources"]?.array
    func answers(_ address: String, _ watches: [String]) -> [String?] {
      let row = resources?.first { $0["address"]?.string == address }?["watches"]
      return watches.map { row?[$0]?.string }
    }
    let asked = ["error alarm", "p95 alarm", "tracing", "permission", "log retention", "dashboard", "alarm notifies"]
    #expect(
      answers(#"module.worker["orders.intake"].aws_lambda_function.this"#, asked)
        == ["yes", "yes", "yes", "yes", "yes", "unknown", "yes"])
    // A dashboard that could not be read shows neither that it is watched nor that it is not; alarms were all read.
    #expect(
      answers("aws_lambda_function.forgotten", asked) == ["no", "no", "yes", "no", "no", "unknown", "no"])
    #expect(run("coverage", plan).output.hasPrefix("function"))
    let stacks = run("coverage", "--stack", "shop", plan)
    #expect(stacks.code == .usage)
    #expect(stacks.log.contains("'--stack' applies to the program's own stacks"))
  }

  /// However a plan is damaged, the answer is an answer.
  @Test func damagedPlansNeverCrash() throws {
    let bytes = try [UInt8](Data(contentsOf: orders.appending(path: "plan.json")))
    var state: UInt64 = 0x9e37_79b9_7f4a_7c15
    func next(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
    let pieces = ["null", "[]", "{}", "7", "\"\"", "true", "[[]]", "{\"references\":[\"var.x\",\"module.a.b\"]}"]
    for _ in 0..<150 {
      var damaged = bytes
      for _ in 0...next(3) {
        // Mostly at a value, for what is no JSON ends early.
        let colons = damaged.indices.filter { damaged[$0] == UInt8(ascii: ":") }
        let start = colons[next(colons.count)] + 1
        let end = damaged[start...].firstIndex { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "}") } ?? damaged.count
        damaged.replaceSubrange(start..<end, with: Array(pieces[next(pieces.count)].utf8))
      }
      let outcome = try InfraCLITests.audit(String(decoding: damaged, as: UTF8.self), ["--format", "json"])
      #expect([ExitCode.success, .findings, .nothingExamined].contains(outcome.code))
    }
  }

  @Test func blocksAreFoundInHCLAndJSON() {
    let hcl = """
      # resource "a" "comment" {
      /*
      resource "a" "commented" {}
      */
      resource "aws_sns_topic" "a" {
        policy = <<-EOT
          resource "a" "heredoc" {
        EOT
      }
      data "aws_region" "here" {}
      """
    #expect(
      blocksOfHCL(Array(hcl.utf8)).map { "\($0.block):\($0.line)" } == ["aws_sns_topic.a:5", "data.aws_region.here:10"])
    let withReturns = hcl.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    #expect(blocksOfHCL(Array(withReturns.utf8)).map(\.line) == [5, 10])
    let json = """
      {
        "resource": {
          "aws_sns_topic": {
            "a": {"name": "resource"},
            "b": [{"tags": {"x": {"y": 1}}}]
          }
        }
      }
      """
    #expect(
      blocksOfJSON(Array(json.utf8)).map { "\($0.block):\($0.line)" } == ["aws_sns_topic.a:4", "aws_sns_topic.b:5"])
  }

  private func audit(_ directory: URL, _ options: String...) throws -> JSON {
    let outcome = run(["audit", "--format", "json"] + options + [directory.appending(path: "plan.json").path])
    return try JSON(reading: Array(outcome.output.utf8))
  }

  private func run(_ words: String...) -> Outcome { run(words) }
  private func run(_ words: [String]) -> Outcome { program(rules: Policy.standardRules).run(words) }

  private func temporaryFile(_ text: String) throws -> URL {
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).json")
    try Data(text.utf8).write(to: file)
    return file
  }
}

private let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Plans")
