package import TerraformModel

extension LimitedArgument {
  package static let byType: [String: [LimitedArgument]] = {
    let limits = ResourceCatalog.aws.limits.merging(observabilityLimits) { $0 + $1 }.filter { !$0.value.isEmpty }
    return limits.mapValues { limits in
      Dictionary(grouping: limits, by: \.argument).map { LimitedArgument($0, $1) }
        .sorted { $0.name < $1.name }
    }
  }()
}

extension ArgumentConstraint {
  package static let byType: [String: [ArgumentConstraint]] = ResourceCatalog.aws.constraints
    .merging(observabilityConstraints) { $0 + $1 }.filter { !$0.value.isEmpty }
}
