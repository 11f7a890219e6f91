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
          StateMachine.example([
            .task("Start", .invoke(start)),
            .repeat(
              "Done?", until: .string("$.status", equals: "COMPLETED"),
              [
                .wait("A minute", .seconds(60)), .task("Look", .invoke(start)),
              ]),
            .choice("Long?", [.when(.number("$.minutes", .isAbove, 60), [.fail("Refuse", error: "Long", cause: "")])]),
          ]))
      }
    ],
    bad: [
      Counterexample("Two states with the same name") { stack in
        [stack.add(StateMachine.example([.wait("Wait", .seconds(1)), .wait("Wait", .seconds(2))])).address]
      },
      Counterexample("A name within another state") { stack in
        let machine = StateMachine.example([
          .wait("Wait", .seconds(1)), .parallel("Both", [[.succeed("Wait")], [.succeed("Other")]]),
        ])
        return [stack.add(machine).address]
      },
      Counterexample("A state after the end is unreachable") { stack in
        [stack.add(StateMachine.example([.succeed("Done"), .wait("Wait", .seconds(1))])).address]
      },
      Counterexample("No states") { stack in
        [stack.add(StateMachine.example([])).address]
      },
      Counterexample("An empty loop") { stack in
        let loop = State.repeat("Done?", until: .isPresent("$.done"), [])
        return [stack.add(StateMachine.example([loop])).address]
      },
      Counterexample("A choice without branches") { stack in
        [stack.add(StateMachine.example([.choice("Which?", [])])).address]
      },
      Counterexample("A name of 81 characters") { stack in
        let name = String(repeating: "x", count: 81)
        return [stack.add(StateMachine.example([.succeed(name)])).address]
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
