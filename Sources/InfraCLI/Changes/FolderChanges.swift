import InfraModel
import TFEmit

/// The differences in one stack and environment.
struct FolderChanges {
  let identity: StackIdentity
  let configuration: ConfigurationChanges
}

/// Compares the written configuration with the stacks' current one. Identical files are not parsed.
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
