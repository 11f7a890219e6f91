import Foundation
import InfraModel
import Testing

@testable import InfraCLI
@testable import TFEmit

/// Values that Terraform marks as sensitive are in no output of any command.
///
/// Every counterexample of every rule is written as a plan and as a state, its texts are extended by a canary as far as
/// the rule still finds it, and everything is marked as sensitive.
@Suite struct SensitivePlanTests {
  @Test(arguments: Policy.standardRules.map { Named(rule: $0) })
  func noFindingQuotesSensitiveValue(_ named: Named) throws {
    let policy = Policy(today: "2026-11-21")
    for example in named.rule.description.bad {
      let document = SensitiveDocument(of: example)
      let canaries = canaries(in: document, keeping: named.rule)
      for (kind, marks) in [(SensitiveDocument.Kind.plan, SensitiveDocument.Marks.arguments), (.state, .leaves)] {
        guard let stack = stack(of: document.document(kind, canaries: canaries, marks: marks)) else { continue }
        let report = policy.report(on: stack)
        let printed =
          report.findings.flatMap {
            [$0.message, $0.fix, $0.discriminator, "\($0.address)"] + $0.notes.map(\.message)
          }
          + report.results.flatMap { $0.undetermined.map { "\($0.address): \($0.reason)" } }
          + stack.declarations.compactMap(\.unreadable).map { "\($0)" }
        for text in printed where text.withBytes(holdsCanary) {
          Issue.record("\(example.title), \(kind), \(marks): \(text)")
        }
      }
    }
  }

  /// All counterexamples of all rules in one plan and one state, each in a module of its own.
  @Test(arguments: [(SensitiveDocument.Kind.plan, SensitiveDocument.Marks.arguments), (.state, .leaves)])
  func noFormatQuotesSensitiveValue(_ kind: SensitiveDocument.Kind, _ marks: SensitiveDocument.Marks) throws {
    let documents = Policy.standardRules.flatMap { $0.description.bad }.map { SensitiveDocument(of: $0) }
    let all = SensitiveDocument(modules: documents)
    for (format, output) in try outputs(of: all.document(kind, canaries: Set(0..<all.texts), marks: marks))
    where output.withBytes(holdsCanary) {
      let lines = output.split(separator: "\n").filter { String($0).withBytes(holdsCanary) }
      Issue.record("\(format): \(lines.prefix(10))")
    }
  }

  /// Without the marks the same plans show canaries, so that the tests above can fail.
  @Test func manyRulesQuoteWhatIsNotSensitive() throws {
    var found = 0
    var quoting = 0
    for rule in Policy.standardRules {
      let documents = rule.description.bad.map { SensitiveDocument(of: $0) }
      guard let document = documents.first(where: { finds(rule, in: $0, canaries: []) }) else { continue }
      found += 1
      let shown = document.document(.plan, canaries: canaries(in: document, keeping: rule), marks: .none)
      let findings = stack(of: shown).map { rule.init().evaluate(in: $0).findings } ?? []
      if findings.contains(where: { ($0.message + $0.fix).withBytes(holdsCanary) }) { quoting += 1 }
    }
    // Rules about what a stack writes find nothing in a plan.
    #expect(found > Policy.standardRules.count * 7 / 10, "\(found)")
    #expect(quoting >= 20, "\(quoting)")
  }

