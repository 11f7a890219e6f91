import TFEmit

/// `1 error`, `2 errors`.
func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}

/// `45,000`, `0.05`
func plainNumber(_ number: Double) -> String {
  let parts = decimal(number).split(separator: ".", omittingEmptySubsequences: false)
  var whole = String(parts[0])
  var position = whole.count - 3
  while position > (number < 0 ? 1 : 0) {
    whole.insert(",", at: whole.index(whole.startIndex, offsetBy: position))
    position -= 3
  }
  return parts.count > 1 ? "\(whole).\(parts[1])" : whole
}
