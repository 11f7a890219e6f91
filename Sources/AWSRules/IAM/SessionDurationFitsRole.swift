import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let sessionDurationFitsRole: RuleID = "session-duration-fits-role"
}

struct SessionDurationFitsRole: Rule {
  static let description = RuleDescription(
    id: .sessionDurationFitsRole,
    title: "No function requests longer STS sessions than the role that it assumes allows",
    rationale: "STS rejects a session that is longer than the role's maximum, and only when a user signs in.",
    sources: ["S0-9", "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_update-role-settings.html"],
    severity: .warning,
    terraformFix: """
      set `max_session_duration` of the role to 3600 to 43200, and `SESSION_DURATION` of the function within it
      """,
    subjects: [Role.self, LambdaFunction.self],
    good: [
      Example("The role allows as much as the function asks for") { stack in
        let app = stack.add(
          Role("app", trust: PolicyDocument([.assume(by: "ec2.amazonaws.com")]), maxSessionDuration: .seconds(7_200)))
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["APP_ROLE_ARN": app.arn.text, "SESSION_DURATION": "7200"],
            logging: .json(to: "/aws/lambda/ingest")))
      },
      Example("An hour is what every role allows") { stack in
        let app = stack.add(Role("app", assumedBy: "ec2.amazonaws.com"))
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["APP_ROLE_ARN": app.arn.text, "SESSION_DURATION": "3600"],
            logging: .json(to: "/aws/lambda/ingest")))
      },
      Example("A role outside the stack") { stack in
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["APP_ROLE_ARN": "arn:aws:iam::123456789012:role/app", "SESSION_DURATION": "43200"],
            logging: .json(to: "/aws/lambda/ingest")))
      },
    ],
    bad: [
      Counterexample("Half a day for a role that allows an hour") { stack in
        let app = stack.add(Role("app", assumedBy: "ec2.amazonaws.com"))
        let function = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["APP_ROLE_ARN": app.arn.text, "SESSION_DURATION": "43200"],
            logging: .json(to: "/aws/lambda/ingest")))
        return [function.address]
      },
      Counterexample("Less than the minimum of STS") { stack in
        let app = stack.add(Role("app", assumedBy: "ec2.amazonaws.com"))
        let function = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["APP_ROLE_ARN": app.arn.text, "SESSION_DURATION": "600"],
            logging: .json(to: "/aws/lambda/ingest")))
        return [function.address]
      },
      Counterexample("A maximum session duration beyond the limit of IAM") { stack in
        let tooLong = Role(
          "app", trust: PolicyDocument([.assume(by: "ec2.amazonaws.com")]), maxSessionDuration: .seconds(86_400))
        return [stack.add(tooLong).address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    stack.subjects(Role.self).evaluateEach(beyondIAM)
      + stack.subjects(LambdaFunction.self).evaluate { function throws(DecodingFailure) in
        guard let asked = try function.variable("SESSION_DURATION", in: stack).flatMap({ Int($0) }) else { return [] }
        var findings: [Finding] = []
        for (name, value) in try function[\.environment].sorted(by: { $0.key < $1.key }) {
          guard let target = try stack.target(of: value, in: "environment.variables.\(name)"),
            let role = Subject<Role>(target, in: stack)
          else { continue }
          if let misfit = try misfit(of: asked, in: function, to: role) { findings.append(misfit) }
        }
        return findings
      }
  }

  private func misfit(
    of asked: Int, in function: Subject<LambdaFunction>, to role: Subject<Role>
  ) throws(DecodingFailure) -> Finding? {
    let allowed = 900...max(900, try role[\.maxSessionDuration]?.wholeSeconds ?? 3_600)
    guard !allowed.contains(asked) else { return nil }
    return finding(
      on: function,
      """
      function '\(function.name)' requests sessions of \(asked) s, but role '\(role.name)' allows \
      \(allowed.lowerBound) to \(allowed.upperBound) s
      """,
      fix: """
        set `"SESSION_DURATION"` of '\(function.name)' within that range, or raise `maxSessionDuration:` of '\(role.name)'
        """,
      terraformFix: """
        set `SESSION_DURATION` to \(allowed.lowerBound) to \(allowed.upperBound), or raise `max_session_duration` of the \
        role
        """,
      notes: [Finding.Note(at: role.location, "role '\(role.name)' is declared here")])
  }

  private func beyondIAM(_ role: Subject<Role>) throws(DecodingFailure) -> Finding? {
    guard let longest = try role[\.maxSessionDuration]?.wholeSeconds, !(3_600...43_200).contains(longest) else {
      return nil
    }
    return finding(
      on: role, "role '\(role.name)' has a maximum session duration of \(longest) s; IAM accepts 3600 to 43200 s",
      fix: "set `maxSessionDuration:` of '\(role.name)' within that range",
      terraformFix: "set `max_session_duration` to 3600 to 43200")
  }
}
