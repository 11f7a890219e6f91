/// What a stack's author likely called the value of a declared thing: `sseStreaming` for `sse-streaming`. Fixes are
/// Swift to paste, so they need a name for it.
package func variable(for name: String) -> String {
  var words = name.split { !$0.isLetter && !$0.isNumber }.map(String.init)
  guard let first = words.first else { return "it" }
  words[0] = first.prefix(1).lowercased() + first.dropFirst()
  return words[0] + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
}

/// Names as a sentence lists them: `'a'`, `'b' and 'c'`.
package func quoted(_ names: [String]) -> String {
  let quoted = names.map { "'\($0)'" }
  guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
  return quoted.dropLast().joined(separator: ", ") + " and \(last)"
}

/// `stuck-items` for `StuckItems`, as resources are called.
package func kebab(_ name: String) -> String {
  var words = ""
  for character in name {
    if character.isUppercase, let last = words.last, last != "-", !last.isUppercase { words += "-" }
    words.append(character.isLetter || character.isNumber ? character : "-")
  }
  return words.lowercased()
}

/// What a stack's author wrote to make a declaration's resource, such as `Topic`.
package func typeName(_ declaration: Declaration) -> String {
  type(of: declaration.resource).swiftName
}
