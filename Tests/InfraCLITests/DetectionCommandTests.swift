import Foundation
import InfraModel
import Stacks
import TFEmit
import Testing

@testable import InfraCLI

@Suite struct DetectionCommandTests {
  /// The load makes 60 calls a minute, so that the minute in which the failure begins has failing calls. Its datapoint
  /// arrives two minutes after the minute's end: 120 to 180 seconds after the beginning, 150 on average.
  @Test("Each failure has a line with the times, the alarm and who is notified")
  func text() throws {
    let outcome = run(["detection"]) { declareCrawler(in: &$0) }
    #expect(outcome.code == .success)
    let lines = outcome.output.split(separator: "\n").map { line in
      line.split(separator: "  ").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }
    #expect(lines[0] == ["function", "failure", "median", "95 %", "alarm", "notifies"])
    #expect(lines[1][0...1] == ["crawler", "all calls fail"])
    #expect(lines[1][4...] == ["crawler-errors", "on-call@example.com"])
    #expect(lines.contains(["latency doubles", "?", "?", "-", "no usual duration declared"]))
    #expect(lines.contains(["calls throttled", "never", "never", "-", "no one"]))
    #expect(lines.contains(["no calls", "never", "never", "-", "no one"]))
    #expect(outcome.output.contains("changing/prod: 7 failures of 1 resource: "))
  }

  @Test("JSON has the times in seconds")
  func json() throws {
    let output = run(["detection", "--format", "json"]) { declareCrawler(in: &$0) }.output
    let document = try JSON(reading: Array(output.utf8))
    #expect(document["schemaVersion"]?.integer == 1)
    let resource = try #require(document["resources"]?.array?.first)
    #expect(resource["address"]?.string == "aws_lambda_function.crawler")
    let first = try #require(resource["failures"]?.array?.first)
    #expect(first["failure"]?.string == "all calls fail")
    let notice = try #require(first["outcome"])
    #expect(notice["state"]?.string == "noticed" && notice["noticedRuns"]?.integer == 20)
    let median = try #require(notice["medianSeconds"]?.integer)
    #expect((121...180).contains(median))
    #expect(notice["notifies"]?.array?.first?.string == "on-call@example.com")
  }

  @Test("Losses come first, and are no failure unless asked for")
  func changes() throws {
    try withFolder { folder in
      let arguments = ["--out", "\(folder)/out"]
      try commit(folder) { declareCrawler(in: &$0) }
      let without: @Sendable (inout StackBuilder) -> Void = { declareCrawler(hasAlarm: false, in: &$0) }
      let outcome = run(["detection", "--against", "HEAD"] + arguments, without)
      #expect(outcome.output.contains("lost: aws_lambda_function.crawler, all calls fail: "))
      #expect(outcome.output.contains(" min by 'changing-prod-crawler-errors' → not noticed\n"))
      #expect(outcome.code == .success)
      #expect(run(["detection", "--against", "HEAD", "--fail-on-loss"] + arguments, without).code == .differences)
      let later = run(["detection", "--against", "HEAD"] + arguments) { declareCrawler(periods: 6, in: &$0) }
      #expect(later.output.contains("later: aws_lambda_function.crawler, all calls fail: "))
      #expect(!later.output.contains("lost"))
      let same = run(["detection", "--against", "HEAD", "--fail-on-loss"] + arguments) { declareCrawler(in: &$0) }
      #expect(same.output == "no failure is noticed earlier or later than at HEAD\n")
      #expect(same.code == .success)
    }
  }

  @Test("A file has the load of a plan")
  func load() throws {
    try withFolder { folder in
      let plan = "\(repository)/Tests/InfraCLITests/Audit/Plans/orders/plan.json"
      let without = run(["detection", plan], { _ in }).output
      #expect(without.contains("no load declared"))
      let file = "\(folder)/load.json"
      func detect(with text: String) throws -> Outcome {
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        return run(["detection", plan, "--load", file], { _ in })
      }
      let entry = #"{"address": "aws_lambda_function.forgotten", "requestsPerMonth": 90000, "errorRate": 0.001}"#
      let known = try detect(with: #"{"schemaVersion": 1, "load": [\#(entry)]}"#).output
      #expect(known != without)
      #expect(known.contains("all calls fail"))
      for (text, reason) in [
        (#"{"load": []}"#, "schemaVersion"), (#"{"schemaVersion": 1, "load": [{}]}"#, "`address` of entry 1"),
        (#"{"schemaVersion": 1, "load": [{"address": "a.b", "errorRate": 2}]}"#, "`errorRate` of entry 1"),
        (#"{"schemaVersion": 1, "load": [{"address": "a.b", "rate": 2}]}"#, "unknown key 'rate'"),
        (#"{"schemaVersion": 1, "load": [{"address": "a.b"}]}"#, "no PLAN has 'a.b'"), ("{", "not a file"),
      ] {
        let outcome = try detect(with: text)
        #expect(outcome.code == .badInput && outcome.log.contains(reason), "\(text): \(outcome.log)")
      }
    }
    #expect(run(["detection", "--load", "x.json"], { _ in }).code == .usage)
    #expect(run(["detection", "--fail-on-loss"], { _ in }).code == .usage)
  }

  /// The times of the matrix do not depend on whether the stack is declared or read back.
  @Test("What is written is noticed as what is declared")
  func readBack() throws {
    let program = Program(stacks: stacks, rules: [], today: "2026-11-21", workingDirectory: "/")
    let selection = Selection(try ArgumentParser([], of: "detection", options: Selection.options))
    var noticed = 0
    for validated in try PolicyReports(of: selection, in: program).reports.compactMap(\.validated)
    where validated.stack.isProduction {
      let folder = GeneratedFolder(of: validated)
      let place = SourceLocation(fileID: "main", path: "main", line: 1, column: 1)
      let written = try configuration(folder.sources, of: folder.identity).stack(folder.identity, at: place)
      let declared = DetectionMatrix(of: validated.stack)
      let changes = DetectionChanges(from: DetectionMatrix(of: written, load: validated.stack.load), to: declared)
      #expect(changes.isEmpty, "\(folder.identity)")
      noticed += declared.rows.flatMap(\.cells).count { if case .noticed = $0.outcome { true } else { false } }
    }
    #expect(noticed > 20)
  }
}

/// A function with a call a second on average, and an alarm on its errors.
@Sendable private func declareCrawler(hasAlarm: Bool = true, periods: Int = 1, in stack: inout StackBuilder) {
  let alerts = stack.add(AlertTopic("alerts", subscribers: ["on-call": .email("on-call@example.com")]))
  let crawler = stack.add(
    LambdaFunction(
      "crawler", code: .zip(.file("crawler.zip"), runtime: .python313, handler: "app.handler"),
      role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
      logging: .json(to: "/aws/lambda/crawler")))
  stack.expect(.perSecond(1), at: crawler)
  guard hasAlarm else { return }
  stack.add(
    MetricAlarm(
      "crawler-errors", when: crawler.errors, .sum, threshold: .above(0), evaluation: .consecutive(periods),
      missingData: .notBreaching, notify: [alerts.arn]))
  stack.add(
    MetricAlarm(
      "crawler-slow", when: crawler.duration, .percentile(.p95), threshold: .above(.seconds(10)), evaluation: .once,
      missingData: .notBreaching, notify: [alerts.arn]))
}
