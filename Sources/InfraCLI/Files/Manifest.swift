import InfraModel
import TFEmit

/// What stands beside each generated configuration and is committed with it: which files are infra-gen's own and what
/// was in them, so that it replaces no others, and which resources they hold, so that none is lost unnoticed.
struct Manifest: Equatable {
  static let fileName = "infra-gen.json"

  /// The `digest(of:)` each, by file name.
  var digests: [String: String]
  /// The ledger: the name AWS knows a resource by, or nothing where AWS makes one up, by Terraform address.
  var resources: [String: String]
}

extension Manifest {
  init(of files: [GeneratedFile], holding stack: DeclaredStack) {
    digests = Dictionary(uniqueKeysWithValues: files.map { ($0.path, digest(of: $0.bytes)) })
    let managed = stack.declarations.filter { $0.address.mode == .managed }
    resources = Dictionary(
      managed.map { ($0.address.description, $0.physicalName ?? "") }, uniquingKeysWith: { first, _ in first })
  }

  /// - Throws: Where the file is no manifest, as after a merge that left its marks in it.
  init(reading bytes: [UInt8], at path: String) throws {
    guard let document = try? JSON(reading: bytes), document["schemaVersion"]?.integer == 1,
      let digests = document["files"]?.strings, let resources = document["resources"]?.strings
    else { throw InputError.badManifest(path: path) }
    // The names come from a file that anybody can write, and must not lead out of the folder.
    guard digests.keys.allSatisfy({ $0 != ".." && $0 != "." && !$0.isEmpty && !$0.utf8.contains(UInt8(ascii: "/")) })
    else { throw InputError.badManifest(path: path) }
    self.digests = digests
    self.resources = resources
  }

  var bytes: [UInt8] {
    plainJSON([
      "schemaVersion": 1,
      "files": .literalMap(digests.mapValues(Value.literal)),
      "resources": .literalMap(resources.mapValues(Value.literal)),
    ])
  }
}

extension JSON {
  /// The members of an object of texts; `nil` where it is anything else.
  var strings: [String: String]? {
    guard case .object(let members) = self else { return nil }
    let strings = members.compactMapValues(\.string)
    return strings.count == members.count ? strings : nil
  }
}
