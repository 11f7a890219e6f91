import InfraModel

extension MediaDownloader {
  /// Push notifications: an SNS platform application for Apple's push service, with a log of failed deliveries (the
  /// analysis' fourth use case ends at an expired device token).
  ///
  /// Apple's certificate is passed in variables, because it is a secret; Terraform's state contains it nevertheless.
  /// Until the variables are set, there is no application, and the functions get an ARN that does not exist yet.
  struct Push: Component {
    struct Parts {
      let application: Text
      let register: Statement
      let publish: Statement
    }

    /// Apple has a push service of its own for apps that are not from the App Store.
    let isProduction: Bool

    func declare(in stack: inout StackBuilder) -> Parts {
      let isOn = stack.add(
        Variable(
          "enable_push_notifications", default: false, description: "Set once the two variables for APNS are given"))
      let key = stack.add(
        Variable("apns_private_key", default: "", description: "The app's private key for APNS, PEM", isSensitive: true)
      )
      let certificate = stack.add(
        Variable("apns_certificate", default: "", description: "The app's certificate for APNS, PEM", isSensitive: true)
      )
      let platform = isProduction ? "APNS" : "APNS_SANDBOX"
      let name = stack.conventionalName(for: "apns")
      let account = stack.callerIdentity().accountID
      let feedback = declareFeedback(platform, name, account, in: &stack)
      stack.add(count: isOn.choose(1, otherwise: 0)) { _ in
        AWSSNSPlatformApplication(
          "apns", name: name, platform: "\(platform)", platformCredential: key.text,
          failureFeedbackRoleARN: feedback.text, platformPrincipal: certificate.text,
          successFeedbackRoleARN: feedback.text, successFeedbackSampleRate: "100")
      }
      let place: Text = "arn:aws:sns:\(stack.currentRegion):\(account)"
      let application: Text = "\(place):app/\(platform)/\(name)"
      return Parts(
        application: application,
        register: Statement(id: "RegisterDevice", ["sns:CreatePlatformEndpoint"], on: [application]),
        publish: Statement(id: "Notify", ["sns:Publish"], on: ["\(place):endpoint/\(platform)/\(name)/*"]))
    }

    /// The role with which SNS logs the delivery status of each notification. SNS creates the log groups itself.
    private func declareFeedback(
      _ platform: String, _ name: Text, _ account: Text, in stack: inout StackBuilder
    ) -> ARN<Role> {
      let role = stack.add(Role("push-feedback", assumedBy: "sns.amazonaws.com"))
      let groups: Text =
        "arn:aws:logs:\(stack.currentRegion):\(account):log-group:sns/\(stack.currentRegion)/\(account)/app/\(platform)/\(name)"
      stack.add(
        RolePolicy(
          "push-feedback", for: role.roleName,
          [
            Statement(
              id: "WriteFeedback",
              ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents", "logs:PutRetentionPolicy"],
              on: ["\(groups)*"])
          ]))
      return role.arn
    }
  }
}
