import HCLSyntax
import InfraModel

/// The locations of `resource` and `data` blocks below a directory. Where a file is not HCL, it has no more locations: a
/// plan does not need them.
struct TerraformSource {
  private var places: [String: [(path: String, line: Int)]] = [:]
  private let root: String
  /// Whether the directory has any Terraform file.
  private var isTerraform = false

  init(_ directory: String, in workingDirectory: String) throws {
    // Findings print `modules/queue/main.tf`, in whatever form the user gave the folder.
    let words = directory.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
    let start = directory.hasPrefix("/") ? "" : workingDirectory
    root = words.isEmpty ? (start.isEmpty ? "/" : start) : "\(start)/\(words)"
    try scan(root, names: fileNames(in: root), depth: 0)
    // Without this error a wrong folder would go unnoticed.
    guard isTerraform else { throw InputError.emptySource(path: directory) }
  }

  /// The location of a resource, if it is unambiguous: several modules may have the same name.
  func place(of address: Address) -> SourceLocation? {
    let block = "\(address.mode == .data ? "data." : "")\(address.type).\(address.name)"
    let all = places[block, default: []]
    let fitting = all.filter { isInRoot($0.path) == address.module.isEmpty }
    guard let only = fitting.count == 1 ? fitting[0] : (all.count == 1 ? all[0] : nil) else { return nil }
    return SourceLocation(fileID: only.path, path: only.path, line: only.line, column: 1)
  }

  private func isInRoot(_ path: String) -> Bool {
    !path.dropFirst(root.count + 1).contains("/")
  }

  /// Symbolic links to folders are skipped, because their targets are scanned themselves and links could form a cycle.
  /// Unreadable files are skipped.
  private mutating func scan(_ directory: String, names: [String], depth: Int) throws {
    for name in names.sorted() where !name.hasPrefix(".") {
      let path = "\(directory)/\(name)"
      if (try? kind(of: path))?.isFolder == true {
        if depth < 16, let inner = try? fileNames(in: path) { try scan(path, names: inner, depth: depth + 1) }
      } else if let blocks = blocks(at: path) {
        isTerraform = true
        for found in blocks { places[found.block, default: []].append((path, found.line)) }
      }
    }
  }
}

/// The blocks of a Terraform file; `nil` for any other file and for an unreadable one.
private func blocks(at path: String) -> [(block: String, line: Int)]? {
  let isJSON = path.hasSuffix(".tf.json")
  guard isJSON || path.hasSuffix(".tf") || path.hasSuffix(".tofu"), let bytes = (try? readFile(path)) ?? nil else {
    return nil
  }
  return isJSON ? blocksOfJSON(bytes) : blocksOfHCL(bytes)
}

/// The `resource` and `data` blocks of a file, up to the first place where it is not HCL.
func blocksOfHCL(_ bytes: [UInt8]) -> [(block: String, line: Int)] {
  blocks(of: HCLFile.reading(bytes).file, in: bytes)
}

/// The same of a `.tf.json` file; none if it is not Terraform JSON.
func blocksOfJSON(_ bytes: [UInt8]) -> [(block: String, line: Int)] {
  guard let file = try? HCLFile(readingJSON: bytes) else { return [] }
  return blocks(of: file, in: bytes)
}

private func blocks(of file: HCLFile, in bytes: [UInt8]) -> [(block: String, line: Int)] {
  let lines = HCLLines(bytes)
  // A check has data sources of its own.
  let blocks = file.body.blocks.flatMap { $0.type == "check" ? $0.body.blocks : [$0] }
  return blocks.compactMap { block in
    guard block.labels.count == 2, ["resource", "data"].contains(block.type) else { return nil }
    let mode = block.type == "data" ? "data." : ""
    return ("\(mode)\(block.labels.joined(separator: "."))", lines.position(of: block.range.lowerBound).line)
  }
}

extension StringProtocol {
  /// The lines of a file, however they end: to Swift `\r\n` is one character, and not the one that `\n` is.
  var lines: [SubSequence] {
    split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
  }
}
