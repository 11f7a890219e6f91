import InfraModel
import Testing

/// Where it is known only after apply whether something is wrong, a rule neither finds it nor passes.
@Suite struct UndecidedEvidenceTests {
  private let unknown: Value = .text(Text(.knownAfterApply(reading: [])))

  /// A browser may send the header to what no known function traces, and an environment may instrument one.
  @Test func unknownEnvironmentMayInstrumentAFunction() {
    func answer(environment: Value?) -> Answer {
      evaluate(.corsAllowsTraceHeader) { stack in
        stack.function("worker", environment.map { ["environment": $0] } ?? [:])
        stack.raw(
          "aws_apigatewayv2_api", "shop",
          [
            "name": "shop", "protocol_type": "HTTP",
            "cors_configuration": .blocks([
              ["allow_headers": ["content-type"], "allow_methods": ["GET"], "allow_origins": ["*"]]
            ]),
          ])
      }
    }
    #expect(answer(environment: unknown) == Answer(unknown: ["aws_apigatewayv2_api.shop"]))
    #expect(answer(environment: nil) == Answer())
    let instrumented: Value = .blocks([["variables": ["OTEL_SERVICE_NAME": "worker"]]])
    #expect(answer(environment: instrumented) == Answer(found: ["aws_apigatewayv2_api.shop"]))
  }

  /// An alarm whose actions come from elsewhere may notify any topic of its region.
  @Test func unknownActionsMayNotifyATopicWithoutASubscriber() {
    func answer(actions: Value, isSubscribed: Bool = false, in region: Region? = nil) -> Answer {
      evaluate(.topicHasSubscriber) { stack in
        let topic = stack.raw("aws_sns_topic", "alerts", ["name": "alerts"])
        if isSubscribed {
          stack.raw(
            "aws_sns_topic_subscription", "on_call",
            ["topic_arn": .text(topic.attribute("arn")), "protocol": "email", "endpoint": "oncall@example.com"])
        }
        stack.alarm(
          on: "Errors", of: "AWS/Lambda", by: ["FunctionName": "worker"], with: ["alarm_actions": actions], in: region)
      }
    }
    #expect(answer(actions: unknown) == Answer(unknown: ["aws_sns_topic.alerts"]))
    #expect(answer(actions: [unknown]) == Answer(unknown: ["aws_sns_topic.alerts"]))
    #expect(answer(actions: unknown, isSubscribed: true) == Answer())
    #expect(answer(actions: unknown, in: .apSoutheast2) == Answer())
    #expect(answer(actions: []) == Answer())
  }

  @Test func unknownPolicyOfAKeyMayLetCloudWatchIn() {
    func answer(policy: Value) -> Answer {
      evaluate(.topicPolicyAllowsPublishers) { stack in
        let key = stack.raw("aws_kms_key", "alerts", ["description": "Alerts"])
        stack.raw(
          "aws_kms_key_policy", "alerts", ["key_id": .text(key.attribute("key_id")), "policy": policy])
        let alerts = stack.raw(
          "aws_sns_topic", "alerts", ["name": "alerts", "kms_master_key_id": .text(key.attribute("arn"))])
        stack.alarm(
          on: "Errors", of: "AWS/Lambda", by: ["FunctionName": "worker"],
          with: ["alarm_actions": [.text(alerts.attribute("arn"))]])
      }
    }
    let forOthers: Value = [
      "Effect": "Allow", "Principal": ["Service": "events.amazonaws.com"], "Action": "kms:*", "Resource": "*",
    ]
    #expect(answer(policy: unknown) == Answer(unknown: ["aws_sns_topic.alerts"]))
    #expect(answer(policy: .json(["Statement": [forOthers, unknown]])) == Answer(unknown: ["aws_sns_topic.alerts"]))
    #expect(answer(policy: .json(["Statement": [forOthers]])) == Answer(found: ["aws_sns_topic.alerts"]))
  }

  /// An alias whose name is known only after apply may be the one that an alarm watches.
  @Test func unknownAliasMayBeTheOneThatIsWatched() {
    func answer(alias: Value) -> Answer {
      evaluate(.lambdaErrorAlarm) { stack in
        let worker = stack.function("worker")
        stack.raw(
          "aws_lambda_alias", "live",
          ["name": alias, "function_name": .text(worker.attribute("arn")), "function_version": "3"])
        stack.alarm(
          on: "Errors", of: "AWS/Lambda", by: ["FunctionName": "worker", "Resource": "worker:live"])
      }
    }
    #expect(answer(alias: unknown) == Answer(unknown: ["aws_lambda_function.worker"]))
    #expect(answer(alias: "live") == Answer())
    #expect(answer(alias: "next") == Answer(found: ["aws_lambda_function.worker"]))
  }

  /// Coverage answers as the rules do about alarms on aliases and on the maximum.
  @Test(arguments: [("live", "Maximum"), ("next", "Average")])
  func coverageAnswersAsTheRules(_ alias: String, _ statistic: String) {
    func coverage(of metric: String, _ watch: Coverage.Watch) -> Coverage.Answer? {
      var builder = StackBuilder()
      let worker = builder.function("worker")
      builder.alias("live", of: worker.attribute("function_name"))
      builder.alarm(
        on: metric, of: "AWS/Lambda", by: ["FunctionName": "worker", "Resource": .text(Text("worker:\(alias)"))],
        statistic)
      return Coverage(of: DeclaredStack(builder)).rows(of: .function).first?[watch]
    }
    let expected: Coverage.Answer = alias == "live" ? .yes : .no
    #expect(coverage(of: "Errors", .errors) == expected)
    #expect(coverage(of: "Throttles", .throttles) == expected)
    #expect(coverage(of: "Duration", .duration) == expected)
  }

  private func evaluate(_ rule: RuleID, _ declare: (inout StackBuilder) -> Void) -> Answer {
    var builder = StackBuilder()
    declare(&builder)
    let rules = Policy.standardRules.filter { $0.description.id == rule }
    #expect(rules.count == 1)
    let evaluations = rules.map { $0.asked(on: "2026-11-21").evaluate(in: DeclaredStack(builder).planned) }
    return Answer(
      found: evaluations.flatMap(\.findings).map { "\($0.address)" },
      unknown: evaluations.flatMap(\.undetermined).map { "\($0.address)" })
  }
}

private struct Answer: Equatable {
  var found: [String] = []
  var unknown: [String] = []
}
