import InfraModel
import Testing

@Suite struct RoleTests {
  /// The conditions that AWS's guide asks for: without the audience any client's users could take on the role.
  @Test func usersOfFirebaseMayTakeOnTheRoleWithATokenForTheProject() {
    var stack = StackBuilder()
    let firebase = stack.add(OpenIDConnectProvider.firebase(project: "interview-companion"))
    let role = stack.add(
      Role(
        "macos-app",
        trust: PolicyDocument([
          .assume(byUsersOf: firebase, audience: "interview-companion", subjects: "user-*")
        ]), maxSessionDuration: .seconds(7_200)))

    #expect(
      firebase.declaration.block == [
        "url": "https://securetoken.google.com/interview-companion", "client_id_list": ["interview-companion"],
      ])
    #expect(
      role.declaration.block == [
        "name": "example-prod-macos-app", "max_session_duration": 7_200,
        "assume_role_policy": .json([
          "Version": "2012-10-17",
          "Statement": [
            [
              "Effect": "Allow", "Action": ["sts:AssumeRoleWithWebIdentity"],
              "Principal": ["Federated": .text(firebase.attribute("arn"))],
              "Condition": [
                "StringEquals": ["securetoken.google.com/interview-companion:aud": "interview-companion"],
                "StringLike": ["securetoken.google.com/interview-companion:sub": "user-*"],
              ],
            ]
          ],
        ]),
      ])
  }

  @Test func policyOfTheAccountCanBeShared() {
    var stack = StackBuilder()
    let tracing = stack.add(ManagedPolicy("tracing", [.writeTraces], description: "Segments to X-Ray"))
    let role = stack.add(Role("ingest", assumedBy: "lambda.amazonaws.com"))
    let attachment = stack.add(RolePolicyAttachment("ingest-tracing", tracing.arn, to: role.roleName))

    #expect(tracing.declaration.block["name"] == "example-prod-tracing")
    #expect(tracing.declaration.block["description"] == "Segments to X-Ray")
    #expect(attachment.declaration.block["policy_arn"] == .text(tracing.attribute("arn")))
  }
}
