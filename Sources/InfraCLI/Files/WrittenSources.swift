/// The files of a folder in out/ that Terraform reads; `nil` if a file does not exist.
struct WrittenSources {
  var configuration: [UInt8]?
  /// Of `versions.tf`.
  var versions: [UInt8]?

  func isSame(as other: WrittenSources) -> Bool {
    InfraCLI.isSame(configuration, other.configuration) && InfraCLI.isSame(versions, other.versions)
  }
}
