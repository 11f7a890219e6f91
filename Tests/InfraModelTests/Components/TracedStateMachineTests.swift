import InfraModel
import Testing

@Suite struct TracedStateMachineTests {
  @Test func roleMayCallEachTaskOnceHoweverDeepItStands() throws {
    var stack = StackBuilder()
    let alerts = stack.add(Topic("alerts"))
    let start = ARN<LambdaFunction>("arn:aws:lambda:us-east-1:123456789012:function:start")
    declare(
      [
        .task("Start", .invoke(start)),
        .repeat("Again?", until: .isPresent("$.done"), [.task("Look", .invoke(start))]),
        .parallel("Both", [[.task("Tell", .publish(alerts.arn))]], catching: [.init([.any], then: [.succeed("Fine")])]),
      ], in: &stack)

    let policy = try #require(stack.declared(RolePolicy.self).first)
    #expect(
      policy.policy.statements.map(\.actions).dropFirst() == [["lambda:InvokeFunction"], ["sns:Publish"]])
    #expect(policy.policy.statements.first == .deliverLogs)
  }

  @Test func machineIsMadeWhenItsRoleIsComplete() throws {
    var stack = StackBuilder()
    declare([.succeed("Done")], in: &stack)
    let machine = try #require(stack.declared(StateMachine.self).first)
    let policy = try #require(stack.declared(RolePolicy.self).first)
    let tracing = try #require(stack.declared(RolePolicyAttachment.self).first)

    #expect(machine.declaration.dependencies == [policy.address, tracing.address])
    #expect(tracing.policy == .xrayDaemonWriteAccess)
    #expect(machine.tracing == .active)
    #expect(stack.declared(LogGroup.self).map(\.physicalName) == ["/aws/vendedlogs/states/example-prod-processing"])
  }

  @Test func failuresAndTimeoutsAreToldApartAndBothTold() {
    var stack = StackBuilder()
    let machine = declare([.succeed("Done")], in: &stack)
    #expect(
      stack.declared(MetricAlarm.self).flatMap(\.metrics).map(\.name) == ["ExecutionsFailed", "ExecutionsTimedOut"])
    #expect(machine.executionTime.namespace == "AWS/States")
    #expect(machine.executionTime.dimensions == ["StateMachineArn": machine.arn.text])
  }

  @discardableResult
  private func declare(_ states: [State], in stack: inout StackBuilder) -> Declared<StateMachine> {
    stack.add(
      TracedStateMachine(
        "processing", .standard, states, timeout: .seconds(60), executionData: false, logRetention: .oneMonth,
        alerts: ARN("arn:aws:sns:us-east-1:123456789012:alerts")))
  }
}
