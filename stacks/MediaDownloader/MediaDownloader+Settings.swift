import InfraModel

extension MediaDownloader {
  /// What differs between those who apply the stack.
  struct Settings {
    /// The name of the secret with the token that callers of the API present.
    let apiTokenName: Input<String>
    /// The on-call subscribers. Each has to confirm the subscription in SNS's first email to receive notifications.
    let onCall: KeyValuePairs<String, TopicSubscription.Subscriber>

    init(in stack: inout StackBuilder) {
      apiTokenName = stack.add(
        Variable(
          "api_token_secret_name", default: "media-downloader-token", .matching("^[A-Za-z0-9/_+=.@-]{1,512}$"),
          description: "The name of the secret with the API's token"))
      let mail = stack.add(.onCallEmail)
      onCall = ["on-call": .email(mail.text)]
    }
  }
}
