import InfraModel
import Testing

@testable import AWSRules
@testable import StackAnalysis

@Suite struct DeliveryTests {
  private let topic = "arn:aws:sns:us-east-1:123456789012:alerts"

  private func policy(_ statement: Value) -> Value {
    .json(["Version": "2012-10-17", "Statement": [statement]])
  }

  @Test func publicPrincipalOfAnAccountIsEveryService() throws {
    let statement: Value = [
      "Effect": "Allow", "Principal": ["AWS": "*"], "Action": ["sns:Publish"],
      "Condition": ["StringEquals": ["AWS:SourceOwner": "123456789012"]],
    ]
    let reading = try #require(PolicyReading(policy(statement), in: DeclaredStack(StackBuilder())))
    #expect(reading.admits("cloudwatch.amazonaws.com", to: "sns:Publish"))
  }

  @Test func anotherServiceOrActionIsNotMeant() throws {
    let statement: Value = [
      "Effect": "Allow", "Principal": ["Service": ["events.amazonaws.com"]], "Action": "sns:Publish",
    ]
    let reading = try #require(PolicyReading(policy(statement), in: DeclaredStack(StackBuilder())))
    #expect(reading.admits("events.amazonaws.com", to: "sns:Publish"))
    #expect(!reading.admits("events.amazonaws.com", to: "sns:Subscribe"))
    #expect(!reading.admits("cloudwatch.amazonaws.com", to: "sns:Publish"))
  }

  /// A refusal of what comes without encryption is not one of CloudWatch.
  @Test func refusalWithAConditionMayNotBeMeant() throws {
    let document: Value = .json([
      "Statement": [
        ["Effect": "Allow", "Principal": "*", "Action": "sns:*"],
        [
          "Effect": "Deny", "Principal": "*", "Action": "sns:Publish",
          "Condition": ["Bool": ["aws:SecureTransport": "false"]],
        ],
      ]
    ])
    let reading = try #require(PolicyReading(document, in: DeclaredStack(StackBuilder())))
    #expect(reading.admits("cloudwatch.amazonaws.com", to: "sns:Publish"))
  }

  @Test func policyAsTextIsReadAndOneFromElsewhereIsUnknown() throws {
    let text = #"{"Statement": {"Effect": "Allow", "Principal": {"Service": "a.amazonaws.com"}, "Action": "s:*"}}"#
    let stack = DeclaredStack(StackBuilder())
    #expect(try #require(PolicyReading(.text(Text(text)), in: stack)).admits("a.amazonaws.com", to: "s:Do"))
    #expect(PolicyReading(.text(Text(.local("policy"))), in: stack) == nil)
    #expect(PolicyReading(nil, in: stack) == nil)
  }

  @Test func aliasLeadsToTheKey() {
    var stack = StackBuilder()
    let key = stack.add(RawResource("aws_kms_key", "alerts", [:]))
    let alias = stack.add(RawResource("aws_kms_alias", "alerts", ["target_key_id": .text(key.attribute("key_id"))]))
    let alerts = stack.add(Topic("alerts", encryptionKey: alias.attribute("arn")))
    stack.add(MetricAlarm.example(notify: [alerts.arn]))
    #expect(TopicPolicyAllowsPublishers().findings(in: DeclaredStack(stack)).map(\.address) == [alerts.address])
  }

  @Test func rawSubscriptionIsHeard() {
    var stack = StackBuilder()
    let alerts = stack.add(Topic("alerts"))
    stack.add(
      RawResource(
        "aws_sns_topic_subscription", "on_call",
        ["topic_arn": .text(alerts.arn.text), "protocol": "email-json", "endpoint": "oncall@example.com"]))
    stack.add(MetricAlarm.example(notify: [alerts.arn]))
    #expect(TopicHasSubscriber().findings(in: DeclaredStack(stack)).isEmpty)
  }

  @Test func mutedAlarmSpeaksForNobody() {
    var stack = StackBuilder()
    let errors = stack.add(MetricAlarm.example("errors"))
    let broken = stack.add(
      CompositeAlarm("broken", when: .inAlarm(errors.alarmName), notify: [ARN(Text(topic))]),
      with: ["actions_enabled": "false"])
    let found = AlarmHasAction().findings(in: DeclaredStack(stack)).map(\.address)
    #expect(Set(found) == [errors.address, broken.address])
  }

  @Test func actionsFromAVariableAreNotJudged() {
    var stack = StackBuilder()
    stack.add(MetricAlarm.example(), with: ["alarm_actions": .text(Text(.local("actions")))])
    #expect(AlarmHasAction().findings(in: DeclaredStack(stack)).isEmpty)
  }
}
