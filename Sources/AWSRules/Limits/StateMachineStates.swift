import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let stateMachineStates: RuleID = "state-machine-states"
}

struct StateMachineStates: Rule {
  static let description = RuleDescription(
    id: .stateMachineStates,
    title: "Every state has a unique name and can be reached",
    rationale: """
      If two states have the same name, only one is written. Step Functions rejects the other mistakes, but only \
      when Terraform plans with access to AWS.
      """,
    sources: [
      "S0-14",
      "https://docs.aws.amazon.com/step-functions/latest/dg/statemachine-structure.html",
      "https://docs.aws.amazon.com/step-functions/latest/apireference/API_CreateStateMachine.html",
    ],
    asked: .ofStacksOnly(because: "the states of a plan have no model yet"),
    subjects: [StateMachine.self],
    good: [
      Example("States one after another, and within one another") { stack in
        let start: ARN<LambdaFunction> = ARN("arn:aws:lambda:us-east-1:123456789012:function:start")
        stack.add(
          StateMachine(
            "processing", .standard,
            [
              .task("Start", .invoke(start)),
              .repeat(
                "Done?", until: .string("$.status", equals: "COMPLETED"),
                [.wait("A minute", .seconds(60)), .task("Look", .invoke(start))]),
              .choice(
                "Long?", [.when(.number("$.minutes", .isAbove, 60), [.fail("Refuse", error: "Long", cause: "")])]),
            ], timeout: .seconds(60), role: ARN("arn:aws:iam::123456789012:role/example"), logging: .off))
      }
    ],
    bad: [
      Counterexample("Two states with the same name") { stack in
        let machine = stack.add(
          StateMachine(
            "processing", .standard, [.wait("Wait", .seconds(1)), .wait("Wait", .seconds(2))], timeout: .seconds(60),
            role: ARN("arn:aws:iam::123456789012:role/example"), logging: .off))
        return [machine.address]
      },
      Counterexample("A name within another state") { stack in
        let machine = StateMachine(
          "processing", .standard,
          [.wait("Wait", .seconds(1)), .parallel("Both", [[.succeed("Wait")], [.succeed("Other")]])],
          timeout: .seconds(60), role: ARN("arn:aws:iam::123456789012:role/example"), logging: .off)
        return [stack.add(machine).address]
      },
      Counterexample("A state after the end is unreachable") { stack in
        let machine = stack.add(
          StateMachine(
            "processing", .standard, [.succeed("Done"), .wait("Wait", .seconds(1))], timeout: .seconds(60),
            role: ARN("arn:aws:iam::123456789012:role/example"), logging: .off))
        return [machine.address]
      },
      Counterexample("No states") { stack in
        let machine = stack.add(
          StateMachine(
            "processing", .standard, [], timeout: .seconds(60), role: ARN("arn:aws:iam::123456789012:role/example"),
            logging: .off))
        return [machine.address]
      },
      Counterexample("An empty loop") { stack in
        let loop = State.repeat("Done?", until: .isPresent("$.done"), [])
        let machine = stack.add(
          StateMachine(
            "processing", .standard, [loop], timeout: .seconds(60), role: ARN("arn:aws:iam::123456789012:role/example"),
            logging: .off))
        return [machine.address]
      },
      Counterexample("A choice without branches") { stack in
        let machine = stack.add(
          StateMachine(
            "processing", .standard, [.choice("Which?", [])], timeout: .seconds(60),
            role: ARN("arn:aws:iam::123456789012:role/example"), logging: .off))
        return [machine.address]
      },
      Counterexample("A name of 81 characters") { stack in
        let name = String(repeating: "x", count: 81)
        let machine = stack.add(
          StateMachine(
            "processing", .standard, [.succeed(name)], timeout: .seconds(60),
            role: ARN("arn:aws:iam::123456789012:role/example"), logging: .off))
        return [machine.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    stack.subjects(StateMachine.self).evaluate { machine throws(DecodingFailure) in
      let all = try machine[\.states]
      let states = all.everyState
      let byName = Dictionary(grouping: states, by: \.name)
      let twice = byName.filter { $0.value.count > 1 }.keys.sorted()
      let strange = byName.keys.filter { !(1...80).contains($0.unicodeScalars.count) }.sorted()
      var faults: [(String, String)] = []
      if all.isEmpty { faults.append(("has no states", "add a state")) }
      faults += twice.map { ("has two states with the name '\($0)'", "give one of them another name") }
      faults += strange.map { ("has a state '\($0)', whose name does not have 1 to 80 characters", "rename it") }
      faults += states.filter(\.lacksContent).map { ("has an empty state '\($0.name)'", "add states to it") }
      faults += unreachable(in: all).map { ("never reaches state '\($0.name)'", "remove it") }
      return faults.map { fault, fix in
        finding(on: machine, "state machine '\(machine.name)' \(fault)", fix: "\(fix) in '\(machine.name)'")
      }
    }
  }

  /// What stands behind the end of an execution.
  private func unreachable(in sequence: [State]) -> [State] {
    zip(sequence, sequence.dropFirst()).filter { $0.0.endsExecution }.map(\.1)
      + sequence.flatMap(\.inner).flatMap { unreachable(in: $0) }
  }
}

extension State {
  fileprivate var lacksContent: Bool {
    switch kind {
    case .choice(let branches, _): branches.isEmpty
    case .loop(let states, _), .map(let states, _, _, _, _, _): states.isEmpty
    case .parallel(let branches, _, _, _): branches.isEmpty || branches.contains(where: \.isEmpty)
    case .task, .pass, .wait, .succeed, .fail: false
    }
  }
}
