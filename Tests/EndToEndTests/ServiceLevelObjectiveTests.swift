import InfraModel
import Testing

/// What a service level objective declares, with the real terraform.
@Suite struct ServiceLevelObjectiveTests {
  /// At 80 % the burn rates of an hour and of six hours cannot be exceeded, so that the objective has fewer alarms.
  @Test("The provider validates an objective's alarms and its widget", .ifTheMachineCan, arguments: [99.9, 93, 80])
  func validates(_ percent: Double) throws {
    let mirror = try #require(ProviderMirror.path)
    var builder = StackBuilder()
    let objective = ServiceLevelObjective(
      "checkout", percent, of: metric("Invocations", .noActivity), failing: metric("Errors", .noEvents),
      notify: ARN("arn:aws:sns:eu-west-1:123456789012:alerts"))
    let alarms = builder.add(objective)
    builder.add(
      Dashboard("objectives", in: builder.currentRegion) {
        Row {
          objective.remainingBudget
          alarms.status
        }
      })
    let stack = DeclaredStack(builder)
    try withTemporaryDirectory { directory in
      let terraform = try BuiltinTerraform(stack, readsAWS: true, below: directory)
      try terraform.run("init", "-no-color", "-backend=false", "-plugin-dir=\(mirror)")
      try terraform.run("validate", "-no-color")
    }
  }

  private func metric(_ name: String, _ missingDataMeaning: MissingDataMeaning) -> Metric {
    Metric(
      name, in: "AWS/Lambda", dimensions: ["FunctionName": "checkout"], missingDataMeaning: missingDataMeaning)
  }
}
