extension DeclaredStack {
  /// The provider's `version`: of the major version that the stack is for, from the first on that has all it uses.
  public var providerConstraint: String {
    let needed = ProviderDifference.all.filter { difference in
      difference.version == versions.provider && difference.minor > versions.provider.oldestMinor
        && declarations.contains { difference.found(in: $0) != nil }
    }
    let minor = needed.map(\.minor).max() ?? versions.provider.oldestMinor
    return "~> \(versions.provider.rawValue).\(minor)"
  }
}
