import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let stateMachineXRayPermission: RuleID = "state-machine-xray-permission"
}

struct StateMachineXRayPermission: Rule {
  static let description = RuleDescription(
    id: .stateMachineXRayPermission,
    title: "The role of every traced state machine has permission to send traces to X-Ray",
    rationale: "Without the permission, executions run, but their segments are dropped silently.",
    sources: ["S0-14", "S0-2", "https://docs.aws.amazon.com/step-functions/latest/dg/xray-iam.html"],
    terraformFix: """
      allow the role to write traces: `xray:PutTraceSegments`, `xray:PutTelemetryRecords`, `xray:GetSamplingRules` \
      and `xray:GetSamplingTargets` on `*`
      """,
    subjects: [StateMachine.self],
    good: [
      Example("The component adds the permission") { stack in
        let alerts = stack.add(Topic("alerts"))
        stack.add(
          TracedStateMachine(
            "processing", .standard, [.succeed("Done")], timeout: .seconds(60), executionData: false,
            logRetention: .oneMonth, alerts: alerts.arn))
      },
      Example("The role's inline policy allows it") { stack in
        let role = stack.add(Role("processing", assumedBy: "states.amazonaws.com"))
        stack.add(RolePolicy("processing", for: role.roleName, [.writeTraces]))
        stack.add(
          StateMachine(
            "processing", .standard, [.succeed("Done")], timeout: .seconds(60), role: role.arn, logging: .off))
      },
      Example("An untraced state machine needs no permission") { stack in
        let role = stack.add(Role("processing", assumedBy: "states.amazonaws.com"))
        stack.add(
          StateMachine(
            "processing", .standard, [.succeed("Done")], timeout: .seconds(60), role: role.arn, logging: .off,
            tracing: .passThrough))
      },
      Example("A role from outside the stack cannot be judged here") { stack in
        stack.add(
          StateMachine(
            "processing", .standard, [.succeed("Done")], timeout: .seconds(60),
            role: ARN("arn:aws:iam::123456789012:role/example"), logging: .off))
      },
    ],
    bad: [
      Counterexample("A role without permissions") { stack in
        let role = stack.add(Role("processing", assumedBy: "states.amazonaws.com"))
        let machine = stack.add(
          StateMachine(
            "processing", .standard, [.succeed("Done")], timeout: .seconds(60), role: role.arn, logging: .off))
        return [machine.address]
      },
      Counterexample("The role may call functions only") { stack in
        let role = stack.add(Role("processing", assumedBy: "states.amazonaws.com"))
        stack.add(RolePolicy("processing", for: role.roleName, [Statement(["lambda:*"], on: ["*"])]))
        let machine = stack.add(
          StateMachine(
            "processing", .standard, [.succeed("Done")], timeout: .seconds(60), role: role.arn, logging: .off))
        return [machine.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    let grants = RoleGrants(stack)
    return stack.subjects(StateMachine.self).evaluateEach { machine throws(DecodingFailure) in
      guard try machine[\.tracing] == .active else { return nil }
      let role = try grants.known(machine[\.role], of: "state machine '\(machine.name)'", in: stack)
      let lacking = try grants.lacking(tracingActionsOfHosts, role: role.address)
      guard !lacking.isEmpty else { return nil }
      let name = role.resource.name
      return finding(
        on: machine,
        "state machine '\(machine.name)' records traces, but its role '\(name)' lacks \(quoted(lacking)) on '*'",
        fix: "add `.writeTraces` to the RolePolicy for `\(variable(for: name)).roleName`",
        notes: [Finding.Note(at: role.location, "role '\(name)' is declared here")])
    }
  }
}
