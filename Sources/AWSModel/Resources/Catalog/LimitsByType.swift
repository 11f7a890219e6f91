import Synchronization
package import TerraformModel

/// What AWS asks of a type's arguments.
package struct ArgumentRequirements: Sendable {
  package let limited: [LimitedArgument]
  package let constraints: [ArgumentConstraint]
}

extension ArgumentRequirements {
  /// - Returns: `nil` for a type of which nothing is known.
  package static func of(_ type: String) -> ArgumentRequirements? {
    known.withLock { known in
      if let requirements = known[type] { return requirements }
      let requirements = ArgumentRequirements(type)
      known[type] = .some(requirements)
      return requirements
    }
  }

  /// Kept by type, since reading the tables of all types would be felt at the start of every run.
  private static let known = Mutex<[String: ArgumentRequirements?]>([:])

  private init?(_ type: String) {
    let model = ResourceCatalog.aws.models[type]
    guard let facts = ResourceCatalog.aws.facts[type] else { return nil }
    let limits = (model?.limits ?? []) + facts.limits
    limited = Dictionary(grouping: limits, by: \.argument).map { LimitedArgument($0, $1) }.sorted { $0.name < $1.name }
    constraints = (model?.constraints ?? []) + facts.constraints
  }
}
