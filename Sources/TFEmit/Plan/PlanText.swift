/// A document as UTF-8, however it was written to a file: PowerShell's `>` writes UTF-16, and other tools put a mark of the
/// byte order in front.
func utf8(of bytes: [UInt8]) -> [UInt8] {
  switch (bytes.first, bytes.dropFirst().first) {
  case (0xEF, 0xBB) where bytes.dropFirst(2).first == 0xBF: return Array(bytes.dropFirst(3))
  case (0xFF, 0xFE): return decoded(bytes.dropFirst(2)) { UInt16($0) | UInt16($1) << 8 }
  case (0xFE, 0xFF): return decoded(bytes.dropFirst(2)) { UInt16($0) << 8 | UInt16($1) }
  // A brace and half of a character, without a mark.
  case (UInt8(ascii: "{"), 0): return decoded(bytes[...]) { UInt16($0) | UInt16($1) << 8 }
  case (0, UInt8(ascii: "{")): return decoded(bytes[...]) { UInt16($0) << 8 | UInt16($1) }
  default: return bytes
  }
}

private func decoded(_ bytes: ArraySlice<UInt8>, _ unit: (UInt8, UInt8) -> UInt16) -> [UInt8] {
  var units: [UInt16] = []
  units.reserveCapacity(bytes.count / 2)
  var index = bytes.startIndex
  while index + 1 < bytes.endIndex {
    units.append(unit(bytes[index], bytes[index + 1]))
    index += 2
  }
  return Array(String(decoding: units, as: UTF16.self).utf8)
}

/// Whether a text is one JSON object a line, as Terraform writes about its work.
func isStream(_ text: [UInt8]) -> Bool {
  guard let end = text.firstIndex(of: UInt8(ascii: "\n")), let line = try? JSON(reading: Array(text[..<end])) else {
    return false
  }
  return line["@level"] != nil
}

/// Whether JSON follows lines that are none.
func beginsWithOtherOutput(_ text: [UInt8]) -> Bool {
  let lines = text.split(separator: UInt8(ascii: "\n"))
  return lines.first?.first != UInt8(ascii: "{") && lines.contains { $0.first == UInt8(ascii: "{") }
}
