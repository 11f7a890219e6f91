/// Whether a text fits a pattern in which `*` is any run of characters and `?` is one, as in IAM actions and X-Ray
/// sampling rules. AWS takes no notice of case in either.
package func matches(_ text: String, pattern: String) -> Bool {
  // Most patterns are written like what they are for, and have no wildcards.
  if text == pattern { return true }
  guard pattern.utf8.contains(where: { $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "?") }) else {
    return text.utf8.count == pattern.utf8.count && text.lowercased() == pattern.lowercased()
  }
  return fits(
    Array(text.lowercased().unicodeScalars), wildcard: Array(pattern.lowercased().unicodeScalars), run: "*", one: "?")
}

/// Whether any text fits both of two patterns.
package func overlap(_ left: String, _ right: String) -> Bool {
  let left = Array(left.lowercased().unicodeScalars)
  let right = Array(right.lowercased().unicodeScalars)
  // Whether what has been read of `left` and the first so many of `right` have a text in common.
  var row = [true] + right.indices.map { column in right[...column].allSatisfy { $0 == "*" } }
  for scalar in left {
    var next = [scalar == "*" && row[0]]
    for (column, other) in right.enumerated() {
      let fits =
        if scalar == "*" || other == "*" {
          row[column + 1] || next[column]
        } else {
          row[column] && (scalar == "?" || other == "?" || scalar == other)
        }
      next.append(fits)
    }
    row = next
  }
  return row[right.count]
}
