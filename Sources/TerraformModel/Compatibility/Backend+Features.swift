extension Backend {
  /// What the backend uses that not every version knows.
  package var features: [TerraformFeature] {
    switch self {
    case .s3(_, _, .lockfile): [.s3Lockfile]
    case .local, .s3, .raw, .cloud: []
    }
  }

  /// The version that the backend needs.
  public var needs: TerraformVersion { features.map(\.needs).max() ?? .oldest }
}
