import InfraModel

extension SentimentAnalyzer {
  /// What differs between those who apply the stack.
  struct Settings {
    /// The host of the dashboard's pages. Change it to yours: the API's answers to browsers name it.
    let domain: String
    /// The name of the secret with SendGrid's API key.
    let mailKeyName: Input<String>
    /// The on-call subscribers. Each has to confirm the subscription in SNS's first email to receive notifications.
    let onCall: KeyValuePairs<String, TopicSubscription.Subscriber>

    var origin: String { "https://\(domain)" }

    init(for environment: Environment, in stack: inout StackBuilder) {
      domain =
        switch environment {
        case .dev: "dev.sentiment.example.com"
        case .preprod: "preprod.sentiment.example.com"
        case .prod: "sentiment.example.com"
        }
      mailKeyName = stack.add(
        Variable(
          "sendgrid_secret_name", default: "sendgrid", .matching("^[A-Za-z0-9/_+=.@-]{1,512}$"),
          description: "The name of the secret with SendGrid's API key"))
      let mail = stack.add(.onCallEmail)
      onCall = ["on-call": .email(mail.text)]
    }
  }
}
