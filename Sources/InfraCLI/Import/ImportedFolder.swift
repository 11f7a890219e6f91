import InfraModel
import StackImport

/// The files of a root module.
struct ImportedFolder {
  let path: String
  let files: [ImportedFile]
  /// What they are called together.
  let label: String
  /// All names in the folder.
  let names: [String]

  init(_ folder: String) throws {
    path = folder
    let names: [String]
    do { names = try fileNames(in: folder).sorted() } catch { throw FileError.noSuchFile(path: folder) }
    let terraform = names.filter { $0.hasSuffix(".tf") || $0.hasSuffix(".tf.json") }
    if let other = terraform.first(where: \.isOverride) {
      throw InputError.badImport(
        path: folder, reason: "\(other) changes blocks of other files; merge it into them first")
    }
    if let other = names.first(where: { $0.hasSuffix(".tofu") || $0.hasSuffix(".tofu.json") }) {
      throw InputError.badImport(path: folder, reason: "\(other) is for OpenTofu alone; rename it to .tf first")
    }
    guard !terraform.isEmpty else {
      let isCDKTF = names.contains("manifest.json") && names.contains("stacks")
      throw InputError.badImport(
        path: folder,
        reason: "it has no .tf or .tf.json file" + (isCDKTF ? "; give a folder below \(folder)/stacks" : ""))
    }
    files = try terraform.map { name in
      let path = "\(folder)/\(name)"
      guard let bytes = try readFile(path) else { throw FileError.noSuchFile(path: path) }
      return ImportedFile(path: path, bytes: bytes)
    }
    label = terraform.count == 1 ? terraform[0] : "\(terraform.count) files"
    self.names = names
  }
}

extension String {
  /// Whether Terraform merges the file's blocks into those of others.
  ///
  /// Source: https://developer.hashicorp.com/terraform/language/files/override
  fileprivate var isOverride: Bool {
    ["override.tf", "override.tf.json"].contains(self) || hasSuffix("_override.tf") || hasSuffix("_override.tf.json")
  }
}
