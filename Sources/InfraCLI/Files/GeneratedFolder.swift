import InfraModel
import TFEmit

/// What one stack in one environment becomes in out/: the files of a folder, its manifest among them.
struct GeneratedFolder {
  let identity: StackIdentity
  let manifest: Manifest
  let files: [GeneratedFile]

  init(of validated: ValidatedStack) {
    identity = validated.stack.identity
    let configuration = validated.files()
    manifest = Manifest(of: configuration, holding: validated.stack)
    files = configuration + [GeneratedFile(path: Manifest.fileName, bytes: manifest.bytes)]
  }

  /// A stack or environment that is no more, and so has no files.
  init(goneFrom identity: StackIdentity) {
    self.identity = identity
    manifest = Manifest(digests: [:], resources: [:])
    files = []
  }
}

extension GeneratedFolder {
  static let configurationName = "main.tf.json"

  /// The bytes of the configuration; `nil` for what is gone.
  var configuration: [UInt8]? {
    files.first { $0.path == Self.configurationName }?.bytes
  }
}