  /// A configuration that the real terraform has planned, whose sensitive variables are in every argument that a rule reads
  /// as text.
  @Test func planOfTerraformIsNotQuoted() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Plans/sensitive/plan.json")
    let bytes = Array(try Data(contentsOf: file))
    #expect(bytes.withUnsafeBufferPointer(holdsCanary))
    let outputs = try outputs(of: try JSON(reading: bytes))
    for (format, output) in outputs where output.withBytes(holdsCanary) {
      Issue.record("\(format): \(output.split(separator: "\n").filter { String($0).withBytes(holdsCanary) })")
    }
    let text = try #require(outputs.first?.text)
    // What Terraform shows, infra-gen judges and names: the key of an environment variable.
    #expect(text.contains("function 'aws_lambda_function.f' has what looks like a secret in 'DB_PASSWORD'"))
    #expect(text.contains("not read: aws_cloudwatch_event_rule.e: `schedule_expression` is sensitive"))
  }

  /// A plan of Terraform 0.14 has no marks. There, what reads a sensitive variable or output is sensitive, in modules too.
  @Test func whatReadsSensitiveVariableIsSensitiveWithoutMarks() throws {
    func resource(_ address: String, _ name: String) -> String {
      #"""
      {"address": "\#(address)aws_cloudwatch_event_rule.\#(name)", "mode": "managed", "type": "aws_cloudwatch_event_rule",
        "name": "\#(name)", "change": {"actions": ["create"], "after_unknown": {},
          "after": {"name": "\#(name)", "schedule_expression": "rate(zq7canary)"}}}
      """#
    }
    func written(_ name: String, _ reference: String) -> String {
      #"""
      {"mode": "managed", "type": "aws_cloudwatch_event_rule", "name": "\#(name)", "expressions": {
        "name": {"constant_value": "\#(name)"}, "schedule_expression": {"references": ["\#(reference)"]}}}
      """#
    }
    let sensitive = #"{"key": {"sensitive": true}, "other": {}}"#
    let plan = #"""
      {"format_version": "0.1", "variables": {"key": {"value": "zq7canary"}},
        "resource_changes": [\#(resource("", "own")), \#(resource("", "output")), \#(resource("module.m.", "inner")),
          \#(resource("", "plain"))],
        "configuration": {"root_module": {"variables": \#(sensitive),
          "resources": [\#(written("own", "var.key")), \#(written("output", "module.m.key")),
            \#(written("plain", "var.other"))],
          "module_calls": {"m": {"module": {"variables": \#(sensitive), "outputs": \#(sensitive),
            "resources": [\#(written("inner", "var.key"))]}}}}}}
      """#
    let text = try #require(try outputs(of: try JSON(reading: Array(plan.utf8))).first?.text)
    let lines = text.split(separator: "\n").filter { $0.contains("  not read:") }
    #expect(
      lines == [
        "  not read: aws_cloudwatch_event_rule.own: `schedule_expression` is sensitive",
        "  not read: aws_cloudwatch_event_rule.output: `schedule_expression` is sensitive",
        "  not read: module.m.aws_cloudwatch_event_rule.inner: `schedule_expression` is sensitive",
        "  not read: aws_cloudwatch_event_rule.plain: `schedule_expression` is 'rate(zq7canary)', which the model has no word for",
      ])
  }

  /// `nonsensitive` reads a sensitive variable too: where Terraform gives marks, they alone count.
  @Test func marksOfTerraformComeFirst() throws {
    let plan = #"""
      {"format_version": "1.2", "variables": {"key": {"value": "zq7canary"}}, "resource_changes": [
        {"address": "aws_cloudwatch_event_rule.x", "mode": "managed", "type": "aws_cloudwatch_event_rule", "name": "x",
          "change": {"actions": ["create"], "after_unknown": {}, "after_sensitive": {},
            "after": {"name": "x", "schedule_expression": "rate(shown)"}}}],
        "configuration": {"root_module": {"variables": {"key": {"sensitive": true}}, "resources": [
          {"mode": "managed", "type": "aws_cloudwatch_event_rule", "name": "x", "expressions": {
            "name": {"constant_value": "x"}, "schedule_expression": {"references": ["var.key"]}}}]}}}
      """#
    let text = try #require(try outputs(of: try JSON(reading: Array(plan.utf8))).first?.text)
    #expect(text.contains("'rate(shown)'"))
  }

  /// A plan keeps the source of a configuration in JSON, of which a literal may be a part of the secret.
  @Test(arguments: ["true", "{}"]) func sourceOfUnknownSensitiveValueIsNotQuoted(_ mark: String) throws {
    let marks = mark == "true" ? #"{"schedule_expression": true, "tags": {"a": true}}"# : "{}"
    let plan = #"""
      {"format_version": "1.2", "resource_changes": [
        {"address": "aws_cloudwatch_event_rule.x", "mode": "managed", "type": "aws_cloudwatch_event_rule", "name": "x",
          "change": {"actions": ["create"], "after_unknown": {"schedule_expression": true, "tags": {"a": true}},
            "after_sensitive": \#(marks), "after": {"name": "x", "tags": {}}}}],
        "configuration": {"root_module": {"resources": [
          {"mode": "managed", "type": "aws_cloudwatch_event_rule", "name": "x", "expressions": {
            "name": {"constant_value": "x"}, "tags": {"constant_value": {"a": "zq7canary${aws_a.b.c}"}},
            "schedule_expression": {"constant_value": "rate(zq7canary ${aws_a.b.c})"}}}]}}}
      """#
    let document = try JSON(reading: Array(plan.utf8))
    let block = "\(try #require(stack(of: document)).declarations[0].block)"
    #expect(block.contains("zq7") == (mark == "{}"), "\(block)")
  }

  /// The provider's region, be it a variable or an argument of a resource, is shown in texts about regions.
  @Test func sensitiveRegionIsNotRead() throws {
    let plan = #"""
      {"format_version": "1.2", "variables": {"place": {"value": "zq7canary"}}, "resource_changes": [
        {"address": "aws_sns_topic.t", "mode": "managed", "type": "aws_sns_topic", "name": "t",
          "change": {"actions": ["create"], "after_unknown": {}, "after_sensitive": {"region": true},
            "after": {"name": "t", "region": "zq7canary"}}}],
        "configuration": {"provider_config": {"aws": {"expressions": {"region": {"references": ["var.place"]}}}},
          "root_module": {"variables": {"place": {"sensitive": true}}, "resources": [
            {"mode": "managed", "type": "aws_sns_topic", "name": "t", "provider_config_key": "aws",
              "expressions": {"name": {"constant_value": "t"}, "region": {"references": ["var.place"]}}}]}}}
      """#
    let outputs = try outputs(of: try JSON(reading: Array(plan.utf8)))
    #expect(outputs.first?.text.contains("in an unknown region: 1") == true)
    for (format, output) in outputs { #expect(!output.withBytes(holdsCanary), "\(format)") }
  }

  struct Named: Sendable, CustomTestStringConvertible {
    let rule: any Rule.Type
    var testDescription: String { rule.description.id.rawValue }
  }
}

/// Whether the start of a canary stands in a text, in either case.
private func holdsCanary(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  let start = Array(SensitiveDocument.canary.utf8.prefix(3))
  guard text.count >= start.count else { return false }
  return (0...text.count - start.count).contains { place in
    (0..<start.count).allSatisfy { text[place + $0] | 0x20 == start[$0] | 0x20 }
  }
}

/// The stack that a document is read as; `nil` where it has nothing of AWS.
private func stack(of document: JSON) -> DeclaredStack? {
  let place = SourceLocation(fileID: "plan.json", path: "/plan.json", line: 1, column: 1)
  let identity = StackIdentity(stack: "plan.json", environment: "terraform")
  guard let plan = try? Plan(document, as: identity, locate: { _ in place }) else { return nil }
  return DeclaredStack(identity, region: plan.homeRegion, planned: plan.resources)
}

private func finds(_ rule: any Rule.Type, in document: SensitiveDocument, canaries: Set<Int>) -> Bool {
  guard let stack = stack(of: document.document(.plan, canaries: canaries, marks: .none)) else { return false }
  return !rule.init().evaluate(in: stack).findings.isEmpty
}

/// The texts that can be extended while the rule finds something. They are tried together, and by halves where that hides
/// the finding. Where it finds nothing in a plan, all are.
private func canaries(in document: SensitiveDocument, keeping rule: any Rule.Type) -> Set<Int> {
  guard finds(rule, in: document, canaries: []) else { return Set(0..<document.texts) }
  var chosen: Set<Int> = []
  func extend(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    if finds(rule, in: document, canaries: chosen.union(range)) {
      chosen.formUnion(range)
    } else if range.count > 1 {
      let middle = range.lowerBound + range.count / 2
      extend(range.lowerBound..<middle)
      extend(middle..<range.upperBound)
    }
  }
  extend(0..<document.texts)
  return chosen
}

extension SensitiveDocument {
  fileprivate init(of example: Counterexample) {
    var builder = StackBuilder()
    _ = example.declare(&builder)
    self.init(DeclaredStack(builder))
  }
}

/// What every command prints of a plan, and what it would print of the stack if Swift declared it.
private func outputs(of document: JSON) throws -> [(format: String, text: String)] {
  let plan = try AuditedPlan(
    reading: Array(text(document).utf8), from: "plan.json", called: "plan.json", source: nil, waivers: nil, in: "/")
  let policy = Policy(today: "2026-11-21")
  let reports = PolicyReports(
    policy.reports(on: [plan.stack]), policy: policy, workingDirectory: "/", isAudit: true)
  let notes = AuditNotes(
    plans: [plan], reports: reports, unasked: policy.descriptions.compactMap { AuditNotes.AuditExclusion($0) },
    strangers: [])
  let coverage = [Coverage(of: plan.stack)]
  let estimates = [StackCost(of: plan.stack, includesAll: true)]
  let graph = TraceGraph(of: plan.stack)
  let baseline = baselineFile(reports.identities, at: "baseline.json")
  return [
    ("text", findingsText(reports) + notes.text(isVerbose: true) + reports.summary(next: "")),
    ("json", findingsJSON(reports, besides: notes.members)),
    ("sarif", findingsSARIF(reports)), ("junit", findingsJUnit(reports)),
    ("github", findingsGitHub(reports).lines.joined(separator: "\n")),
    ("baseline", String(decoding: baseline.bytes, as: UTF8.self)),
    ("coverage text", coverageReport(coverage, as: .text)),
    ("coverage markdown", coverageReport(coverage, as: .markdown)),
    ("coverage json", coverageReport(coverage, as: .json)),
    ("cost text", costText(estimates)), ("cost markdown", costMarkdown(estimates)), ("cost json", costJSON(estimates)),
    ("graph mermaid", mermaid(graph)), ("graph dot", graphviz(graph)),
    (
      "graph svg",
      Picture(of: graph).drawing(width: 1280).svgFile(title: graph.title, description: graph.summary)
    ),
    ("report", reportPage(reports, today: "2026-11-21")),
    ("test-alarms", DrillScript(of: plan.stack).text),
  ]
}
