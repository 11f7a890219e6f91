/// A major version of the AWS provider.
public enum ProviderVersion: Int, Hashable, Sendable, CaseIterable {
  /// From 5.100 on, the version that all of infra-gen's tests run.
  case v5 = 5
  /// From 6.25 on, the version whose types and arguments all that infra-gen writes was compared with.
  case v6
}
