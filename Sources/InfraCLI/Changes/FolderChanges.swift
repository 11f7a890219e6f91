import InfraModel
import TFEmit

/// What is different in one stack and environment.
struct FolderChanges {
  let identity: StackIdentity
  let configuration: ConfigurationChanges
}

/// Compares what was written with what the stacks say now. What is the same byte for byte is not even read.
///
/// - Parameter written: The bytes of a `main.tf.json` before; `nil` where there was none.
func changes(from written: (StackIdentity) throws -> [UInt8]?, to folders: [GeneratedFolder]) throws -> [FolderChanges]
{
  try folders.compactMap { folder in
    let old = try written(folder.identity)
    guard !isSame(old, folder.configuration) else { return nil }
    let changes = ConfigurationChanges(
      from: try configuration(old, of: folder.identity),
      to: try configuration(folder.configuration, of: folder.identity))
    return changes.isEmpty ? nil : FolderChanges(identity: folder.identity, configuration: changes)
  }
}

func configuration(_ bytes: [UInt8]?, of identity: StackIdentity) throws -> WrittenConfiguration {
  guard let bytes else { return WrittenConfiguration() }
  do {
    return try WrittenConfiguration(reading: bytes)
  } catch {
    throw InputError.badConfiguration(
      path: "\(identity)/\(GeneratedFolder.configurationName)", reason: "\(error)")
  }
}
