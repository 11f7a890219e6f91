import InfraModel
import Testing

/// Expectations are written from the Amazon States Language specification.
@Suite struct StateMachineTests {
  @Test func statesFollowEachOtherAndTheLastOneEnds() {
    #expect(
      definition([.wait("Wait", .seconds(5)), .pass("Note", ["ok": true])]) == [
        "StartAt": "Wait", "TimeoutSeconds": 60,
        "States": [
          "Wait": ["Type": "Wait", "Seconds": 5, "Next": "Note"],
          "Note": ["Type": "Pass", "Result": ["ok": true], "End": true],
        ],
      ])
  }

  @Test func functionIsInvokedWithTheInputAndItsPayloadIsTheAnswer() {
    #expect(
      states([.task("Start", .invoke(function), timeout: .seconds(40))]) == [
        "Start": [
          "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
          "Parameters": ["FunctionName": .text(function.text), "Payload.$": "$"], "OutputPath": "$.Payload",
          "TimeoutSeconds": 40, "End": true,
        ]
      ])
  }

  @Test func answerCanStandBesideTheInput() {
    let task = states([.task("Look", .invoke(function), result: .at("$.look"))])?["Look"]
    #expect(task?["ResultPath"] == "$.look")
    #expect(task?["ResultSelector"] == ["Payload.$": "$.Payload"])
    #expect(task?["OutputPath"] == nil)
  }

  @Test func anyServiceCanBeCalled() {
    let call = State.Task.service(
      "aws-sdk:transcribe:startTranscriptionJob", ["TranscriptionJobName.$": "$.name"])
    let task = states([.task("Transcribe", call, result: .at("$.job"))])?["Transcribe"]
    #expect(task?["Resource"] == "arn:aws:states:::aws-sdk:transcribe:startTranscriptionJob")
    #expect(task?["Parameters"] == ["TranscriptionJobName.$": "$.name"])
    #expect(task?["ResultPath"] == "$.job")
  }

  @Test func loopRunsItsStatesBeforeItAsks() {
    let states = states([
      .repeat(
        "Done?", until: .string("$.status", equals: "COMPLETED"),
        [
          .wait("Minute", .seconds(60)), .task("Look", .invoke(function)),
        ]), .succeed("Good"),
    ])
    #expect(states?["Look"]?["Next"] == "Done?")
    #expect(
      states?["Done?"] == [
        "Type": "Choice", "Default": "Minute",
        "Choices": [["Variable": "$.status", "StringEquals": "COMPLETED", "Next": "Good"]],
      ])
    #expect(definition([.repeat("D", until: .isPresent("$.d"), [.wait("W", .seconds(1))])])?["StartAt"] == "W")
  }

  @Test func waysOfAChoiceMeetBehindIt() {
    let states = states([
      .choice(
        "Long?", [.when(.number("$.minutes", .isAbove, 60), [.pass("Cut", [:])])], otherwise: [.pass("Whole", [:])]),
      .succeed("Good"),
    ])
    #expect(states?["Long?"]?["Default"] == "Whole")
    #expect(states?["Long?"]?["Choices"] == [["Variable": "$.minutes", "NumericGreaterThan": 60.0, "Next": "Cut"]])
    #expect(states?["Cut"]?["Next"] == "Good")
    #expect(states?["Whole"]?["Next"] == "Good")
  }

  @Test func choiceAtTheEndEndsWellForAChoiceCannotEndItself() {
    let states = states([.choice("Long?", [.when(.isPresent("$.long"), [.fail("No", error: "Long", cause: "too")])])])
    #expect(states?["Long?"]?["Default"] == "Long?, done")
    #expect(states?["Long?, done"] == ["Type": "Succeed"])
    #expect(states?["No"] == ["Type": "Fail", "Error": "Long", "Cause": "too"])
  }

  @Test func failuresAreTriedAgainAndThenHandled() {
    let states = states([
      .task(
        "Start", .invoke(function), retries: [.init(on: [.timeout], attempts: 2, after: .seconds(1), backoff: 1.5)],
        catching: [.init([.any], then: [.pass("Sorry", [:])])]),
      .succeed("Good"),
    ])
    #expect(
      states?["Start"]?["Retry"] == [
        ["ErrorEquals": ["States.Timeout"], "MaxAttempts": 2, "IntervalSeconds": 1, "BackoffRate": 1.5]
      ])
    #expect(
      states?["Start"]?["Catch"] == [["ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "Sorry"]])
    #expect(states?["Sorry"]?["Next"] == "Good")
  }

  @Test func branchesAndItemsAreWorkflowsOfTheirOwn() {
    let states = states([
      .parallel("Both", [[.succeed("A")], [.wait("B", .seconds(1))]], resultAt: "$.both"),
      .map("Each", over: "$.items", maximumConcurrency: 4, [.pass("Item", [:])]),
    ])
    #expect(
      states?["Both"] == [
        "Type": "Parallel", "ResultPath": "$.both", "Next": "Each",
        "Branches": [
          ["StartAt": "A", "States": ["A": ["Type": "Succeed"]]],
          ["StartAt": "B", "States": ["B": ["Type": "Wait", "Seconds": 1, "End": true]]],
        ],
      ])
    #expect(
      states?["Each"] == [
        "Type": "Map", "ItemsPath": "$.items", "MaxConcurrency": 4, "End": true,
        "ItemProcessor": [
          "ProcessorConfig": ["Mode": "INLINE"], "StartAt": "Item",
          "States": ["Item": ["Type": "Pass", "Result": [:], "End": true]],
        ],
      ])
  }

  @Test func conditionsCombine() {
    let condition = State.Condition.all([.not(.isPresent("$.a")), .any([.boolean("$.b", equals: true)])])
    let states = states([.choice("C", [.when(condition, [.succeed("S")])])])
    #expect(
      states?["C"]?["Choices"] == [
        [
          "Next": "S",
          "And": [
            ["Not": ["Variable": "$.a", "IsPresent": true]], ["Or": [["Variable": "$.b", "BooleanEquals": true]]],
          ],
        ]
      ])
  }

  @Test func logsGoToAllStreamsOfAGroup() {
    let group = ARN<LogGroup>("arn:aws:logs:us-east-1:123456789012:log-group:/aws/vendedlogs/states/a")
    let block = block([.succeed("S")], logging: .on(group, level: .error, executionData: false), tracing: .active)
    #expect(
      block.nested("logging_configuration") == [
        "level": "ERROR", "include_execution_data": false,
        "log_destination": "arn:aws:logs:us-east-1:123456789012:log-group:/aws/vendedlogs/states/a:*",
      ])
    #expect(block.nested("tracing_configuration") == ["enabled": true])
    #expect(block["type"] == "EXPRESS")
  }

  @Test func whatIsSwitchedOffIsSaidToBe() {
    let block = block([.succeed("S")], logging: .off, tracing: .passThrough)
    #expect(block.nested("logging_configuration") == ["level": "OFF"])
    #expect(block.nested("tracing_configuration") == ["enabled": false])
  }

  private let function = ARN<LambdaFunction>("arn:aws:lambda:us-east-1:123456789012:function:start")

  private func states(_ states: [State]) -> Value? { definition(states)?["States"] }

  private func definition(_ states: [State]) -> Value? {
    guard case .json(let definition) = block(states, logging: .off, tracing: .active)["definition"] else { return nil }
    return definition
  }

  private func block(_ states: [State], logging: StateMachine.Logging, tracing: TracingMode) -> Block {
    var stack = StackBuilder()
    let machine = StateMachine(
      "processing", .express, states, timeout: .seconds(60), role: ARN("arn:aws:iam::123456789012:role/processing"),
      logging: logging, tracing: tracing)
    return stack.add(machine).declaration.block
  }
}
