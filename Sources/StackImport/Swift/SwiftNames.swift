import SwiftTypes

/// Gives values names that a Swift programmer would choose, each once.
struct SwiftNames {
  private var taken: Set<String> = ["stack", "each", "index", "self", "variableValues"]
  private var parameters: [String: String] = [:]

  /// - Parameter candidates: Texts to make a name of, the best first. A number makes the last one free.
  mutating func name(_ candidates: [String]) -> String {
    let names = candidates.map(SwiftNames.identifier).filter { !$0.isEmpty } + ["value"]
    let free = names.filter { !taken.contains($0) }
    // A word of Swift's own is a name in backticks only.
    var name = free.first { $0 != "value" && !SwiftNames.keywords.contains($0) } ?? free.first ?? names[0]
    var number = 2
    while taken.contains(name) {
      name = "\(names[names.count - 2 < 0 ? 0 : names.count - 2])\(number)"
      number += 1
    }
    taken.insert(name)
    return SwiftNames.keywords.contains(name) ? "`\(name)`" : name
  }

  /// A parameter of a closure. Closures may use one name each, and no value outside has it.
  mutating func parameter(_ text: String) -> String {
    if let name = parameters[text] { return name }
    let name = name([text, "\(text)_element"])
    parameters[text] = name
    return name
  }

  static func identifier(_ text: String) -> String {
    let words = text.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
    guard let first = words.first else { return "" }
    let name =
      first.prefix(1).lowercased() + first.dropFirst()
      + words.dropFirst().map { SwiftName.capitalized(String($0)) }.joined()
    let lowered = name.allSatisfy { !$0.isLowercase } ? name.lowercased() : name
    return lowered.first?.isNumber == true ? "_\(lowered)" : lowered
  }

  /// A type's name: `OrderTracing` for `order-tracing`.
  static func typeName(_ text: String) -> String {
    let name = identifier(text)
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  static let keywords: Set<String> = [
    "actor", "any", "as", "associatedtype", "await", "break", "case", "catch", "class", "continue", "default", "defer",
    "deinit",
    "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard", "if", "import",
    "in", "init",
    "inout", "internal", "is", "let", "nil", "open", "operator", "precedencegroup", "private", "protocol", "public",
    "repeat",
    "rethrows", "return", "some", "static", "struct", "subscript", "super", "switch", "throw", "throws", "true", "try",
    "typealias",
    "var", "where", "while",
  ]
}
