import InfraModel
import TFEmit

/// What one stack in one environment becomes in out/: the files of a folder, its manifest among them.
struct GeneratedFolder {
  let identity: StackIdentity
  let files: [GeneratedFile]

  init(of validated: ValidatedStack) {
    identity = validated.stack.identity
    let configuration = validated.files()
    let manifest = Manifest.bytes(of: configuration, holding: validated.stack)
    files = configuration + [GeneratedFile(path: Manifest.fileName, bytes: manifest)]
  }

  /// A stack or environment that is no more, and so has no files.
  init(goneFrom identity: StackIdentity) {
    self.identity = identity
    files = []
  }
}

extension GeneratedFolder {
  static let configurationName = "main.tf.json"
  static let versionsName = "versions.tf"

  /// The bytes of the configuration; `nil` for what is gone.
  var configuration: [UInt8]? { bytes(of: Self.configurationName) }

  /// What Terraform reads of it.
  var sources: WrittenSources {
    WrittenSources(configuration: configuration, versions: bytes(of: Self.versionsName))
  }

  private func bytes(of name: String) -> [UInt8]? {
    files.first { $0.path == name }?.bytes
  }
}
