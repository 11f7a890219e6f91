/// Where releases of InfraKit are published.
enum Release {
  /// The URL of the repository; `nil` as long as there is no release. `init` depends on it by URL and version then, and
  /// until then on the clone that the program was built from.
  static let repository: String? = nil
}
