import InfraModel
import Testing

/// Chat channels as subscribers of topics.
@Suite struct ChatChannelTests {
  @Test("A Slack channel is a subscriber, so that no rule asks for another one")
  func isSubscriber() {
    let (with, without) = (findings(chat: true), findings(chat: false))
    #expect(without.contains("topic-has-subscriber"))
    #expect(!with.contains("topic-has-subscriber"))
  }

  @Test("The channel is in a region with an endpoint of the service, and an alarm's test names it")
  func region() throws {
    let stack = declared(chat: true)
    let channel = try #require(
      stack.declarations.first { $0.address.type == "aws_chatbot_slack_channel_configuration" })
    #expect(channel.region == .usEast2)
    #expect(
      stack.drills.map { $0.subscribers.map(\.description) } == [
        ["chat channel 'alerts-shop' by topic 'example-prod-alerts'"]
      ])
  }

  @Test("PagerDuty and Opsgenie are endpoints with the key of their integration")
  func webHooks() {
    #expect(
      TopicSubscription.Subscriber.pagerDuty(integrationKey: "abc")
        == .https("https://events.pagerduty.com/integration/abc/enqueue"))
    #expect(
      TopicSubscription.Subscriber.opsgenie(apiKey: "abc")
        == .https("https://api.opsgenie.com/v1/json/cloudwatch?apiKey=abc"))
  }

  private func declared(chat: Bool) -> DeclaredStack {
    var stack = StackBuilder()
    let topic = stack.add(
      AlertTopic(
        "alerts", subscribers: [:],
        chat: chat ? ["shop": .slack(workspace: "T07EA123LEP", channel: "C07EZ1ABC23")] : [:]))
    let queue = stack.add(Queue("orders", retention: .days(4)))
    stack.add(
      MetricAlarm(
        when: queue.waitingMessages, .maximum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
        notify: [topic.arn]))
    return DeclaredStack(stack)
  }

  private func findings(chat: Bool) -> Set<String> {
    Set(Policy(today: "2026-11-29").report(on: declared(chat: chat)).findings.map(\.rule.rawValue))
  }
}
