extension RuleID {
  public static let stateMachineCanTrace: RuleID = "state-machine-can-trace"
}

struct StateMachineCanTrace: Rule {
  static let description = RuleDescription(
    id: .stateMachineCanTrace,
    title: "Every state machine that records traces may write them",
    rationale: "Without the permission executions run, and their segments are dropped without a word.",
    sources: ["S0-14", "S0-2", "aws-facts 1.18"],
    subjects: [StateMachine.self],
    good: [
      Example("The component brings the permission along") { stack in
        let alerts = stack.add(Topic("alerts"))
        stack.add(
          TracedStateMachine(
            "processing", .standard, [.succeed("Done")], timeout: .seconds(60), executionData: false,
            logRetention: .oneMonth, alerts: alerts.arn))
      },
      Example("The role's own policy lets it write") { stack in
        let role = stack.add(Role("processing", assumedBy: "states.amazonaws.com"))
        stack.add(RolePolicy("processing", for: role.roleName, [.writeTraces]))
        stack.add(StateMachine.example(role: role.arn))
      },
      Example("A state machine that records nothing needs no permission") { stack in
        let role = stack.add(Role("processing", assumedBy: "states.amazonaws.com"))
        stack.add(StateMachine.example(role: role.arn, tracing: .passThrough))
      },
      Example("A role from outside the stack cannot be judged here") { stack in
        stack.add(StateMachine.example(role: .example))
      },
    ],
    bad: [
      Counterexample("The role may do nothing") { stack in
        let role = stack.add(Role("processing", assumedBy: "states.amazonaws.com"))
        return [stack.add(StateMachine.example(role: role.arn)).address]
      },
      Counterexample("The role may call functions only") { stack in
        let role = stack.add(Role("processing", assumedBy: "states.amazonaws.com"))
        stack.add(RolePolicy("processing", for: role.roleName, [Statement(["lambda:*"], on: ["*"])]))
        return [stack.add(StateMachine.example(role: role.arn)).address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    let grants = RoleGrants(stack)
    return stack.declared(StateMachine.self).compactMap { machine in
      guard machine.tracing == .active, let target = stack.target(of: machine.role.text),
        let role = target.resource as? Role
      else { return nil }
      let lacking = grants.lacking(tracingActionsOfHosts, role: target.address)
      guard !lacking.isEmpty else { return nil }
      return finding(
        on: machine,
        "state machine '\(machine.name)' records traces, but its role '\(role.name)' lacks \(quoted(lacking)) on '*'",
        fix: "add `.writeTraces` to the RolePolicy for `\(variable(for: role.name)).roleName`",
        notes: [Finding.Note(at: target.location, "role '\(role.name)' is declared here")])
    }
  }

  func unknowns(in stack: DeclaredStack) -> [Unknown] {
    let grants = RoleGrants(stack)
    return stack.declared(StateMachine.self).filter { $0.tracing == .active }.compactMap { machine in
      do throws(Unreadable) {
        _ = try grants.known(machine.role, of: "state machine '\(machine.name)'", in: stack)
        return nil
      } catch { return Unknown(on: machine.declaration, "\(error)") }
    }
  }
}
