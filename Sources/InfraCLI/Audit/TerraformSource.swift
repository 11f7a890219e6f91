import InfraModel

/// The locations of `resource` and `data` blocks below a directory. It searches only for blocks, so it skips text that it
/// does not understand.
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

/// `resource "type" "name"` at the start of a line that is in no comment and no heredoc.
func blocksOfHCL(_ bytes: [UInt8]) -> [(block: String, line: Int)] {
  var found: [(block: String, line: Int)] = []
  var heredoc: Substring?
  var isComment = false
  let lines = String(decoding: bytes, as: UTF8.self).lines
  for (index, line) in lines.enumerated() {
    let text = line.drop { $0 == " " || $0 == "\t" }
    if let end = heredoc {
      if text == end { heredoc = nil }
      continue
    }
    if isComment {
      isComment = !text.contains("*/")
      continue
    }
    if text.hasPrefix("/*") { isComment = !text.contains("*/") }
    let words = text.split { $0 == " " || $0 == "\t" || $0 == "\"" || $0 == "{" }
    if words.count >= 3, words[0] == "resource" { found.append(("\(words[1]).\(words[2])", index + 1)) }
    if words.count >= 3, words[0] == "data" { found.append(("data.\(words[1]).\(words[2])", index + 1)) }
    heredoc = text.heredocMark
  }
  return found
}

/// The keys at `resource.TYPE.NAME` and `data.TYPE.NAME`.
func blocksOfJSON(_ bytes: [UInt8]) -> [(block: String, line: Int)] {
  var found: [(block: String, line: Int)] = []
  var path: [String] = []
  var pending: (key: String, line: Int)?
  // For each bracket that is open, whether a key leads to it.
  var opened: [Bool] = []
  var line = 1
  var index = 0
  while index < bytes.count {
    switch bytes[index] {
    case UInt8(ascii: "\n"): line += 1
    case UInt8(ascii: "\""):
      let start = index + 1
      index += 1
      while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
        index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
      }
      pending = (String(decoding: bytes[start..<max(start, min(index, bytes.count))], as: UTF8.self), line)
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      if let key = pending { path.append(key.key) }
      opened.append(pending != nil)
      if let key = pending, path.count == 3 {
        if path[0] == "resource" { found.append(("\(path[1]).\(path[2])", key.line)) }
        if path[0] == "data" { found.append(("data.\(path[1]).\(path[2])", key.line)) }
      }
      pending = nil
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      if opened.popLast() == true { path.removeLast() }
      pending = nil
    case UInt8(ascii: ","): pending = nil
    default: break
    }
    index += 1
  }
  return found
}

extension StringProtocol {
  /// The lines of a file, however they end: to Swift `\r\n` is one character, and not the one that `\n` is.
  var lines: [SubSequence] {
    split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
  }
}

extension Substring {
  /// What ends the heredoc that begins on this line: `<<EOT` or `<<-EOT` at its end, in no string and no comment.
  fileprivate var heredocMark: Substring? {
    var isQuoted = false
    var isEscaped = false
    var index = startIndex
    while index < endIndex {
      let character = self[index]
      let rest = self[index...]
      index = self.index(after: index)
      if isQuoted {
        if isEscaped {
          isEscaped = false
        } else if character == "\\" {
          isEscaped = true
        } else if character == "\"" {
          isQuoted = false
        }
        continue
      }
      if character == "\"" { isQuoted = true }
      if character == "#" || rest.hasPrefix("//") { return nil }
      guard rest.hasPrefix("<<") else { continue }
      let behind = rest.dropFirst(2)
      let mark = behind.hasPrefix("-") ? behind.dropFirst() : behind
      let name = mark.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
      guard name.first?.isLetter == true || name.first == "_", mark.dropFirst(name.count).allSatisfy(\.isWhitespace)
      else { continue }
      return name
    }
    return nil
  }
}
