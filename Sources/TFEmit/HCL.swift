public import InfraModel

/// A stack's resources, and what belongs to them, in Terraform's own language, as `terraform fmt` formats it. For people
/// to read beside Swift: `out/` is JSON.
///
/// Source: https://developer.hashicorp.com/terraform/language/syntax/configuration
public func hcl(of stack: DeclaredStack) -> String {
  var printer = HCLPrinter()
  if stack.declarations.contains(where: stack.needsAlias) {
    for (name, blocks) in providers(of: stack) {
      for block in blocks { printer.print(block, headed: "provider \(quoted(name))") }
    }
  }
  for section in [ConfigurationBlock.Section.variable, .locals] { printer.print(section, of: stack) }
  for declaration in stack.declarations {
    let address = declaration.address
    let kind =
      switch address.mode {
      case .managed, .configuration: "resource"
      case .data: "data"
      case .ephemeral: "ephemeral"
      }
    printer.print(
      block(of: declaration, in: stack), headed: "\(kind) \(quoted(address.type)) \(quoted(address.name))",
      bare: ["provider"])
  }
  for section in ConfigurationBlock.Section.allCases where section != .variable && section != .locals {
    printer.print(section, of: stack)
  }
  return printer.lines.joined(separator: "\n")
}

/// Prints blocks, arguments first and nested blocks after them.
private struct HCLPrinter {
  var lines: [String] = []

  mutating func print(_ section: ConfigurationBlock.Section, of stack: DeclaredStack) {
    let blocks = stack.configuration.filter { $0.section == section }
    guard !blocks.isEmpty else { return }
    guard section != .locals else {
      let values = Block(uniqueArguments: blocks.map { ($0.label ?? "", $0.block["value"] ?? "") })
      return print(values, headed: section.rawValue)
    }
    for block in blocks {
      print(
        block.block, headed: section.rawValue + (block.label.map { " \(quoted($0))" } ?? ""),
        bare: section == .variable ? ["type"] : ["from", "to", "provider"])
    }
  }

  /// `bare`: The arguments that name something of Terraform's, without quotation marks.
  mutating func print(_ block: Block, headed head: String, bare: Set<String> = []) {
    if !lines.isEmpty { lines.append("") }
    lines += HCLPrinter.lines(of: block, headed: head, bare)
  }

  private static func lines(of block: Block, headed head: String, _ bare: Set<String>) -> [String] {
    let body = body(of: block, bare)
    return body.isEmpty ? ["\(head) {}"] : ["\(head) {"] + body.map { $0.isEmpty ? "" : "  \($0)" } + ["}"]
  }

  private static func body(of block: Block, _ bare: Set<String>) -> [String] {
    var entries: [Entry] = []
    var nested: [[String]] = []
    for (name, value) in inReadingOrder(block.arguments) {
      if case .blocks(let blocks) = value {
        let inner: Set<String> = name == "lifecycle" ? ["ignore_changes", "replace_triggered_by"] : []
        nested += blocks.map { lines(of: $0, headed: name, inner) }
      } else {
        entries.append(Entry(name: name, value: bare.contains(name) ? unquoted(value) : written(value)))
      }
    }
    var body = aligned(entries)
    for lines in nested {
      if !body.isEmpty { body.append("") }
      body += lines
    }
    return body
  }

  /// Terraform's style guide has the provider first and dependencies last.
  ///
  /// Source: https://developer.hashicorp.com/terraform/language/style
  private static func inReadingOrder(_ arguments: [(name: String, value: Value)]) -> [(name: String, value: Value)] {
    arguments.filter { $0.name == "provider" } + arguments.filter { $0.name != "provider" && $0.name != "depends_on" }
      + arguments.filter { $0.name == "depends_on" }
  }

  /// `name = value`, whose value may have several lines.
  private struct Entry {
    let name: String
    let value: [String]
  }

