/// The text of a Swift file, as far as quoting a closure from it needs.
struct SwiftSource {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The body of the trailing closure after the argument list that opens at a line and column, without its parameters
  /// and without the indentation that all its lines share.
  func trailingClosure(afterLine line: Int, column: Int) -> String? {
    guard let start = offset(ofLine: line, column: column), let closed = end(ofBracketAt: start) else { return nil }
    let open = skipSpace(from: closed)
    guard at(open) == UInt8(ascii: "{"), let end = end(ofBracketAt: open) else { return nil }
    let body = String(decoding: bytes[(open + 1)..<(end - 1)], as: UTF8.self)
    let lines = body.split(separator: "\n", omittingEmptySubsequences: false)
    // `{ stack in`
    guard let first = lines.first, let parameter = first.split(separator: " ").first,
      first.hasPrefix(" \(parameter) in")
    else { return nil }
    return dedented([first.dropFirst(" \(parameter) in".count)] + lines.dropFirst())
  }

  // MARK: Brackets

  /// The offset after the bracket that closes the one at an offset; `nil` if none does.
  private func end(ofBracketAt start: Int) -> Int? {
    guard [UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{")].contains(at(start)) else { return nil }
    var position = start + 1
    while let byte = at(position) {
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
        guard let end = end(ofBracketAt: position) else { return nil }
        position = end
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): return position + 1
      case UInt8(ascii: "\""), UInt8(ascii: "#"): position = end(ofStringAt: position) ?? position + 1
      case UInt8(ascii: "/") where at(position + 1) == UInt8(ascii: "/"):
        while let byte = at(position), byte != UInt8(ascii: "\n") { position += 1 }
      default: position += 1
      }
    }
    return nil
  }

  /// The offset after a string literal of any of Swift's forms; `nil` if there is none.
  private func end(ofStringAt start: Int) -> Int? {
    var position = start
    while at(position) == UInt8(ascii: "#") { position += 1 }
    let hashes = [UInt8](repeating: UInt8(ascii: "#"), count: position - start)
    let isLong = holds([UInt8](repeating: UInt8(ascii: "\""), count: 3), at: position)
    let quotes = [UInt8](repeating: UInt8(ascii: "\""), count: isLong ? 3 : 1)
    guard holds(quotes, at: position) else { return nil }
    position += quotes.count
    let escape = [UInt8(ascii: "\\")] + hashes
    while at(position) != nil {
      if holds(quotes + hashes, at: position) { return position + quotes.count + hashes.count }
      if holds(escape, at: position) {
        position += escape.count
        // An interpolation may contain strings.
        position = at(position) == UInt8(ascii: "(") ? end(ofBracketAt: position) ?? position + 1 : position + 1
      } else {
        position += 1
      }
    }
    return nil
  }

  // MARK: Bytes

  private func at(_ offset: Int) -> UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private func holds(_ expected: [UInt8], at offset: Int) -> Bool {
    offset + expected.count <= bytes.count && bytes[offset..<offset + expected.count].elementsEqual(expected)
  }

  private func skipSpace(from offset: Int) -> Int {
    bytes[min(offset, bytes.count)...].firstIndex { $0 != 0x20 && $0 != 0x0a } ?? bytes.count
  }

  private func offset(ofLine line: Int, column: Int) -> Int? {
    var lineStart = 0
    for _ in 1..<max(1, line) {
      guard let end = bytes[lineStart...].firstIndex(of: 0x0a) else { return nil }
      lineStart = end + 1
    }
    let offset = lineStart + column - 1
    return offset < bytes.count ? offset : nil
  }
}

private func dedented(_ lines: [Substring]) -> String {
  // A closure of one line ends with the space before its brace.
  let trimmed = lines.map { $0.trimmingEnd() }
  let kept = Array(trimmed.drop(while: \.isEmpty).reversed().drop(while: \.isEmpty).reversed())
  let indentation = kept.filter { !$0.isEmpty }.map { $0.prefix { $0 == " " }.count }.min() ?? 0
  return kept.map { String($0.dropFirst(indentation)) }.joined(separator: "\n")
}

extension Substring {
  fileprivate func trimmingEnd() -> Substring {
    var trimmed = self
    while trimmed.last == " " { trimmed.removeLast() }
    return trimmed
  }
}
