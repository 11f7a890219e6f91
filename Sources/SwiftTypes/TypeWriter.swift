import ProviderSchemas

/// Writes the Swift of generated types.
struct TypeWriter {
  private(set) var source = ""
  private let provider: ProviderName

  init(provider: ProviderName) {
    self.provider = provider
  }

  mutating func write(_ type: GeneratedType) {
    line("")
    line("/// `\(type.type)`\(type.isDeprecated ? ", which the provider deprecates" : "")")
    if let page = provider.page(of: type.type, type.mode) {
      line("///")
      line("/// \(page)")
    }
    line("public struct \(type.swiftName): GeneratedResource {")
    line("  public static let type = \"\(type.type)\"")
    line("  public static let mode = Address.Mode.\(type.mode.swiftCase)")
    line("  public let label: String")
    line("  public let arguments: Block")
    writeInitializer(of: type.arguments, hasLabel: true, indent: "  ")
    for nested in type.nested { write(nested) }
    writeAttributes(type.attributes)
    line("}")
  }

  private mutating func write(_ nested: GeneratedType.NestedType) {
    line("")
    line("  public struct \(nested.swiftName): GeneratedBlock {")
    line("    public let arguments: Block")
    writeInitializer(of: nested.members, hasLabel: false, indent: "    ")
    line("  }")
  }

  private mutating func writeInitializer(of members: [GeneratedType.Member], hasLabel: Bool, indent: String) {
    line("")
    writeParameters(of: members, indent: indent)
    let parameters =
      (hasLabel ? ["_ label: String"] : [])
      + members.map { member in
        let name = SwiftName.escaped(member.swiftName)
        let internalName = member.internalName == member.swiftName ? "" : " \(member.internalName)"
        return "\(name)\(internalName): \(member.swiftType)\(member.isRequired ? "" : "? = nil")"
      }
    let oneLine = "\(indent)public init(\(parameters.joined(separator: ", "))) {"
    if oneLine.utf8.count <= 120 {
      line(oneLine)
    } else {
      line("\(indent)public init(")
      line(parameters.map { "\(indent)  \($0)" }.joined(separator: ",\n"))
      line("\(indent)) {")
    }
    if hasLabel { line("\(indent)  self.label = label") }
    if members.isEmpty {
      line("\(indent)  arguments = Block()")
    } else {
      line("\(indent)  var block = Block()")
      for member in members {
        line("\(indent)  block.\(member.storage.method)(\"\(member.name)\", \(SwiftName.escaped(member.internalName)))")
      }
      line("\(indent)  self.arguments = block")
    }
    line("\(indent)}")
  }

  /// The signature tells what is required, and Terraform's name is the Swift one in other letters, so that only what
  /// neither shows is worth a line.
  private mutating func writeParameters(of members: [GeneratedType.Member], indent: String) {
    let remarked = members.filter { !$0.remarks.isEmpty }
    guard !remarked.isEmpty else { return }
    line("\(indent)/// - Parameters:")
    for member in remarked { line("\(indent)///   - \(member.internalName): \(member.remarks.sentence)") }
  }

  private mutating func writeAttributes(_ attributes: [GeneratedType.Attribute]) {
    line("")
    line("  public struct Declared: GeneratedDeclaration {")
    line("    public let declaredBlock: DeclaredBlock")
    line("    public init(_ declaredBlock: DeclaredBlock) { self.declaredBlock = declaredBlock }")
    for attribute in attributes {
      let (swiftType, getter) = (attribute.kind?.spelling ?? "Expression", attribute.kind?.getter ?? "expression")
      line(
        "    public var \(SwiftName.escaped(attribute.swiftName)): \(swiftType) { declaredBlock.\(getter)(\"\(attribute.name)\") }"
      )
    }
    line("  }")
  }

  private mutating func line(_ text: String) {
    source += text
    source += "\n"
  }
}

extension GeneratedType.Member {
  /// What the initializer calls it, which must not hide what else is named there.
  fileprivate var internalName: String {
    ["label", "block", "self"].contains(swiftName) ? swiftName + "Argument" : swiftName
  }
}

extension [String] {
  /// As one sentence; the provider's own words may have an end.
  fileprivate var sentence: String {
    let text = joined(separator: ", ")
    return text.hasSuffix(".") ? text : text + "."
  }
}

extension GeneratedType.Storage {
  fileprivate var method: String {
    switch self {
    case .argument: "set"
    case .nestedBlock: "nest"
    case .objectMember: "setMember"
    }
  }
}

extension SwiftKind {
  /// The method that gives an attribute of this type.
  fileprivate var getter: String {
    switch self {
    case .text: "text"
    case .number: "number"
    case .flag: "flag"
    case .list: "list"
    case .map: "map"
    case .value, .object, .block, .blocks: "expression"
    }
  }
}

extension SchemaMode {
  fileprivate var swiftCase: String {
    switch self {
    case .resource: "managed"
    case .data: "data"
    case .ephemeral: "ephemeral"
    }
  }
}
