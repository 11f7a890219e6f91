extension String {
  /// Whether `part` stands somewhere in the text, byte for byte.
  ///
  /// Rules ask this of every name in a stack. The library's own `contains` takes both apart into characters first, which
  /// costs a hundred times as much and makes no difference to names in ASCII.
  package func contains(_ part: String) -> Bool {
    guard !part.isEmpty else { return true }
    var (text, part) = (self, part)
    return text.withUTF8 { text in
      part.withUTF8 { part in
        guard part.count <= text.count else { return false }
        return (0...text.count - part.count).contains { start in
          text[start] == part[0] && text[start..<start + part.count].elementsEqual(part)
        }
      }
    }
  }
}

extension String {
  /// `unicodeScalars.count`, which the library counts one by one even where every byte is a scalar.
  package var scalarCount: Int {
    withBytes { $0.count { $0 & 0xc0 != 0x80 } }
  }
}

extension String {
  /// The text's UTF-8 where it lies, which the processor goes through sixteen bytes at a time.
  package func withBytes<Answer>(_ body: (UnsafeBufferPointer<UInt8>) -> Answer) -> Answer {
    var text = self
    return text.withUTF8(body)
  }
}
