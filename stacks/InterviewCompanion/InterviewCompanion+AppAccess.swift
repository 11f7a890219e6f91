import InfraModel

extension InterviewCompanion {
  /// The role that the macOS app assumes after its user signs in with Firebase: it can access only this user's data.
  struct AppAccess: Component {
    /// The role, and how long its credentials last.
    struct Grant {
      let role: Declared<Role>
      let session: Duration
    }

    let project: String
    let storage: Storage.Places

    func declare(in stack: inout StackBuilder) -> Grant {
      let firebase = stack.add(OpenIDConnectProvider.firebase(project: project))
      // An hour is as long as a Firebase token lasts, which the app has to renew anyway.
      let session = Duration.seconds(3_600)
      let role = stack.add(
        Role(
          "macos-app", trust: PolicyDocument([.assume(byUsersOf: firebase, audience: project)]),
          maxSessionDuration: session, description: "The macOS app, on behalf of the user who is signed in"))
      // IAM replaces this with the user's Firebase id from the token.
      let user = "${\(firebase.issuer):sub}"
      stack.add(
        RolePolicy(
          "macos-app", for: role.roleName,
          [
            Statement(
              id: "OwnRecordings", ["s3:GetObject", "s3:PutObject"],
              on: ["\(storage.recordings.arn)/\(Processing.uploads)\(user)/*"]),
            Statement(
              id: "OwnMeetings", ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query", "dynamodb:UpdateItem"],
              on: [storage.meetings.arn.text],
              where: ["ForAllValues:StringEquals": ["dynamodb:LeadingKeys": Text(user)]]),
          ]))
      return Grant(role: role, session: session)
    }
  }
}
