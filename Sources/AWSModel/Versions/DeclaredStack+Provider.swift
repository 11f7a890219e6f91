import ProviderSchemas
public import TerraformModel

extension DeclaredStack {
  /// The provider's `version`: of the major version that the stack is for, from the first on that is known to have all that
  /// it uses.
  public var providerConstraint: String {
    let schemas = ProviderSchema.aws(versions.provider)
    // Only version 6 is here with several of its minor versions.
    let minor = schemas.count > 1 ? max(minorOfValues, minorOfSchema(schemas)) : schemas.first?.minor ?? 0
    return "~> \(versions.provider.rawValue).\(minor)"
  }

  private func minorOfSchema(_ schemas: [ProviderSchema]) -> Int {
    guard let newest = schemas.last else { return 0 }
    let own = declarations.filter(\.isOfAWS)
    let first = schemas.first { schema in
      own.allSatisfy { schema.lacks(of: $0, comparedWith: newest).isEmpty }
    }
    return (first ?? newest).minor
  }

  private var minorOfValues: Int {
    ProviderValue.all.filter { value in declarations.contains { value.found(in: $0) != nil } }.map(\.minor).max() ?? 0
  }
}
