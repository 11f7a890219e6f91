import InfraModel

/// What `terraform init` has written down of the AWS provider beside a configuration, for everybody to use the same.
struct ProviderLock: Equatable {
  /// `5.100.0`
  let version: String
  /// Of what a platform runs: `h1:` of its files, `zh:` of the archive they came in.
  let hashes: [String]

  static let fileName = ".terraform.lock.hcl"

  /// `nil` where the file speaks of no AWS provider.
  init?(reading text: String) {
    let lines = text.lines.map { $0.drop { $0 == " " || $0 == "\t" } }
    guard let start = lines.firstIndex(where: { $0.hasPrefix("provider ") && $0.contains("/hashicorp/aws\"") }) else {
      return nil
    }
    let block = lines[lines.index(after: start)...].prefix { !$0.hasPrefix("}") }
    guard let version = block.first(where: { $0.hasPrefix("version ") || $0.hasPrefix("version=") })?.quoted else {
      return nil
    }
    self.version = version
    hashes = block.filter { $0.hasPrefix("\"") }.compactMap(\.quoted)
  }

  /// Whether it holds for the machine alone that wrote it: a registry signs the archives of all platforms, while a mirror
  /// on the disk says only what it has.
  var isOfOnePlatform: Bool { hashes.count < 2 }

  /// Whether the constraint that synth writes, such as `~> 5.100`, lets the version in.
  func fits(_ constraint: String) -> Bool {
    guard let version = Version(version), let least = Version(constraint.drop { !$0.isNumber }) else { return false }
    return version.major == least.major && version >= least
  }
}

extension Substring {
  /// What stands between the first two quotation marks.
  fileprivate var quoted: String? {
    let parts = split(separator: "\"", maxSplits: 2, omittingEmptySubsequences: false)
    return parts.count == 3 ? String(parts[1]) : nil
  }
}
