import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let canaryHasOwnRole: RuleID = "canary-has-own-role"
}

struct CanaryHasOwnRole: Rule {
  static let description = RuleDescription(
    id: .canaryHasOwnRole,
    title: "Every canary function has a role that no other function uses",
    rationale: "A policy change that breaks the functions would also break the canary that should report it.",
    sources: ["FR-051", "US11"],
    asked: .ofStacksOnly(because: "Terraform does not know which function is a canary"),
    subjects: [LambdaFunction.self],
    good: [
      Example("The canary and the function each have a role") { stack in
        let role = stack.add(Role("ingest", assumedBy: "lambda.amazonaws.com"))
        let canaryRole = stack.add(Role("canary", assumedBy: "lambda.amazonaws.com"))
        let outOfBand = stack.add(Topic("out-of-band"))
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"), role: role.arn,
            timeout: .seconds(30), logging: .json(to: "/aws/lambda/ingest")))
        stack.add(
          LambdaFunction(
            "canary", code: .zip(.file("canary.zip"), runtime: .python313, handler: "app.handler"),
            role: canaryRole.arn, timeout: .seconds(30), logging: .json(to: "/aws/lambda/canary"),
            purpose: .canary(notify: outOfBand.arn)))
      },
      Example("Functions other than canaries may share a role") { stack in
        let role = stack.add(Role("shared", assumedBy: "lambda.amazonaws.com"))
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"), role: role.arn,
            timeout: .seconds(30), logging: .json(to: "/aws/lambda/ingest")))
        stack.add(
          LambdaFunction(
            "analyze", code: .zip(.file("analyze.zip"), runtime: .python313, handler: "app.handler"), role: role.arn,
            timeout: .seconds(30), logging: .json(to: "/aws/lambda/analyze")))
      },
    ],
    bad: [
      Counterexample("The canary shares the role of a function") { stack in
        let role = stack.add(Role("shared", assumedBy: "lambda.amazonaws.com"))
        let outOfBand = stack.add(Topic("out-of-band"))
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"), role: role.arn,
            timeout: .seconds(30), logging: .json(to: "/aws/lambda/ingest")))
        let canary = stack.add(
          LambdaFunction(
            "canary", code: .zip(.file("canary.zip"), runtime: .python313, handler: "app.handler"), role: role.arn,
            timeout: .seconds(30), logging: .json(to: "/aws/lambda/canary"), purpose: .canary(notify: outOfBand.arn)))
        return [canary.address]
      }
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    let functions = stack.subjects(LambdaFunction.self)
    // A function whose role cannot be told has a role of its own as far as this says: it is judged where it is a canary.
    let byRole = Dictionary(grouping: functions) { (try? $0[\.role]).map { stack.simplified($0.text) } }
    return functions.evaluateEach { canary throws(DecodingFailure) in
      guard case .canary = try canary[\.purpose] else { return nil }
      let role = stack.simplified(try canary[\.role].text)
      guard let other = byRole[role, default: []].first(where: { $0.address != canary.address }) else { return nil }
      let name = canary.name
      return finding(
        on: canary, "canary '\(name)' shares its role with function '\(other.name)'",
        fix: """
          add `let \(variable(for: name))Role = stack.add(Role("\(name)", assumedBy: "lambda.amazonaws.com"))` and \
          set `role: \(variable(for: name))Role.arn` on '\(name)'
          """,
        notes: [Finding.Note(at: other.location, "function '\(other.name)' uses the role here")])
    }
  }
}
