import InfraModel
import Testing

@testable import AWSRules
@testable import InfraCLI

/// What a stack in Swift declares as sensitive is written to out/, and no command prints it.
@Suite struct SensitiveStackTests {
  @Test(arguments: [
    ["check"], ["check", "--format", "json"], ["check", "--format", "sarif"], ["check", "--format", "junit"],
    ["check", "--format", "github"], ["list"], ["list", "--format", "json"], ["coverage"],
    ["coverage", "--format", "markdown"], ["coverage", "--format", "json"], ["cost"], ["cost", "--format", "json"],
    ["graph"], ["graph", "--format", "dot"], ["graph", "--format", "svg"], ["report"], ["drill"], ["waivers"],
  ])
  func noCommandPrintsSensitiveVariable(_ arguments: [String]) {
    let outcome = run(arguments, secret: "zq7canary")
    let printed = outcome.annotations.lines.joined() + outcome.output + outcome.log
    #expect(printed.count > 10 && ![.usage, .ownFault].contains(outcome.code), "\(outcome)")
    #expect(!printed.contains("zq7"), "\(printed)")
  }

  @Test(arguments: ["text", "json"]) func differenceOfSensitiveValuesIsHidden(_ format: String) throws {
    try withFolder { folder in
      let written = run(["synth", "--out", folder], secret: "zq7canary1", rules: [])
      #expect(written.code == .success, "\(written)")
      #expect(!(written.output + written.log).contains("zq7"))
      let outcome = run(["diff", "--out", folder, "--format", format], secret: "zq7canary2", rules: [])
      #expect(outcome.code == .differences, "\(outcome)")
      #expect(!(outcome.output + outcome.log).contains("zq7"), "\(outcome.output)")
      // Before and after of the default, the validation, the output and the password; the parameter becomes a reference.
      #expect(outcome.output.split(separator: "(sensitive value)").count - 1 == 9, "\(outcome.output)")
      #expect(outcome.output.contains("${var.key}"))
      let again = run(["synth", "--out", folder], secret: "zq7canary2", rules: [])
      #expect(!(again.output + again.log).contains("zq7"))
    }
  }
}

private func run(
  _ arguments: [String], secret: String, rules: [any Rule.Type] = Policy.standardRules
) -> Outcome {
  let declare: @Sendable (inout StackBuilder) -> Void = { stack in
    let key = stack.add(
      Variable("key", default: secret, .oneOf([secret, ""]), description: "A key", isSensitive: true))
    let topic = stack.add(Topic("alerts"), with: ["display_name": key.value])
    stack.add(
      MetricAlarm(
        "errors", when: Metric("Failures", in: "Shop", missingDataMeaning: .noEvents), .sum, threshold: .above(0),
        evaluation: .once, missingData: .notBreaching, notify: [topic.arn]),
      with: ["alarm_name": key.value, "dimensions": ["QueueName": key.value], "metric_name": key.value])
    stack.add(
      RawResource(
        "aws_lambda_function", "worker",
        [
          "function_name": key.value, "description": "for \(key)", "timeout": key.value,
          "environment": .blocks([["variables": ["API_KEY": key.value, "URL": "https://u:\(key)@host"]]]),
          "tags": ["team": key.value],
        ]))
    stack.add(RawResource("aws_cloudwatch_event_rule", "often", ["schedule_expression": "rate(\(key))"]))
    stack.add(
      RawResource("aws_db_instance", "orders", ["password": .text(Text(secret)), "identifier": key.value]))
    stack.add(
      RawResource("aws_ssm_parameter", "key", ["value": secret.hasSuffix("2") ? key.value : .text(Text(secret))]))
    stack.add(Output("key", secret == "zq7canary1" ? "zq7canary1" : "zq7canary2", description: "x", isSensitive: true))
  }
  return Changing.$declared.withValue(declare) {
    Program(stacks: [Changing.self], rules: rules, today: "2026-11-21", workingDirectory: "/").run(arguments)
  }
}
