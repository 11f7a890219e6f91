import InfraModel
import Testing

@testable import AWSRules
@testable import TFEmit

/// What a plan says of a policy that `data "aws_iam_policy_document"` puts together.
@Suite struct MergedPolicyTests {
  @Test func documentOfUnknownSourcesIsUnknown() throws {
    let plan = try audited(#""statement": []"#, unknown: #""source_policy_documents": true"#, sources: true)
    #expect(plan.found.isEmpty)
    #expect(plan.unknown == ["aws_iam_policy.all"])
  }

  /// Nothing is unknown, so it has no statement.
  @Test func documentOfNothingHasNoStatement() throws {
    #expect(try audited(#""statement": []"#).found.map(\.words) == ["has no statement"])
  }

  @Test func dynamicStatementsAreUnknown() throws {
    let plan = try audited(#""statement": null"#, unknown: #""statement": true"#)
    #expect(plan.found.isEmpty)
    #expect(plan.unknown == ["aws_iam_policy.all"])
  }

  /// What is known is looked at.
  @Test func knownStatementBesideUnknownOnesIsJudged() throws {
    let plan = try audited(
      #""statement": [\#(statement("", "sqs:SendMessage", effect: "allow"))]"#,
      unknown: #""source_policy_documents": true"#, sources: true)
    #expect(plan.found.map(\.words) == ["has the effect 'allow'; AWS accepts 'Allow' and 'Deny'"])
    #expect(plan.unknown == ["aws_iam_policy.all"])
  }

  /// A known list of documents is merged: the statement of the block takes the place of the source's, and the overriding
  /// document that of both.
  @Test func documentsAreMergedBySid() throws {
    let source =
      #"{\"Statement\":[{\"Sid\":\"Send\",\"Effect\":\"Allow\",\"Action\":\"sqs:A\",\"Resource\":\"*\"},{\"Sid\":\"Other\",\"Effect\":\"Allow\",\"Action\":\"sqs:B\",\"Resource\":\"*\"}]}"#
    let override = #"{\"Statement\":{\"Sid\":\"Other\",\"Effect\":\"Deny\",\"Action\":\"sqs:C\",\"Resource\":\"*\"}}"#
    let merged = try statements(
      #""source_policy_documents": ["\#(source)"], "override_policy_documents": ["\#(override)"], "#
        + #""statement": [\#(statement("Send", "sqs:D")), \#(statement("", "sqs:E"))]"#)
    #expect(merged == ["Send sqs:D", "Other sqs:C", " sqs:E"])
  }

  /// An unknown document may take the place of any statement with a `sid`.
  @Test func unknownOverrideLeavesOnlyStatementsWithoutASid() throws {
    let merged = try statements(
      #""statement": [\#(statement("Send", "sqs:D")), \#(statement("", "sqs:E"))]"#,
      unknown: #""override_policy_documents": true"#)
    #expect(merged == [" sqs:E", "unknown"])
  }

  /// Each document holds all earlier ones, which would be two to the power of their number.
  @Test(.timeLimit(.minutes(5))) func documentsThatHoldEachOtherEndSomewhere() {
    var blocks: [Address: Block] = [:]
    func reference(_ number: Int) -> Value {
      let address = Address(mode: .data, type: "aws_iam_policy_document", name: "d\(number)")
      return .text(
        Text(
          .attribute(Reference(address: address, attribute: "json", stack: StackIdentity(stack: "a", environment: "b")))
        ))
    }
    let own: Block = ["actions": ["sqs:SendMessage"], "resources": ["*"]]
    for number in 0..<30 {
      blocks[Address(mode: .data, type: "aws_iam_policy_document", name: "d\(number)")] = [
        "source_policy_documents": .list((0..<number).map(reference)), "statement": .blocks([own]),
      ]
    }
    let made = planBlocks.policyDocuments(blocks)
    #expect(made.count == 30)
    #expect(made.values.allSatisfy { $0.policyEntries.count <= 4_097 })
  }

  private var planBlocks: PlanBlocks {
    PlanBlocks(
      references: PlanReferences(
        [], in: PlanConfiguration(.null), of: StackIdentity(stack: "a", environment: "b"), catalog: .aws),
      variables: [:])
  }

  private func statement(_ sid: String, _ action: String, effect: String = "Allow") -> String {
    #"{"sid": "\#(sid)", "effect": "\#(effect)", "actions": ["\#(action)"], "resources": ["*"], "principals": [], "condition": []}"#
  }

  /// The merged statements, by `sid` and action.
  private func statements(_ arguments: String, unknown: String = "") throws -> [String] {
    let stack = try stack(arguments, unknown: unknown, sources: true)
    let policy = try #require(stack.managed("aws_iam_policy").first?.block["policy"])
    guard case .json(let document) = policy else { return [] }
    return document.policyEntries.map { entry in
      if entry.isUndecided { return "unknown" }
      return ["Sid", "Action"].map { entry.member($0)?.entries.first?.text(in: stack) ?? "" }.joined(separator: " ")
    }
  }

  private func audited(
    _ arguments: String, unknown: String = "", sources: Bool = false
  ) throws -> (found: [Found], unknown: [String]) {
    let evaluation = ValidPolicyDocument().evaluate(in: try stack(arguments, unknown: unknown, sources: sources))
    return (
      evaluation.findings.map { Found(message: $0.message) }, evaluation.undetermined.map { "\($0.address)" }
    )
  }

  private struct Found {
    let message: String

    /// What is wrong, without the policy's name and what AWS takes.
    var words: String {
      let clause = message.split(separator: "'", maxSplits: 2).last.map(String.init) ?? message
      return String(clause.drop { $0 == " " }.prefix { $0 != "," })
    }
  }

  /// A managed policy of one document, with the document's arguments as the plan has them.
  private func stack(_ arguments: String, unknown: String, sources: Bool) throws -> DeclaredStack {
    let separator = unknown.isEmpty ? "" : ", "
    // What a `dynamic` block makes is not in the configuration.
    let isDynamic = unknown.contains("statement")
    let own = isDynamic ? [] : [#""statement": {"sid": {}, "effect": {}, "actions": {}, "resources": {}}"#]
    let names = ["source_policy_documents", "override_policy_documents"]
    let expressions = sources ? names.map { #""\#($0)": {"references": ["var.documents"]}"# } + own : own
    let text = """
      {"format_version": "1.2", "resource_changes": [
        {"address": "data.aws_iam_policy_document.all", "mode": "data", "type": "aws_iam_policy_document",
          "name": "all", "change": {"actions": ["read"], "after": {\(arguments)},
          "after_unknown": {"json": true\(separator)\(unknown)}}},
        {"address": "aws_iam_policy.all", "mode": "managed", "type": "aws_iam_policy", "name": "all", "change":
          {"actions": ["create"], "after": {"name": "all"}, "after_unknown": {"policy": true}}}],
        "configuration": {"root_module": {"resources": [
        {"address": "data.aws_iam_policy_document.all", "mode": "data", "type": "aws_iam_policy_document",
          "name": "all", "expressions": {\(expressions.joined(separator: ", "))}},
        {"address": "aws_iam_policy.all", "mode": "managed", "type": "aws_iam_policy", "name": "all", "expressions":
          {"policy": {"references": ["data.aws_iam_policy_document.all.json", "data.aws_iam_policy_document.all"]}}}]}}}
      """
    let identity = StackIdentity(stack: "plan", environment: "terraform")
    let here = SourceLocation(fileID: "plan", path: "/plan", line: 1, column: 1)
    let plan = try Plan(reading: Array(text.utf8), as: identity) { _ in here }
    return DeclaredStack(identity, region: plan.homeRegion, planned: plan.resources)
  }
}
