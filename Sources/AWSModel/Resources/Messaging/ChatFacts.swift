extension ResourceCatalog {
  /// Chat channels that show the messages of topics. Their service subscribes to the topics by itself.
  static let chats: [ResourceFacts] = [
    ResourceFacts(
      "aws_chatbot_slack_channel_configuration",
      documentation: "https://docs.aws.amazon.com/chatbot/latest/adminguide/slack-setup.html",
      identifiedBy: ["chat_configuration_arn"], iamPrefix: "chatbot", removal: .subscriber(argument: "sns_topic_arns"),
      showsTopics: "sns_topic_arns"),
    ResourceFacts(
      "aws_chatbot_teams_channel_configuration",
      documentation: "https://docs.aws.amazon.com/chatbot/latest/adminguide/teams-setup.html",
      identifiedBy: ["chat_configuration_arn"], iamPrefix: "chatbot", removal: .subscriber(argument: "sns_topic_arns"),
      showsTopics: "sns_topic_arns"),
  ]
}
