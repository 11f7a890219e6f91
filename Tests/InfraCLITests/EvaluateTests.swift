import Foundation
import InfraModel
import Testing

@testable import InfraCLI

@Suite struct EvaluateTests {
  /// Alarms of each kind.
  private struct Watched: Stack {
    enum Environment: String, StackEnvironment {
      case dev
      case prod
      var isProduction: Bool { self == .prod }
    }

    static let name = "watched"
    let environment: Environment
    var region: Region { .usEast1 }

    func declare(in stack: inout StackBuilder) {
      func alarm(_ name: String, _ arguments: Block) -> RawResource {
        var block = arguments
        block["alarm_name"] = .literal("watched-\(environment.rawValue)-\(name)")
        return RawResource("aws_cloudwatch_metric_alarm", name, block)
      }
      func metric(_ id: String) -> Value {
        .map([
          "id": .literal(id),
          "metric": .list([.map(["namespace": "Shop", "metric_name": .literal(id), "stat": "Sum", "period": 60])]),
        ])
      }
      stack.add(
        alarm(
          "errors",
          [
            "namespace": "Shop", "metric_name": "Errors", "comparison_operator": "GreaterThanThreshold", "threshold": 2,
            "statistic": "Sum", "period": 60, "evaluation_periods": 3, "datapoints_to_alarm": 2,
            "treat_missing_data": "notBreaching",
          ]))
      stack.add(
        alarm(
          "throttled",
          [
            "namespace": "AWS/DynamoDB", "metric_name": "ThrottledRequests", "statistic": "Sum", "period": 60,
            "comparison_operator": "GreaterThanOrEqualToThreshold", "threshold": 1, "evaluation_periods": 1,
            "treat_missing_data": "breaching",
          ]))
      stack.add(
        alarm(
          "slow",
          [
            "namespace": "Shop", "metric_name": "Latency", "extended_statistic": "p95", "period": 60,
            "comparison_operator": "GreaterThanThreshold", "threshold": 100, "evaluation_periods": 1,
            "evaluate_low_sample_count_percentiles": "ignore",
          ]))
      stack.add(
        alarm(
          "rate",
          [
            "comparison_operator": "GreaterThanThreshold", "threshold": 10, "evaluation_periods": 2,
            "treat_missing_data": "notBreaching",
            "metric_query": .list([
              .map(["id": "share", "expression": "100 * errors / FILL(requests, 0)", "return_data": true]),
              metric("errors"), metric("requests"),
            ]),
          ]))
      stack.add(
        alarm(
          "odd",
          [
            "comparison_operator": "GreaterThanUpperThreshold", "threshold_metric_id": "band", "evaluation_periods": 1,
            "metric_query": .list([
              .map(["id": "band", "expression": "ANOMALY_DETECTION_BAND(requests, 2)"]), metric("requests"),
              .map(["id": "result", "expression": "HOUR(requests)", "return_data": true]),
            ]),
          ]))
      stack.add(
        alarm(
          "hours",
          [
            "comparison_operator": "GreaterThanThreshold", "threshold": 8, "evaluation_periods": 1,
            "metric_query": .list([
              .map(["id": "result", "expression": "HOUR(requests)", "return_data": true]), metric("requests"),
            ]),
          ]))
      stack.add(
        RawResource(
          "aws_cloudwatch_composite_alarm", "checkout",
          [
            "alarm_name": "watched-\(environment.rawValue)-checkout",
            "alarm_rule": "AT_LEAST(2, NOT OK, (errors, slow, rate)) AND NOT ALARM(\"deploying\")",
          ]))
    }
  }

  private func run(_ arguments: String...) -> Outcome {
    Program(stacks: [Watched.self], rules: [], today: "2026-11-21", workingDirectory: "/").run(
      ["evaluate"] + arguments)
  }

