import InfraModel
import Testing

@Suite struct QueueTests {
  @Test func queueIsEncryptedAndTimesAreInSeconds() {
    #expect(
      block(Queue("jobs", retention: .seconds(86_400), visibilityTimeout: .seconds(180))) == [
        "name": "example-prod-jobs", "message_retention_seconds": 86_400, "visibility_timeout_seconds": 180,
        "sqs_managed_sse_enabled": true,
      ])
  }

  @Test func aKeyOfOnesOwnTakesThePlaceOfTheManagedOne() {
    let block = block(Queue("jobs", retention: .seconds(60), encryption: .key("alias/jobs")))
    #expect(block["kms_master_key_id"] == "alias/jobs")
    #expect(block["sqs_managed_sse_enabled"] == nil)
  }

  @Test func whatCannotBeHandledGoesToAnotherQueue() {
    let deadLetters = ARN<Queue>("arn:aws:sqs:us-east-1:123456789012:dead")
    let block = block(Queue("jobs", retention: .seconds(60), redrive: .init(to: deadLetters, afterReceives: 5)))
    #expect(
      block["redrive_policy"]
        == .json(["deadLetterTargetArn": "arn:aws:sqs:us-east-1:123456789012:dead", "maxReceiveCount": 5]))
  }

  @Test func topicMaySendOnlyForItself() {
    var stack = StackBuilder()
    let topic = stack.add(Topic("events"))
    let queue = stack.add(Queue("jobs", retention: .seconds(60)))
    let policy = stack.add(
      QueuePolicy("jobs", of: queue.queueURL, PolicyDocument([.send(to: queue.arn, from: .topic(topic.arn))])))

    #expect(
      policy.declaration.block == [
        "queue_url": .text(queue.attribute("url")),
        "policy": .json([
          "Version": "2012-10-17",
          "Statement": [
            [
              "Effect": "Allow", "Principal": ["Service": "sns.amazonaws.com"], "Action": ["sqs:SendMessage"],
              "Resource": [.text(queue.attribute("arn"))],
              "Condition": ["ArnEquals": ["aws:SourceArn": .text(topic.attribute("arn"))]],
            ]
          ],
        ]),
      ])
  }

  @Test func deadLettersCanBeWatched() {
    var stack = StackBuilder()
    let queue = stack.add(Queue("dead", retention: .seconds(60)))
    #expect(queue.waitingMessages.namespace == "AWS/SQS")
    #expect(queue.waitingMessages.name == "ApproximateNumberOfMessagesVisible")
    #expect(queue.waitingMessages.dimensions == ["QueueName": queue.attribute("name")])
  }

  private func block(_ queue: Queue) -> Block {
    var stack = StackBuilder()
    return stack.add(queue).declaration.block
  }
}
