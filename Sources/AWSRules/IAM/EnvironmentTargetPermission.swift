import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let environmentTargetPermission: RuleID = "environment-target-permission"
}

/// Tables and buckets are left out: many applications hand all functions one set of their names.
struct EnvironmentTargetPermission: Rule {
  static let description = RuleDescription(
    id: .environmentTargetPermission,
    title: "A function has permission to use the topics, queues, functions and buses in its environment",
    rationale: """
      The environment says where the code sends its results. A role that allows nothing there fails every call with \
      AccessDenied, in code that may swallow it; no apply shows it.
      """,
    sources: ["S0-2", "https://docs.aws.amazon.com/lambda/latest/dg/lambda-intro-execution-role.html"],
    severity: .warning,
    terraformFix: """
      allow the function's role to use it, such as `sns:Publish` on the topic's ARN in an `aws_iam_role_policy`, or \
      remove the variable
      """,
    subjects: [LambdaFunction.self],
    good: [
      Example("The role may publish to the topic of the environment") { stack in
        let orders = stack.add(Topic("orders", tracing: .active))
        let role = stack.add(Role("ingest", assumedBy: "lambda.amazonaws.com"))
        stack.add(RolePolicy("ingest", for: role.roleName, [.publish(to: orders.arn), .writeTraces]))
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"), role: role.arn,
            timeout: .seconds(30), environment: ["ORDERS_TOPIC": orders.arn.text],
            logging: .json(to: "/aws/lambda/ingest")))
      },
      Example("A consumer of a queue") { stack in
        let orders = stack.add(Queue("orders", retention: .seconds(86_400)))
        let role = stack.add(Role("ingest", assumedBy: "lambda.amazonaws.com"))
        let reading = Statement(["sqs:ReceiveMessage", "sqs:DeleteMessage"], on: [orders.arn.text])
        stack.add(RolePolicy("ingest", for: role.roleName, [reading, .writeTraces]))
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"), role: role.arn,
            timeout: .seconds(30), environment: ["ORDERS_QUEUE": orders.arn.text],
            logging: .json(to: "/aws/lambda/ingest")))
      },
    ],
    bad: [
      Counterexample("The role may not publish to the topic") { stack in
        let orders = stack.add(Topic("orders", tracing: .active))
        let role = stack.add(Role("ingest", assumedBy: "lambda.amazonaws.com"))
        stack.add(RolePolicy("ingest", for: role.roleName, [.writeTraces]))
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"), role: role.arn,
            timeout: .seconds(30), environment: ["ORDERS_TOPIC": orders.arn.text],
            logging: .json(to: "/aws/lambda/ingest")))
        return [ingest.address]
      },
      Counterexample("The role may call another function than the one in the environment") { stack in
        let store = stack.add(
          LambdaFunction(
            "store", code: .zip(.file("store.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/store")))
        let mail = stack.add(
          LambdaFunction(
            "mail", code: .zip(.file("mail.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/mail")))
        let role = stack.add(Role("ingest", assumedBy: "lambda.amazonaws.com"))
        stack.add(RolePolicy("ingest", for: role.roleName, [.invoke(mail.arn), .writeTraces]))
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"), role: role.arn,
            timeout: .seconds(30), environment: ["STORE": store.functionName], logging: .json(to: "/aws/lambda/ingest"))
        )
        return [ingest.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    let grants = RoleGrants(stack)
    return stack.subjects(LambdaFunction.self).evaluate { function throws(DecodingFailure) in
      var findings: [Finding] = []
      for (variable, text) in try function[\.environment].sorted(by: { $0.key < $1.key }) {
        // What is known only after apply and refers to nothing that is declared is no target.
        guard let target = stack.target(of: text), target.address != function.address,
          let actions = ResourceCatalog.aws.facts[target.address.type]?.useActions, !actions.isEmpty
        else { continue }
        let role = try function[\.role]
        guard try grants.refuses(allOf: actions, on: target, to: role, of: "function '\(function.name)'"),
          let declared = stack.target(of: role.text)
        else { continue }
        findings.append(finding(on: function, variable, target, actions, lackingIn: declared))
      }
      return findings
    }
  }

  private func finding(
    on function: Subject<LambdaFunction>, _ key: String, _ target: Declaration, _ actions: [String],
    lackingIn role: Declaration
  ) -> Finding {
    let (name, roleName) = (target.resource.name, role.resource.name)
    return finding(
      on: function,
      """
      function '\(function.name)' has '\(name)' in '\(key)', but its role '\(roleName)' has no permission for it, \
      such as '\(actions[0])'
      """,
      fix: """
        add `Statement(["\(actions[0])"], on: [\(variable(for: name)).arn.text])` to the RolePolicy for \
        `\(variable(for: roleName)).roleName`, or remove '\(key)'
        """,
      terraformFix: """
        allow role '\(roleName)' to call `\(actions[0])` on '\(name)' in an `aws_iam_role_policy`, or remove '\(key)'
        """,
      subject: key, notes: [Finding.Note(at: role.location, "role '\(roleName)' is declared here")])
  }
}
