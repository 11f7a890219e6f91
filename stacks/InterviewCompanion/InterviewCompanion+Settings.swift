import InfraModel

extension InterviewCompanion {
  /// What differs between those who apply the stack.
  struct Settings {
    /// The Firebase project whose users sign in; each environment has its own users. Change it to yours: IAM takes no
    /// variable here, because the project is a part of the condition's key.
    let firebaseProject: String
    /// The on-call subscribers. Each has to confirm the subscription in SNS's first email to receive notifications.
    let onCall: KeyValuePairs<String, TopicSubscription.Subscriber>

    init(for environment: Environment, in stack: inout StackBuilder) {
      firebaseProject =
        switch environment {
        case .dev: "interview-companion-dev"
        case .prod: "interview-companion-prod"
        }
      let mail = stack.add(.onCallEmail)
      onCall = ["on-call": .email(mail.text)]
    }
  }
}
