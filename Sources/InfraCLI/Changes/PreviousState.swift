import InfraModel
import TFEmit

/// The resources that Terraform managed before: the manifest's ledger, and the configuration that was written with it.
struct PreviousState {
  /// Each resource's physical name by Terraform address; empty if the name is not known.
  let ledger: [String: String]
  let configuration: WrittenConfiguration

  /// `committed`: the ledgers in Git, used if out/ was removed or a merge left conflict markers in the manifest.
  init(of identity: StackIdentity, in out: OutFolder, committed: CommittedLedgers) throws {
    // An unreadable file was edited by hand, and `--overwrite` was already required for it at this point.
    let sources = WrittenSources(configuration: try out.configuration(of: identity))
    let written = (try? InfraCLI.configuration(sources, of: identity)) ?? WrittenConfiguration()
    let known = (try? out.manifest(of: identity))?.resources ?? committed.ledger(of: identity)
    configuration = written
    // The configuration lists the former resources, too.
    let found = written.blocks.keys.filter { Address(managed: $0) != nil && known[$0] == nil }
    ledger = known.merging(found.map { ($0, "") }) { first, _ in first }
  }
}

/// The ledgers in Git of both sides of a merge; none if Git does not track out/.
struct CommittedLedgers {
  private let revisions: [(revision: GitRevision, paths: Set<String>)]

  init(of out: String, in workingDirectory: String) {
    revisions = ["HEAD", "MERGE_HEAD"].compactMap { name in
      guard let revision = try? GitRevision(name, of: out, in: workingDirectory), let paths = try? revision.paths()
      else { return nil }
      return (revision, Set(paths))
    }
  }

  func ledger(of identity: StackIdentity) -> [String: String] {
    let path = "\(identity)/\(Manifest.fileName)"
    return revisions.filter { $0.paths.contains(path) }.reduce(into: [:]) { ledger, side in
      guard let bytes = try? side.revision.read(path), let manifest = try? Manifest(reading: bytes, at: path) else {
        return
      }
      ledger.merge(manifest.resources) { first, _ in first }
    }
  }
}

extension Address {
  /// The address of a managed resource; `nil` for `data.…`, `output.…` and the like.
  init?(managed key: String) {
    let words = key.split(separator: ".", omittingEmptySubsequences: false)
    // Every resource type has its provider's name before an underscore; no section of a configuration has one.
    guard words.count == 2, words[0].contains("_") else { return nil }
    self.init(type: String(words[0]), name: String(words[1]))
  }
}
