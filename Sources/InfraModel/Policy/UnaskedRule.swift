/// What an audit leaves out, and why: some rules ask for what Terraform does not know, others for what it has settled.
public struct UnaskedRule: Sendable {
  public let rule: RuleID
  /// One clause without a full stop.
  public let reason: String

  public static let all: [UnaskedRule] =
    rules(
      [.emittedMetricIsAlarmed, .alarmedMetricIsEmitted],
      because: "Terraform does not know which metrics the code writes")
    + rules(
      [.canaryHasOwnRole, .canaryTellsOutOfBand, .outageIsNoticed],
      because: "Terraform does not know which function is a canary")
    + rules(
      [.heartbeatNotOnSingleMiss, .missedRunIsNoticed], because: "Terraform does not know which metric is a heartbeat")
    + rules(
      [.billingAlarmAboveLoad, .xrayTakesLoad, .samplingRateTakesEffect],
      because: "Terraform does not know what load is expected")
    + rules([.vpcFunctionReachesXRay], because: "Terraform does not know which way leads from a network to X-Ray")
    + rules([.stateMachineStates], because: "the states of a plan have no model yet")
    + rules(
      [
        .duplicateAddress, .terraformName, .foreignReference, .duplicateLabel, .reservedVariableName,
        .variableDefaultFits, .undeclaredVariable, .unusedVariable, .modelHasItsSay, .terraformVersionFits,
        .providerVersionFits, .importIsExported, .stacksInOrder, .stateChangeFits,
      ],
      because: "it is about the configuration, which terraform has taken")

  private static func rules(_ ids: [RuleID], because reason: String) -> [UnaskedRule] {
    ids.map { UnaskedRule(rule: $0, reason: reason) }
  }
}
