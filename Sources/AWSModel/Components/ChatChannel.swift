public import TerraformModel

/// A channel of a chat in which Amazon Q Developer, formerly AWS Chatbot, shows the messages of topics. The administrator
/// of the account permits the workspace once, in AWS's console.
public struct ChatChannel: Hashable, Sendable {
  /// `slack_team_id`: the workspace, such as `T07EA123LEP`.
  public let workspace: Text
  /// `slack_channel_id`, such as `C07EZ1ABC23`.
  public let channel: Text

  /// A channel of Slack.
  ///
  /// - Parameters:
  ///   - workspace: The ID of the workspace, such as `T07EA123LEP`.
  ///   - channel: The ID of the channel, which is the end of its link, such as `C07EZ1ABC23`.
  public static func slack(workspace: Text, channel: Text) -> ChatChannel {
    ChatChannel(workspace: workspace, channel: channel)
  }
}

/// A chat channel that shows the messages of one topic, with a role that lets its members read metrics and nothing else.
struct ChatNotification: Component {
  let name: String
  let channel: ChatChannel
  let topic: ARN<Topic>

  func declare(in stack: inout StackBuilder) {
    let role = stack.add(Role(name, assumedBy: "chatbot.amazonaws.com"))
    stack.add(RolePolicyAttachment(name, .cloudWatchReadOnlyAccess, to: role.roleName))
    stack.add(
      RawResource(
        "aws_chatbot_slack_channel_configuration", name,
        [
          "configuration_name": .text(stack.conventionalName(for: name)), "iam_role_arn": .text(role.arn.text),
          "slack_team_id": .text(channel.workspace), "slack_channel_id": .text(channel.channel),
          "sns_topic_arns": .list([.text(topic.text)]),
          // Without it, members of the channel may do all that the role allows, whatever is added to it later.
          "guardrail_policy_arns": .list([.text(ARN<ManagedPolicy>.cloudWatchReadOnlyAccess.text)]),
        ]), in: Self.region(for: stack.region))
  }

  /// A region with an endpoint of the service, which shows topics of every region.
  /// https://docs.aws.amazon.com/general/latest/gr/chatbot.html
  private static func region(for region: Region) -> Region {
    let regions: [Region] = [.euWest1, .usEast2, .usWest2, .apSoutheast1]
    if regions.contains(region) { return region }
    return regions.first { $0.rawValue.prefix(2) == region.rawValue.prefix(2) } ?? .usEast2
  }
}
