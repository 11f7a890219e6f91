import InfraModel
import TFEmit

/// What is different in one stack and environment.
struct FolderChanges {
  let identity: StackIdentity
  let configuration: ConfigurationChanges
}

/// The bytes of a folder in out/ that say what Terraform is to do; `nil` where there is no such file.
struct WrittenSources {
  var configuration: [UInt8]?
  /// Of `versions.tf`.
  var versions: [UInt8]?

  func isSame(as other: WrittenSources) -> Bool {
    InfraCLI.isSame(configuration, other.configuration) && InfraCLI.isSame(versions, other.versions)
  }
}

/// Compares what was written with what the stacks say now. What is the same byte for byte is not even taken apart.
func changes(
  from written: (StackIdentity) throws -> WrittenSources, to folders: [GeneratedFolder]
) throws -> [FolderChanges] {
  try folders.compactMap { folder in
    let old = try written(folder.identity)
    guard !old.isSame(as: folder.sources) else { return nil }
    let changes = ConfigurationChanges(
      from: try configuration(old, of: folder.identity), to: try configuration(folder.sources, of: folder.identity))
    return changes.isEmpty ? nil : FolderChanges(identity: folder.identity, configuration: changes)
  }
}

func configuration(_ sources: WrittenSources, of identity: StackIdentity) throws -> WrittenConfiguration {
  guard let bytes = sources.configuration else { return WrittenConfiguration() }
  do {
    return try WrittenConfiguration(reading: bytes, versions: sources.versions)
  } catch {
    throw InputError.badConfiguration(
      path: "\(identity)/\(GeneratedFolder.configurationName)", reason: "\(error)")
  }
}
