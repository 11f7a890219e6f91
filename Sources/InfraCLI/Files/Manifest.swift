import InfraModel
import TFEmit

/// A file that is committed with each generated configuration. It lists infra-gen's files with their digests, so that
/// infra-gen replaces no others, and the resources in them, so that none is lost unnoticed.
struct Manifest {
  static let fileName = "infra-gen.json"

  /// The `digest(of:)` each, by file name.
  let digests: [String: String]
  /// The ledger: each resource's physical name by Terraform address; empty if AWS generates the name.
  let resources: [String: String]
}

extension Manifest {
  /// The manifest of files that hold a stack.
  static func bytes(of files: [GeneratedFile], holding stack: DeclaredStack) -> [UInt8] {
    let digests = files.map { ($0.path, Value.literal(digest(of: $0.bytes))) }
    // By type, because then they are nearly always in the order in which they are written.
    let resources = stack.managedByType.flatMap { _, declarations in
      declarations.map { ($0.address.description, Value.literal($0.physicalName ?? "")) }
    }
    return plainJSON([
      "schemaVersion": 1, "files": .blocks([Block(uniqueArguments: digests)]),
      "resources": .blocks([Block(uniqueArguments: resources)]),
    ])
  }

  /// - Throws: If the file is not a manifest, such as after a merge that left conflict markers in it.
  init(reading bytes: [UInt8], at path: String) throws {
    guard let document = try? JSON(reading: bytes), document["schemaVersion"]?.integer == 1,
      let digests = document["files"]?.strings, let resources = document["resources"]?.strings
    else { throw InputError.badManifest(path: path) }
    // The names come from an untrusted file, and must not lead out of the folder.
    guard digests.keys.allSatisfy(Self.canName) else { throw InputError.badManifest(path: path) }
    self.digests = digests
    self.resources = resources
  }
}

extension Manifest {
  /// Whether a file of infra-gen's own can have the name. Files that Terraform keeps in the same folder never are,
  /// whatever a manifest lists: its state, its plugins and its lock file.
  static func canName(_ name: String) -> Bool {
    !name.isEmpty && !name.hasPrefix(".") && !name.hasPrefix("terraform.tfstate")
      && !name.utf8.contains { $0 == UInt8(ascii: "/") || $0 == 0 }
  }
}

extension JSON {
  /// The members of an object of strings; `nil` if it is anything else.
  var strings: [String: String]? {
    guard case .object(let members) = self else { return nil }
    let strings = members.compactMapValues(\.string)
    return strings.count == members.count ? strings : nil
  }
}
