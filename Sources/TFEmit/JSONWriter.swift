public import InfraModel

/// Writes values as JSON, sorted and indented, into one buffer.
struct JSONWriter {
  private(set) var bytes: [UInt8] = []
  private var depth = 0

  /// Writes a block as an object. Terraform reads the names of arguments as they stand.
  mutating func write(_ block: Block) {
    let arguments = block.arguments.filter { !$0.value.isEmptySection }.sorted { $0.name < $1.name }
    writeMembers(arguments) { writer, argument in
      writer.writeString(argument.name)
      writer.append(": ")
      writer.write(argument.value)
    }
  }

  mutating func write(_ value: Value) {
    switch value {
    case .bool(let bool): append(bool ? "true" : "false")
    case .integer(let integer): append(String(integer))
    case .number(let number): append(decimal(number))
    case .text(let text): write(text)
    case .literal(let literal): writeString(literal)
    case .address(let address): writeString(address.description)
    case .json(let document): write(compactJSON(document))
    case .list(let values): writeElements(values) { $0.write($1) }
    // One nested block is an object, several are an array of them.
    case .blocks(let blocks) where blocks.count == 1: write(blocks[0])
    case .blocks(let blocks): writeElements(blocks) { $0.write($1) }
    case .literalMap(let values):
      writeMembers(values.sorted { $0.key < $1.key }) { writer, member in
        writer.writeString(member.key)
        writer.append(": ")
        writer.write(member.value)
      }
    // The keys of a map are templates too.
    case .map(let values):
      writeMembers(values.sorted { $0.key < $1.key }) { writer, member in
        writer.writeString(Template(Text(member.key)).source)
        writer.append(": ")
        writer.write(member.value)
      }
    }
  }

  private mutating func writeMembers<Member>(
    _ members: [Member], _ writeMember: (inout JSONWriter, Member) -> Void
  ) {
    writeSequence("{", members, "}", writeMember)
  }

  private mutating func writeElements<Element>(
    _ elements: [Element], _ writeElement: (inout JSONWriter, Element) -> Void
  ) {
    writeSequence("[", elements, "]", writeElement)
  }

  private mutating func writeSequence<Element>(
    _ open: StaticString, _ elements: [Element], _ close: StaticString,
    _ writeElement: (inout JSONWriter, Element) -> Void
  ) {
    append(open)
    depth += 1
    for (index, element) in elements.enumerated() {
      if index > 0 { append(",") }
      startLine()
      writeElement(&self, element)
    }
    depth -= 1
    if !elements.isEmpty { startLine() }
    append(close)
  }

  mutating func endFile() {
    append("\n")
  }

  private mutating func startLine() {
    append("\n")
    for _ in 0..<depth { append("  ") }
  }

  private mutating func write(_ text: Text) {
    // Most texts are one literal without a brace, which is its own template.
    if let literal = text.literal, !literal.utf8.contains(UInt8(ascii: "{")) {
      writeString(literal)
    } else {
      writeString(Template(text).source)
    }
  }

  private mutating func writeString(_ string: String) {
    append("\"")
    appendEscaped(string, to: &bytes)
    append("\"")
  }

  private mutating func append(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  @_disfavoredOverload
  private mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }
}

/// A JSON document of our own, for people's scripts: sorted, indented, with a newline at its end. Its strings are to be
/// `.literal`, since Terraform never reads it.
public func plainJSON(_ value: Value) -> [UInt8] {
  var writer = JSONWriter()
  writer.write(value)
  writer.endFile()
  return writer.bytes
}

extension Value {
  /// An empty section is an error in Terraform JSON, and an empty list of blocks says nothing.
  fileprivate var isEmptySection: Bool {
    if case .blocks(let blocks) = self { blocks.isEmpty } else { false }
  }
}
