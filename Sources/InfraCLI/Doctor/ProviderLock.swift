import InfraModel

/// The AWS provider that `terraform init` recorded next to a configuration, so that every machine uses the same one.
struct ProviderLock: Equatable {
  /// `5.100.0`
  let version: String
  /// Hashes: `h1:` of a platform's files, `zh:` of its archive.
  let hashes: [String]

  static let fileName = ".terraform.lock.hcl"

  /// `nil` if the file does not list the AWS provider.
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

  /// Whether it is valid only on the platform that wrote it: a registry signs the archives of all platforms, while a
  /// local mirror provides only the hashes of its own files.
  var isOfOnePlatform: Bool { hashes.count < 2 }

  /// Whether the constraint that synth writes, such as `~> 5.100`, allows the version.
  func fits(_ constraint: String) -> Bool {
    guard let version = Version(version), let least = Version(constraint.drop { !$0.isNumber }) else { return false }
    return version.major == least.major && version >= least
  }
}

extension Substring {
  /// The text between the first two quotation marks.
  fileprivate var quoted: String? {
    let parts = split(separator: "\"", maxSplits: 2, omittingEmptySubsequences: false)
    return parts.count == 3 ? String(parts[1]) : nil
  }
}
