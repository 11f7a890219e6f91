// fleet-N: a tree of nodes and a small writer of its own, without Foundation.
// Build: swiftc -O -o fleet-tree Document.swift TreeMain.swift
#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

struct Writer {
  var bytes: [UInt8] = []

  mutating func put(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(
        start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func newline(_ depth: Int) {
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: depth * 2))
  }

  mutating func string(_ text: String) {
    bytes.append(0x22)
    var copy = text
    copy.withUTF8 { utf8 in
      var start = 0
      for i in 0..<utf8.count {
        let c = utf8[i]
        if c >= 0x20 && c != 0x22 && c != 0x5C { continue }
        bytes.append(contentsOf: utf8[start..<i])
        start = i + 1
        switch c {
        case 0x22: put("\\\"")
        case 0x5C: put("\\\\")
        case 0x0A: put("\\n")
        case 0x0D: put("\\r")
        case 0x09: put("\\t")
        default:
          put("\\u00")
          let hex: StaticString = "0123456789abcdef"
          bytes.append(hex.utf8Start[Int(c >> 4)])
          bytes.append(hex.utf8Start[Int(c & 15)])
        }
      }
      bytes.append(contentsOf: utf8[start...])
    }
    bytes.append(0x22)
  }

  mutating func node(_ node: Node, _ depth: Int) {
    switch node {
    case .string(let value): string(value)
    case .int(let value): bytes.append(contentsOf: String(value).utf8)
    case .double(let value): bytes.append(contentsOf: String(value).utf8)
    case .bool(let value): if value { put("true") } else { put("false") }
    case .array(let items):
      if items.isEmpty { return put("[]") }
      bytes.append(0x5B)
      for (i, item) in items.enumerated() {
        if i > 0 { bytes.append(0x2C) }
        newline(depth + 1)
        self.node(item, depth + 1)
      }
      newline(depth)
      bytes.append(0x5D)
    case .object(let members):
      if members.isEmpty { return put("{}") }
      bytes.append(0x7B)
      var first = true
      for (key, value) in members.sorted(by: { $0.key < $1.key }) {
        if !first { bytes.append(0x2C) }
        first = false
        newline(depth + 1)
        string(key)
        put(": ")
        self.node(value, depth + 1)
      }
      newline(depth)
      bytes.append(0x7D)
    }
  }
}

@main
struct Main {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let n = Int(arguments[1]) else { exit(2) }
    var out = Writer()
    out.node(fleet(n), 0)
    out.bytes.append(0x0A)
    let file = open(arguments[2], O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard file >= 0 else { exit(2) }
    out.bytes.withUnsafeBytes { raw in
      var done = 0
      while done < raw.count {
        let wrote = write(file, UnsafeRawBufferPointer(rebasing: raw[done...]).baseAddress, raw.count - done)
        if wrote <= 0 { exit(2) }
        done += wrote
      }
    }
    close(file)
  }
}