  /// `terraform fmt` aligns the equals signs of neighbours that have one line each.
  private static func aligned(_ entries: [Entry]) -> [String] {
    var lines: [String] = []
    var start = entries.startIndex
    while start < entries.endIndex {
      guard entries[start].value.count == 1 else {
        lines.append("\(entries[start].name) = \(entries[start].value[0])")
        lines += entries[start].value.dropFirst()
        start += 1
        continue
      }
      let run = entries[start...].prefix { $0.value.count == 1 }
      let width = run.map(\.name.count).max() ?? 0
      lines += run.map { entry in
        "\(entry.name)\(String(repeating: " ", count: width - entry.name.count)) = \(entry.value[0])"
      }
      start = run.endIndex
    }
    return lines
  }

  /// A value, line by line.
  private static func written(_ value: Value) -> [String] {
    switch value {
    case .bool(let bool): [bool ? "true" : "false"]
    case .integer(let integer): [String(integer)]
    case .number(let number): [decimal(number)]
    case .address(let address): [address.description]
    case .literal(let literal): [quoted(literal)]
    case .text(let text): written(text)
    case .json(let document): called("jsonencode", written(document))
    case .list(let values): list(values.map(written))
    case .blocks(let blocks): list(blocks.map { written(.map($0.asMap)) })
    case .map(let members), .literalMap(let members): object(members)
    }
  }

  private static func written(_ text: Text) -> [String] {
    if let expression = text.onlyExpression { return [Template(expression: expression).source] }
    // A policy that a stack has as text is easier to read as what it says.
    if let literal = text.literal, literal.utf8.first == UInt8(ascii: "{"),
      let document = try? JSON(reading: Array(literal.utf8)), case .object = document
    {
      return called("jsonencode", written(document))
    }
    return [Template(quoting: text).source]
  }

  private static func written(_ document: JSON) -> [String] {
    switch document {
    case .null: ["null"]
    case .bool(let bool): [bool ? "true" : "false"]
    case .integer(let integer): [String(integer)]
    case .number(let number): [decimal(number)]
    case .string(let string): [quoted(string)]
    case .array(let elements): list(elements.map { written($0) })
    case .object(let members): object(members.mapValues { written($0) })
    }
  }

  private static func unquoted(_ value: Value) -> [String] {
    switch value {
    case .literal(let literal): [literal]
    case .text(let text): text.literal.map { [$0] } ?? written(text)
    case .list(let values): list(values.map(unquoted))
    case .bool, .integer, .number, .address, .map, .literalMap, .blocks, .json: written(value)
    }
  }

  private static func called(_ function: String, _ argument: [String]) -> [String] {
    var lines = argument
    lines[0] = "\(function)(\(lines[0])"
    lines[lines.count - 1] += ")"
    return lines
  }

  /// On one line where every element is on one and they are short together.
  private static func list(_ elements: [[String]]) -> [String] {
    let line = "[" + elements.compactMap(\.first).joined(separator: ", ") + "]"
    if elements.allSatisfy({ $0.count == 1 }), line.count <= 100 { return [line] }
    if elements.count == 1, let only = elements.first, only[0] == "{" {
      // `[{`, as people write a list of one object.
      return ["[{"] + only.dropFirst().dropLast() + ["}]"]
    }
    return ["["]
      + elements.flatMap { lines in
        lines.enumerated().map { index, line in "  \(line)\(index + 1 == lines.count ? "," : "")" }
      } + ["]"]
  }

  private static func object(_ members: [String: Value]) -> [String] {
    object(members.mapValues(written))
  }

  private static func object(_ members: [String: [String]]) -> [String] {
    guard !members.isEmpty else { return ["{}"] }
    let entries = members.sorted { $0.key < $1.key }.map { Entry(name: key($0.key), value: $0.value) }
    return ["{"] + aligned(entries).map { "  \($0)" } + ["}"]
  }

  /// A key as it stands where it is a name, in quotation marks elsewhere.
  private static func key(_ key: String) -> String {
    let isName =
      key.utf8.first.map { !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
      && key.utf8.allSatisfy {
        switch $0 {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        default: false
        }
      }
    return isName && !["for", "null", "true", "false", "if"].contains(key) ? key : quoted(key)
  }
}

private func quoted(_ literal: String) -> String { Template(quoting: Text(literal)).source }
