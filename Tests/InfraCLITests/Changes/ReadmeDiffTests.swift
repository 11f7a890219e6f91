import Foundation
import InfraModel
import TFEmit
import Testing

@testable import InfraCLI

/// The change that README shows, made to what is committed in out/, reads as README says.
@Suite struct ReadmeDiffTests {
  private let repository = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../..").standardized

  @Test func readmeShowsWhatDiffSays() throws {
    let old = try JSON(reading: Array(read("out/sentiment-analyzer/prod/main.tf.json").utf8))
    let (alarm, group) = ("aws_cloudwatch_metric_alarm.traces_with_faults", "aws_xray_group.faults")
    var new = try removing(group, from: removing(alarm, from: old))
    let slow = "aws_cloudwatch_metric_alarm.analysis_slow"
    let description = try #require(resource(slow, in: new)?["alarm_description"]?.string)
    // The model says the threshold in it.
    let slower = description.replacing("10000", with: "15000")
    #expect(slower != description)
    new = try setting("alarm_description", of: slow, to: .string(slower), in: new)
    new = try setting("threshold", of: slow, to: .integer(15_000), in: new)
    new = try setting("memory_size", of: "aws_lambda_function.analysis", to: .integer(1_024), in: new)
    new = try setting("timeout", of: "aws_lambda_function.analysis", to: .integer(40), in: new)
    let dashboard = "aws_cloudwatch_dashboard.operations"
    let body = try #require(resource(dashboard, in: new)?["dashboard_body"]?.string)
    let reference = #""${\#(alarm).arn}""#
    #expect(body.contains(reference))
    let without = body.replacing(", \(reference)", with: "").replacing(",\(reference)", with: "")
    new = try setting("dashboard_body", of: dashboard, to: .string(without), in: new)
    let changes = ConfigurationChanges(
      from: try WrittenConfiguration(reading: bytes(of: old)), to: try WrittenConfiguration(reading: bytes(of: new)))
    let identity = StackIdentity(stack: "sentiment-analyzer", environment: "prod")
    let said = changesText([FolderChanges(identity: identity, configuration: changes)])
    let shown = "infra-gen diff --stack sentiment-analyzer --env prod\n\(said)```"
    #expect(try read("README.md").contains(shown), "\(said)")
  }

  private func read(_ path: String) throws -> String {
    try String(contentsOf: repository.appending(path: path), encoding: .utf8)
  }

  private func bytes(of document: JSON) -> [UInt8] { Array(json(Value(document)).utf8) }

  private func resource(_ address: String, in document: JSON) -> JSON? {
    let words = address.split(separator: ".").map(String.init)
    return document["resource"]?[words[0]]?[words[1]]
  }

  private func removing(_ address: String, from document: JSON) throws -> JSON {
    try changing(address, in: document) { _ in nil }
  }

  private func setting(_ name: String, of address: String, to value: JSON, in document: JSON) throws -> JSON {
    try changing(address, in: document) { block in .object(block.members.merging([name: value]) { $1 }) }
  }

  private func changing(_ address: String, in document: JSON, _ change: (JSON) -> JSON?) throws -> JSON {
    let words = address.split(separator: ".").map(String.init)
    let block = try #require(resource(address, in: document))
    var root = document.members
    var sections = try #require(root["resource"]).members
    var labelled = try #require(sections[words[0]]).members
    labelled[words[1]] = change(block)
    sections[words[0]] = labelled.isEmpty ? nil : .object(labelled)
    root["resource"] = .object(sections)
    return .object(root)
  }
}
