/// A zip file made by infra-gen: the same files give the same bytes on every machine and every day.
public struct Archive: Hashable, Sendable {
  /// The zip file's name without its ending.
  public let name: String
  public let files: [GeneratedFile]
  /// The zip file itself.
  public let zipped: [UInt8]

  public init(_ name: String, _ files: [GeneratedFile]) {
    self.name = name
    self.files = files.sorted { $0.path < $1.path }
    zipped = zip(self.files)
  }

  /// Of files by their paths in the zip, such as `PackageResources` of what a target embeds.
  public init(_ name: String, _ files: KeyValuePairs<String, [UInt8]>) {
    self.init(name, files.map { GeneratedFile(path: $0.key, bytes: $0.value) })
  }

  public var fileName: String { "\(name).zip" }

  /// SHA-256 in base 64, as `source_code_hash` wants it.
  public var hash: String { base64(sha256(zipped)) }

  public static func == (left: Archive, right: Archive) -> Bool {
    left.name == right.name && left.files == right.files
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(files)
  }
}
