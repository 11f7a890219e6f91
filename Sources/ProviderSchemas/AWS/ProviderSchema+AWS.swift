package import TerraformModel

extension ProviderSchema {
  /// The address of the AWS provider in the registry.
  package static let awsSource = "hashicorp/aws"

  /// hashicorp/aws, from the oldest version on.
  ///
  /// Source of 5.100: `terraform providers schema -json`. Source of version 6: the packages of cdktf and cdktn on
  /// https://pypi.org, which are made from that.
  package static let aws: [ProviderSchema] = SchemaTable.aws.versions.indices.map {
    ProviderSchema(.aws, at: $0, functions: ProviderFunction.aws)
  }

  /// The schemas of a major version, from the oldest on.
  package static func aws(_ version: ProviderVersion) -> [ProviderSchema] {
    aws.filter { $0.major == version.rawValue }
  }

  private var numbers: [Int] { version.split(separator: ".").compactMap { Int($0) } }
  private var major: Int { numbers.first ?? 0 }
  /// The minor version, such as 100 of 5.100.0.
  package var minor: Int { numbers.count > 1 ? numbers[1] : 0 }
}

extension SchemaMode {
  /// The mode of an address; `nil` for what is no resource.
  package init?(_ mode: Address.Mode) {
    switch mode {
    case .managed: self = .resource
    case .data: self = .data
    case .ephemeral: self = .ephemeral
    case .configuration: return nil
    }
  }
}
