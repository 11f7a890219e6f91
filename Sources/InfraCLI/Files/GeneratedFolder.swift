import InfraModel
import TFEmit

/// The files of one stack in one environment: a folder in out/, with its manifest.
struct GeneratedFolder {
  let identity: StackIdentity
  let files: [GeneratedFile]

  init(of validated: ValidatedStack) {
    identity = validated.stack.identity
    let configuration = validated.files()
    let manifest = Manifest.bytes(of: configuration, holding: validated.stack)
    files = configuration + [GeneratedFile(path: Manifest.fileName, bytes: manifest)]
  }

  /// A removed stack or environment, which has no files.
  init(goneFrom identity: StackIdentity) {
    self.identity = identity
    files = []
  }
}

extension GeneratedFolder {
  static let configurationName = "main.tf.json"
  static let versionsName = "versions.tf"

  /// The bytes of the configuration; `nil` if it was removed.
  var configuration: [UInt8]? { bytes(of: Self.configurationName) }

  /// The files that Terraform reads.
  var sources: WrittenSources {
    WrittenSources(configuration: configuration, versions: bytes(of: Self.versionsName))
  }

  private func bytes(of name: String) -> [UInt8]? {
    files.first { $0.path == name }?.bytes
  }
}
