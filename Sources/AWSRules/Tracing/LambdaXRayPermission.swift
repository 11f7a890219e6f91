import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let lambdaXRayPermission: RuleID = "lambda-xray-permission"
}

struct LambdaXRayPermission: Rule {
  static let description = RuleDescription(
    id: .lambdaXRayPermission,
    title: "The role of every traced function has permission to send traces to X-Ray",
    rationale: """
      Without the permission, the function runs, but its segments are dropped silently. \
      AWSLambdaBasicExecutionRole does not grant it.
      """,
    sources: ["FR-017", "FR-003", "SC-003", "https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html"],
    terraformFix: """
      attach `arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess` to the role with an \
      `aws_iam_role_policy_attachment`, or allow `xray:PutTraceSegments` and `xray:PutTelemetryRecords` on `*`
      """,
    subjects: [LambdaFunction.self],
    good: [
      Example("The role's inline policy allows it") { stack in
        let role = stack.add(Role("ingest", assumedBy: "lambda.amazonaws.com"))
        stack.add(RolePolicy("ingest", for: role.roleName, [.writeTraces]))
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"), role: role.arn,
            timeout: .seconds(30), logging: .json(to: "/aws/lambda/ingest")))
      },
      Example("The AWS managed policy is attached") { stack in
        let role = stack.add(Role("ingest", assumedBy: "lambda.amazonaws.com"))
        stack.add(RolePolicyAttachment("ingest-traces", .xrayDaemonWriteAccess, to: role.roleName))
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"), role: role.arn,
            timeout: .seconds(30), logging: .json(to: "/aws/lambda/ingest")))
      },
      Example("A policy that several roles share allows it") { stack in
        let role = stack.add(Role("ingest", assumedBy: "lambda.amazonaws.com"))
        let tracing = stack.add(ManagedPolicy("tracing", [.writeTraces]))
        stack.add(RolePolicyAttachment("ingest-traces", tracing.arn, to: role.roleName))
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"), role: role.arn,
            timeout: .seconds(30), logging: .json(to: "/aws/lambda/ingest")))
      },
      Example("A wildcard covers it") { stack in
        let role = stack.add(Role("ingest", assumedBy: "lambda.amazonaws.com"))
        stack.add(RolePolicy("ingest", for: role.roleName, [Statement(.allow, ["xray:Put*"], on: ["*"])]))
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"), role: role.arn,
            timeout: .seconds(30), logging: .json(to: "/aws/lambda/ingest")))
      },
      Example("A function that records nothing needs no permission") { stack in
        let role = stack.add(Role("ingest", assumedBy: "lambda.amazonaws.com"))
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"), role: role.arn,
            timeout: .seconds(30), tracing: .passThrough, logging: .json(to: "/aws/lambda/ingest")))
      },
      Example("A role from outside the stack cannot be judged here") { stack in
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/ingest"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
      },
      Example("A policy from outside the stack cannot be judged either") { stack in
        let role = stack.add(Role("ingest", assumedBy: "lambda.amazonaws.com"))
        stack.add(
          RolePolicyAttachment("ingest", ARN("arn:aws:iam::123456789012:policy/tracing"), to: role.roleName))
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"), role: role.arn,
            timeout: .seconds(30), logging: .json(to: "/aws/lambda/ingest")))
      },
    ],
    bad: [
      Counterexample("The basic execution role is for logs only") { stack in
        let role = stack.add(Role("ingest", assumedBy: "lambda.amazonaws.com"))
        stack.add(RolePolicyAttachment("ingest-logs", .lambdaBasicExecution, to: role.roleName))
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"), role: role.arn,
            timeout: .seconds(30), logging: .json(to: "/aws/lambda/ingest")))
        return [ingest.address]
      },
      Counterexample("A shared policy is for something else") { stack in
        let role = stack.add(Role("ingest", assumedBy: "lambda.amazonaws.com"))
        let reading = stack.add(ManagedPolicy("reading", [.readTraces]))
        stack.add(RolePolicyAttachment("ingest-traces", reading.arn, to: role.roleName))
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"), role: role.arn,
            timeout: .seconds(30), logging: .json(to: "/aws/lambda/ingest")))
        return [ingest.address]
      },
      Counterexample("Half of the permission is not enough") { stack in
        let role = stack.add(Role("ingest", assumedBy: "lambda.amazonaws.com"))
        stack.add(RolePolicy("ingest", for: role.roleName, [Statement(.allow, ["xray:PutTraceSegments"], on: ["*"])]))
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"), role: role.arn,
            timeout: .seconds(30), logging: .json(to: "/aws/lambda/ingest")))
        return [ingest.address]
      },
      Counterexample("X-Ray's write actions do not support resources") { stack in
        let role = stack.add(Role("ingest", assumedBy: "lambda.amazonaws.com"))
        let narrow = Statement(.allow, ["xray:*"], on: ["arn:aws:xray:us-east-1:123456789012:group/*"])
        stack.add(RolePolicy("ingest", for: role.roleName, [narrow]))
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"), role: role.arn,
            timeout: .seconds(30), logging: .json(to: "/aws/lambda/ingest")))
        return [ingest.address]
      },
      Counterexample("A statement denies it") { stack in
        let role = stack.add(Role("ingest", assumedBy: "lambda.amazonaws.com"))
        stack.add(RolePolicy("ingest", for: role.roleName, [.writeTraces, Statement(.deny, ["xray:*"], on: ["*"])]))
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"), role: role.arn,
            timeout: .seconds(30), logging: .json(to: "/aws/lambda/ingest")))
        return [ingest.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    let grants = RoleGrants(stack)
    return stack.subjects(LambdaFunction.self).evaluateEach { function throws(DecodingFailure) in
      guard try function[\.tracing].canBe(.active) else { return nil }
      let role = try grants.known(try function[\.role], of: "function '\(function.name)'", in: stack)
      let lacking = try grants.lacking(tracingActionsOfHosts, role: role.address)
      guard !lacking.isEmpty else { return nil }
      return finding(
        on: function,
        "function '\(function.name)' records traces, but its role '\(role.resource.name)' lacks \(quoted(lacking)) on '*'",
        fix: "add `.writeTraces` to the RolePolicy for `\(variable(for: role.resource.name)).roleName`",
        notes: [Finding.Note(at: role.location, "role '\(role.resource.name)' is declared here")])
    }
  }
}