  private func states(_ arguments: String...) throws -> [String] {
    let outcome = Program(stacks: [Watched.self], rules: [], today: "2026-11-21", workingDirectory: "/").run(
      ["evaluate", "--env", "prod", "--format", "json"] + arguments)
    #expect(outcome.log == "")
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: [String]]
    #expect(object?.count == 1)
    return try #require(object?["states"])
  }

  @Test("Without an alarm, data are in AWS's notation")
  func notation() throws {
    #expect(try states("--datapoints", "3", "--periods", "3", "--missing", "ignore", "--data", "- - X - -") == ["KEEP"])
    #expect(try states("--periods", "3", "--data", "- - x - -") == ["ALARM"])
    #expect(try states("--periods", "3", "--data=- - - - -") == ["INSUFFICIENT_DATA"])
    #expect(try states("--datapoints", "2", "--periods", "3", "--data", "0 -", "--data", "X - -") == ["OK"])
    #expect(
      try states("--periods", "9", "--data", "0 - - - - - - - - - - -") == ["OK", "INSUFFICIENT_DATA"])
  }

  @Test(
    "For an alarm of a stack, data are values, and its threshold decides",
    arguments: ["errors", "watched-prod-errors", "aws_cloudwatch_metric_alarm.errors"])
  func values(_ name: String) throws {
    #expect(try states(name, "--data", "0 3 2 3") == ["ALARM"])
    #expect(try states(name, "--data", "3 3 2 2") == ["OK"])
    #expect(try states(name, "--data", "3.5, -, -") == ["OK"])
    // AWS's notation, because of the X.
    #expect(try states(name, "--data", "0 X 0 X") == ["ALARM"])
  }

  @Test("Options override the alarm")
  func overrides() throws {
    #expect(try states("errors", "--data", "3 - -", "--missing", "breaching") == ["ALARM"])
    #expect(try states("errors", "--data", "3 3 0", "--datapoints", "3") == ["OK"])
    #expect(try states("errors", "--data", "3", "--periods", "1", "--datapoints", "1") == ["ALARM"])
  }

  @Test("DynamoDB metrics ignore missing data, or do as they are set")
  func dynamoDB() throws {
    #expect(try states("throttled", "--data", "- - -") == ["ALARM", "KEEP"])
    #expect(run("throttled", "--env", "prod", "--data", "- - -").output.contains("documentation does not specify"))
  }

  @Test("A percentile that ignores few samples keeps the state")
  func samples() throws {
    #expect(try states("slow", "--data", "90 150", "--samples", "500 199") == ["KEEP"])
    #expect(try states("slow", "--data", "90 150", "--samples", "10 200") == ["ALARM"])
    #expect(try states("slow", "--data", "90 150") == ["ALARM"])
    #expect(run("slow", "--env", "prod", "--data", "90 150").output.contains("has the 200 samples"))
  }

  @Test("Metric math is computed from its metrics, or its results are given")
  func math() throws {
    #expect(try states("rate", "--data", "errors=1 2 3", "--data", "requests = 10 10 10") == ["ALARM"])
    #expect(try states("rate", "--data", "errors=1 2 3", "--data", "requests=10 10 -") == ["OK"])
    #expect(try states("rate", "--data", "11 11") == ["ALARM"])
    #expect(try states("odd", "--data", "0 X") == ["ALARM"])
    #expect(
      try states("hours", "--data", "requests=1 1", "--start", "2026-11-28T08:59") == ["ALARM"])
    #expect(try states("hours", "--data", "requests=1 1", "--start", "2026-11-28T08:58Z") == ["OK"])
    #expect(try states("hours", "--data", "requests=1 1", "--start", "2026-11-28") == ["OK"])
  }

  @Test("A composite alarm follows the states of the alarms it reads")
  func composite() throws {
    let data = ["errors=ALARM", "slow=INSUFFICIENT_DATA", "rate=OK"].flatMap { ["--data", $0] }
    func states(_ more: String...) throws -> [String] {
      let outcome = Program(stacks: [Watched.self], rules: [], today: "2026-11-21", workingDirectory: "/").run(
        ["evaluate", "checkout", "--env", "prod", "--format", "json"] + data + more)
      let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: [String]]
      return try #require(object?["states"])
    }
    #expect(try states("--data", "deploying=OK") == ["ALARM"])
    #expect(try states("--data", "deploying=alarm") == ["OK"])
    #expect(try states() == ["OK", "ALARM"])
    #expect(try states("--data", "deploying=OK", "--data", "slow=OK") == ["OK"])
  }

  @Test("The text says which datapoints are counted")
  func text() {
    let output = run("errors", "--env", "prod", "--data", "1 1 5 - 0 4").output
    #expect(
      output == """
        ALARM

        alarm 'errors' needs 2 breaching datapoints of 3
        2 of the 3 most recent datapoints are breaching, and 2 make the alarm fire

        datapoints  1  5  -  0  4
        breaching      X        X
        counted        *     *  *
        1 older datapoint outside the evaluation range

        """)
  }

  @Test("Of one datapoint the text says whether it is breaching, and of results six digits")
  func oneDatapoint() {
    #expect(run("--periods", "1", "--data", "X").output.contains("the most recent datapoint is breaching\n"))
    #expect(run("--periods", "1", "--data", "0").output.contains("the most recent datapoint is not breaching\n"))
    #expect(
      run("--periods", "3", "--datapoints", "1", "--data", "X").output.contains(
        "1 breaching; missing ones do not count, and 1 makes"))
    let rate = run("rate", "--env", "prod", "--data", "errors=1", "--data", "requests=3")
    #expect(rate.output.contains("datapoints  33.333333\n"))
  }

  @Test(
    "The text says what missing data did",
    arguments: [
      ("breaching", "0 - X - -", "1 missing datapoint counts as breaching, which makes 2"),
      ("notBreaching", "- - X - -", "missing ones count as not breaching"),
      ("missing", "- - - X -", "the alarm fires with fewer datapoints than it needs"),
      ("ignore", "- - - X -", "missing data leaves the state unchanged"),
      ("missing", "- - - - X", "too recent to fire"),
      ("missing", "- - - - -", "no datapoint in the evaluation range of 5 periods"),
      ("missing", "- - - X 0", "missing ones do not count"),
    ])
  func reasons(_ treatment: String, _ data: String, _ reason: String) {
    let output = run("--datapoints", "2", "--periods", "3", "--missing", treatment, "--data", data).output
    #expect(output.contains(reason))
  }

  @Test(
    "What cannot be evaluated is a usage error with its reason",
    arguments: [
      ([], "needs an ALARM"),
      (["--periods", "3"], "needs '--data'"),
      (["--periods", "3", "--data", "7"], "'7' is not a datapoint; without an alarm"),
      (["--periods", "3", "--data", "m1=7"], "'m1=' is not a datapoint; without an alarm"),
      (["--periods", "x", "--data", "0"], "'x' is not a valid number for '--periods'"),
      (["--periods", "0", "--data", "0"], "0 evaluation periods are not possible"),
      (["--periods", "99999999999999999999", "--data", "0"], "is not a valid number for '--periods'"),
      (["--periods", "2", "--datapoints", "3", "--data", "0"], "3 datapoints of 2 are not possible"),
      (["--periods", "2", "--missing", "breching", "--data", "0"], "did you mean 'breaching'?"),
      (["error", "--data", "0"], "no selected stack has an alarm 'error'; did you mean 'errors'?"),
      (["errors", "--data", "0"], "'errors' is an alarm of watched/dev, watched/prod; choose one"),
      (["errors", "--env", "dev", "--data", "abc"], "'abc' is not a datapoint; write a number"),
      (["errors", "--env", "dev", "--data", "nan"], "'nan' is not a datapoint; write a number"),
      (["rate", "--env", "dev", "--data", "erors=1"], "no metric 'erors'; did you mean 'errors'?"),
      (["rate", "--env", "dev", "--data", "errors=1", "--data", "5"], "give all data by metric"),
      (["hours", "--env", "dev", "--data", "requests=1"], "calls HOUR, which needs '--start'"),
      (["hours", "--env", "dev", "--data", "requests=1", "--start", "noon"], "'noon' is not a time"),
      (["checkout", "--env", "dev", "--data", "error=OK"], "does not read an alarm 'error'"),
      (["checkout", "--env", "dev", "--data", "errors=red"], "'errors=red' is not the state of an alarm"),
      (["checkout", "--env", "dev", "--data", "OK"], "'OK' is not the state of an alarm"),
    ])
  func problems(_ arguments: [String], _ message: String) {
    let outcome = Program(stacks: [Watched.self], rules: [], today: "2026-11-21", workingDirectory: "/").run(
      ["evaluate"] + arguments)
    #expect(outcome.code == .usage)
    #expect(outcome.log.contains(message), "\(outcome.log)")
  }
}
