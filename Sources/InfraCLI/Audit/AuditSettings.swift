import InfraModel

/// What an audit leaves out, and why: some rules ask for what Terraform does not know, others for what it has settled.
struct UnaskedRule {
  let rule: RuleID
  /// One clause without a full stop.
  let reason: String

  static let all: [UnaskedRule] =
    [RuleID.emittedMetricIsAlarmed, .alarmedMetricIsEmitted].map {
      UnaskedRule(rule: $0, reason: "Terraform does not know which metrics the code writes")
    }
    + [RuleID.canaryHasOwnRole, .canaryTellsOutOfBand].map {
      UnaskedRule(rule: $0, reason: "Terraform does not know which function is a canary")
    }
    + [RuleID.heartbeatNotOnSingleMiss].map {
      UnaskedRule(rule: $0, reason: "Terraform does not know which metric is a heartbeat")
    }
    + [RuleID.vpcFunctionReachesXRay].map {
      UnaskedRule(rule: $0, reason: "Terraform does not know which way leads from a network to X-Ray")
    }
    + [RuleID.stateMachineStates].map {
      UnaskedRule(rule: $0, reason: "the states of a plan have no model yet")
    }
    + [
      RuleID.duplicateAddress, .terraformName, .foreignReference, .duplicateLabel, .reservedVariableName,
      .variableDefaultFits, .undeclaredVariable, .unusedVariable,
    ].map { UnaskedRule(rule: $0, reason: "it is about the configuration, which terraform has taken") }
}

/// `RULE=LEVEL`
struct LevelSetting {
  let rule: RuleID
  let level: RuleLevel

  init(_ word: String) throws {
    let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, let level = RuleLevel(rawValue: parts[1]) else {
      throw UsageError.badLevel(word, known: RuleLevel.allCases.map(\.rawValue))
    }
    rule = RuleID(rawValue: parts[0])
    self.level = level
  }
}
