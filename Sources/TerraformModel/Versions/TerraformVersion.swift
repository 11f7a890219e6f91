/// A version of Terraform or of OpenTofu, whose minor versions are of an age: `v110` is 1.10 of either.
public enum TerraformVersion: Int, Hashable, Sendable, CaseIterable, Comparable {
  case v16 = 6
  case v17
  case v18
  case v19
  case v110
  case v111
  case v112
  case v113
  case v114

  /// The oldest version that infra-gen writes for.
  public static let oldest = v16

  /// The minor version after this one.
  package var next: String { "1.\(rawValue + 1)" }

  public static func < (left: TerraformVersion, right: TerraformVersion) -> Bool { left.rawValue < right.rawValue }
}

extension TerraformVersion: CustomStringConvertible {
  public var description: String { "1.\(rawValue)" }
}

/// The versions that a stack is applied with.
public struct ToolVersions: Hashable, Sendable {
  /// The oldest Terraform or OpenTofu that applies it. `required_version` is newer where what the stack declares needs that.
  public var terraform: TerraformVersion
  /// The newest Terraform or OpenTofu that applies it (`required_version`); any where `nil`. What the stack declares must
  /// not need a newer one (`terraform-version-fits`).
  public var newestTerraform: TerraformVersion?
  /// The provider's major version: `required_providers`.
  public var provider: ProviderVersion

  public init(
    terraform: TerraformVersion = .oldest, upTo newestTerraform: TerraformVersion? = nil,
    provider: ProviderVersion = .v5
  ) {
    self.terraform = terraform
    self.newestTerraform = newestTerraform
    self.provider = provider
  }
}
