import InfraModel

/// Output that is safe for a terminal, a CI log or a file that others open.
///
/// Control and bidirectional characters would move a cursor, hide text or show it in another order, so they become
/// `\u001b` and the like, which are escapes of JSON too: the meaning of JSON does not change. Line feeds and tabs
/// stay. GitHub's runner takes any line that begins with `::`, and any that has `##[`, for a command of the workflow, so
/// these are broken up in the same way.
func printable(_ text: String) -> String {
  var text = text
  let isPlain = text.withUTF8 { utf8 in !utf8.contains(where: isSuspicious) && !holdsWorkflowCommand(utf8) }
  return isPlain ? text : escaped(text)
}

/// A value for one line, or for a part of one: characters that would end the line are escaped too.
func inLine(_ text: String) -> String {
  guard text.unicodeScalars.contains(where: { isHidden($0) || $0 == "\n" || $0 == "\t" }) else { return text }
  var line = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\n": line += "\\n"
    case "\r": line += "\\r"
    case "\t": line += "\\t"
    case _ where isHidden(scalar): line += escape(scalar)
    default: line.unicodeScalars.append(scalar)
    }
  }
  return line
}

private func escaped(_ text: String) -> String {
  var escaped = ""
  escaped.reserveCapacity(text.utf8.count + 64)
  var isStartOfLine = true
  // How far the last scalars are along `::` and `##[`.
  var colons = 0
  var hashes = 0
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\n":
      escaped += "\n"
      (isStartOfLine, colons, hashes) = (true, 0, 0)
    case ":" where isStartOfLine && colons == 1:
      escaped += escape(scalar)
      (isStartOfLine, colons, hashes) = (false, 0, 0)
    case ":" where isStartOfLine:
      escaped += ":"
      colons = 1
    case "#":
      escaped += "#"
      (isStartOfLine, colons) = (false, 0)
      hashes += 1
    case "[" where hashes >= 2:
      escaped += escape(scalar)
      (isStartOfLine, colons, hashes) = (false, 0, 0)
    case _ where isHidden(scalar):
      escaped += escape(scalar)
      (isStartOfLine, colons, hashes) = (false, 0, 0)
    default:
      escaped.unicodeScalars.append(scalar)
      if colons > 0 || !scalar.properties.isWhitespace { isStartOfLine = false }
      (colons, hashes) = (0, 0)
    }
  }
  return escaped
}

/// Whether a character must be escaped: control characters except line feed and tab, line and paragraph separators, and
/// those of Unicode's bidirectional algorithm.
private func isHidden(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x09, 0x0a: false
  case 0..<0x20, 0x7f..<0xa0: true
  case 0x061c, 0x200e, 0x200f, 0x2028...0x202e, 0x2066...0x2069: true
  default: false
  }
}

/// Every hidden character is in the plane that four digits reach.
private func escape(_ scalar: Unicode.Scalar) -> String {
  let digits = String(scalar.value, radix: 16)
  return "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}

/// Whether a byte is one of a hidden character, or one of many that are not.
private func isSuspicious(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x09, 0x0a: false
  // 0xc2 begins U+0080 to U+00BF, 0xd8 U+0600 to U+063F, 0xe2 U+2000 to U+2FFF.
  case 0..<0x20, 0x7f, 0xc2, 0xd8, 0xe2: true
  default: false
  }
}

/// Whether `::` begins a line or `##[` is anywhere, or something looks like it.
private func holdsWorkflowCommand(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
  var isStartOfLine = true
  var (last, beforeLast): (UInt8, UInt8) = (0, 0)
  for byte in utf8 {
    if byte == UInt8(ascii: ":"), last == byte, isStartOfLine { return true }
    if byte == UInt8(ascii: "["), last == UInt8(ascii: "#"), beforeLast == last { return true }
    switch byte {
    case UInt8(ascii: "\n"): isStartOfLine = true
    // Other blanks than these begin with a byte that is suspicious, or with 0xe1 or 0xe3.
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ":"), 0x80...: break
    default: isStartOfLine = false
    }
    (beforeLast, last) = (last, byte)
  }
  return false
}
