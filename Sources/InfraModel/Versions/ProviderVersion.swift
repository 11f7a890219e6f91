/// A major version of the AWS provider.
public enum ProviderVersion: Int, Hashable, Sendable, CaseIterable {
  /// From 5.100 on, the version that all of infra-gen's tests run.
  case v5 = 5
  /// From 6.0 on. What infra-gen knows of it is in `ProviderDifference.all`.
  case v6

  /// The provider's `version`.
  public var constraint: String {
    switch self {
    case .v5: "~> 5.100"
    case .v6: "~> 6.0"
    }
  }
}
