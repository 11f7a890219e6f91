import InfraModel
import Testing

@Suite struct TopicTracingTests {
  /// The document that AWS's documentation of SNS active tracing prints.
  @Test func snsMaySendTheSegmentsOfTheseTopicsOfThisAccount() {
    var stack = StackBuilder()
    let events = stack.add(Topic("events", tracing: .active))
    let policy = stack.add(TopicTracing(of: [events.arn]))
    let account = stack.callerIdentity().accountID

    #expect(
      policy.declaration.block == [
        "policy_name": "example-prod-topic-tracing",
        "policy_document": .json([
          "Version": "2012-10-17",
          "Statement": [
            [
              "Sid": "SNSAccess", "Effect": "Allow", "Principal": ["Service": "sns.amazonaws.com"],
              "Action": ["xray:PutTraceSegments", "xray:GetSamplingRules", "xray:GetSamplingTargets"],
              "Resource": "*",
              "Condition": [
                "StringEquals": ["aws:SourceAccount": .text(account)],
                "StringLike": ["aws:SourceArn": [.text(events.arn.text)]],
              ],
            ]
          ],
        ]),
      ])
    #expect(policy.topics == [events.arn])
  }

  @Test func anotherDocumentReplacesThePolicyForTheProviderCannotChangeOne() throws {
    var stack = StackBuilder()
    let events = stack.add(Topic("events", tracing: .active))
    let policy = stack.add(TopicTracing(of: [events.arn]))
    let revision = try #require(stack.declared(TerraformData.self).first)

    #expect(policy.declaration.lifecycle.replaceTriggeredBy == [revision.address])
    #expect(revision.declaration.block["input"] == policy.declaration.block["policy_document"])
  }
}
