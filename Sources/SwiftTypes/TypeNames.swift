package import ProviderSchemas

/// The names of generated types and of their members.
package enum TypeNames {
  /// `AWSKinesisStream`; a data source ends in `Data`, an ephemeral resource in `Ephemeral`.
  package static func swiftName(of type: String, _ mode: SchemaMode) -> String {
    let name = SwiftName.type(type)
    return switch mode {
    case .resource: name
    case .data: name + "Data"
    case .ephemeral: name + "Ephemeral"
    }
  }

  /// The Swift names of members that stand side by side, in their order. What would be named alike, or has a meaning in
  /// Swift, keeps Terraform's name in a form that has neither.
  static func memberNames(_ names: [String]) -> [String] {
    let swiftNames = names.map(SwiftName.member)
    var uses: [String: Int] = [:]
    for name in swiftNames { uses[name, default: 0] += 1 }
    return zip(names, swiftNames).map { name, swiftName in
      if uses[swiftName] != 1 { return name }
      return takenMembers.contains(swiftName) ? swiftName + "Value" : swiftName
    }
  }

  /// The name of a nested type: that of its block, and of the one around it where that is taken.
  static func nestedName(_ name: String, within parent: String, avoiding used: Set<String>) -> String {
    var swiftName = SwiftName.type(name)
    if usedTypes.contains(swiftName) { swiftName += "Block" }
    if used.contains(swiftName) { swiftName = parent + swiftName }
    guard used.contains(swiftName) else { return swiftName }
    var number = 2
    while used.contains("\(swiftName)\(number)") { number += 1 }
    return "\(swiftName)\(number)"
  }

  /// Names that Swift gives a meaning behind a dot, even in backticks, and the one that generated code itself has there.
  private static let takenMembers: Set<String> = ["self", "init", "Type", "Protocol", "declaredBlock"]

  /// The types that generated code names, which a nested type of the same name would hide, and Swift's own words.
  static let usedTypes: Set<String> = [
    "Address", "Any", "Block", "Declared", "DeclaredBlock", "Expression", "Flag", "GeneratedBlock",
    "GeneratedDeclaration",
    "GeneratedResource", "List",
    "Map", "Number", "Protocol", "Self", "String", "Text", "Type", "Value",
  ]
}
