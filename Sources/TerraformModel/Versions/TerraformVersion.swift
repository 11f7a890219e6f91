/// A version of Terraform or of OpenTofu, whose minor versions are of an age: `v110` is 1.10 of either.
public enum TerraformVersion: Int, Hashable, Sendable, CaseIterable, Comparable {
  case v16 = 6
  case v17
  case v18
  case v19
  case v110
  case v111

  /// The oldest version that infra-gen writes for.
  public static let oldest = v16

  public static func < (left: TerraformVersion, right: TerraformVersion) -> Bool { left.rawValue < right.rawValue }
}

extension TerraformVersion: CustomStringConvertible {
  public var description: String { "1.\(rawValue)" }
}

/// The versions that a stack is applied with.
public struct ToolVersions: Hashable, Sendable {
  /// The oldest Terraform or OpenTofu that applies it: `required_version`.
  public var terraform: TerraformVersion
  /// The provider's major version: `required_providers`.
  public var provider: ProviderVersion

  public init(terraform: TerraformVersion = .oldest, provider: ProviderVersion = .v5) {
    self.terraform = terraform
    self.provider = provider
  }
}
