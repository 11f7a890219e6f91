import Foundation
import Testing

/// A directory below out/ that terraform takes as it is: `out/<stack>/<environment>`.
struct GeneratedDirectory: Hashable, CustomTestStringConvertible {
  let url: URL
  let stack: String
  let life: Life
  let testDescription: String

  /// Found by looking, so that a new stack is tested without anybody having to say so.
  static func all() throws -> [GeneratedDirectory] {
    let out = Repository.root.appending(path: "out", directoryHint: .isDirectory)
    guard let files = FileManager.default.enumerator(atPath: out.path) else { return [] }
    let directories = files.compactMap { $0 as? String }
      .filter { $0.hasSuffix(".tf.json") && !$0.contains(".terraform/") }
      .map { ($0 as NSString).deletingLastPathComponent }
    return Set(directories).sorted().map { path in
      GeneratedDirectory(
        url: out.appending(path: path), stack: (path as NSString).deletingLastPathComponent,
        life: Life.planned(path) ? .planned : .whole, testDescription: "out/\(path)")
    }
  }
}

enum Repository {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
}
