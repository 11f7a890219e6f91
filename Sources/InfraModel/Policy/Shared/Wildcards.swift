/// Whether a text fits a pattern in which `*` is any run of characters and `?` is one, as in IAM actions and X-Ray
/// sampling rules. AWS takes no notice of case in either.
func matches(_ text: String, pattern: String) -> Bool {
  // Most patterns are written like what they are for, and have no wildcards.
  if text == pattern { return true }
  guard pattern.utf8.contains(where: { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }) else {
    return text.utf8.count == pattern.utf8.count && text.lowercased() == pattern.lowercased()
  }
  return fits(Array(text.lowercased().unicodeScalars), Array(pattern.lowercased().unicodeScalars))
}

private func fits(_ text: [Unicode.Scalar], _ pattern: [Unicode.Scalar]) -> Bool {
  var (position, next) = (0, 0)
  // Where to go on when what follows the last `*` does not fit: the star takes one character more.
  var retry: (pattern: Int, text: Int)?
  while position < text.count {
    if next < pattern.count, pattern[next] == "*" {
      retry = (next + 1, position)
      next += 1
    } else if next < pattern.count, pattern[next] == "?" || pattern[next] == text[position] {
      position += 1
      next += 1
    } else if let (afterStar, start) = retry {
      retry = (afterStar, start + 1)
      (next, position) = (afterStar, start + 1)
    } else {
      return false
    }
  }
  return pattern[next...].allSatisfy { $0 == "*" }
}
