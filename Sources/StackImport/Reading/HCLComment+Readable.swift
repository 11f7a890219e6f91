import HCLSyntax

extension HCLComment {
  /// Without lines that only separate. What CDKTF notes about a block is the name of what it was made by.
  var readableLines: [String] {
    guard lines.first?.hasPrefix("{") == true, case let text = lines.joined(separator: " "),
      text.contains("\"metadata\"")
    else { return lines.filter { !$0.isRule } }
    if let path = text.value(of: "path") { return ["Construct \(path)"] }
    return text.value(of: "stackName").map { ["Stack \($0) of CDKTF"] } ?? lines
  }
}

extension String {
  /// Whether it only separates, such as `##########`.
  fileprivate var isRule: Bool {
    count >= 4 && allSatisfy { "#=-*~_+/".contains($0) }
  }

  /// The first string member of this name in JSON.
  fileprivate func value(of name: String) -> String? {
    let words = split(separator: "\"", omittingEmptySubsequences: false)
    guard let key = words.firstIndex(where: { $0 == name }), key + 2 < words.count else { return nil }
    return String(words[key + 2])
  }
}
