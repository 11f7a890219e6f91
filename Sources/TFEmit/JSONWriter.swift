public import InfraModel

/// Writes values as JSON, sorted and indented, into one buffer.
struct JSONWriter: ~Copyable {
  private var buffer: ByteBuffer
  private var depth = 0
  /// The end of a line and the spaces before the next, as many as have been needed so far.
  private var lineBreak = ByteBuffer()
  /// Whether nothing has been written yet inside of the bracket that was opened last.
  private var isAtStart = true
  /// Where a template stands before its quotation marks are escaped.
  private var template = Template()

  /// - Parameter size: How many bytes there will be, more or less.
  init(expecting size: Int = 0) {
    buffer = ByteBuffer(capacity: size)
  }

  var bytes: [UInt8] { [UInt8](buffer) }

  /// Writes a block as an object. Terraform reads the names of arguments as they stand.
  mutating func write(_ block: Block) {
    open(UInt8(ascii: "{"))
    for argument in block.arguments where !argument.value.isEmptySection {
      startElement()
      writeString(argument.name)
      append(": ")
      write(argument.value)
    }
    close(UInt8(ascii: "}"))
  }

  mutating func write(_ value: Value) {
    switch value {
    case .bool(let bool): append(bool ? "true" : "false")
    case .integer(let integer): append(String(integer))
    case .number(let number): append(decimal(number))
    case .text where value.isNull: append("null")
    case .text(let text): write(text)
    case .literal(let literal): writeString(literal)
    case .address(let address): writeString(address.description)
    case .json(let document): write(compactJSON(document))
    case .list(let values): writeElements(values) { $0.write($1) }
    // One nested block is an object, several are an array of them.
    case .blocks(let blocks) where blocks.count == 1: write(blocks[0])
    case .blocks(let blocks): writeElements(blocks) { $0.write($1) }
    case .literalMap(let values): writeMembers(values) { $0.writeString($1) }
    // The keys of a map are templates too.
    case .map(let values): writeMembers(values) { $0.write(Text($1)) }
    }
  }

  private mutating func writeMembers(_ members: [String: Value], key writeKey: (inout JSONWriter, String) -> Void) {
    open(UInt8(ascii: "{"))
    if members.count == 1, let (key, value) = members.first {
      write(value, named: key, writeKey)
    } else {
      for (key, value) in members.sorted(by: { $0.key < $1.key }) { write(value, named: key, writeKey) }
    }
    close(UInt8(ascii: "}"))
  }

  private mutating func write(_ value: Value, named key: String, _ writeKey: (inout JSONWriter, String) -> Void) {
    startElement()
    writeKey(&self, key)
    append(": ")
    write(value)
  }

  private mutating func writeElements<Element>(
    _ elements: [Element], _ writeElement: (inout JSONWriter, Element) -> Void
  ) {
    open(UInt8(ascii: "["))
    for element in elements {
      startElement()
      writeElement(&self, element)
    }
    close(UInt8(ascii: "]"))
  }

  mutating func endFile() {
    buffer.append(UInt8(ascii: "\n"))
  }

  private mutating func write(_ text: Text) {
    // Most texts are one literal that means nothing to Terraform.
    if let literal = text.literal, isOwnTemplate(literal) { return writeString(literal) }
    template.removeAll()
    template.append(text)
    buffer.append(UInt8(ascii: "\""))
    buffer.append(escaping: template.bytes)
    buffer.append(UInt8(ascii: "\""))
  }

  private mutating func writeString(_ string: String) {
    buffer.append(UInt8(ascii: "\""))
    buffer.append(escaping: string)
    buffer.append(UInt8(ascii: "\""))
  }

  // MARK: Brackets and lines

  private mutating func open(_ bracket: UInt8) {
    buffer.append(bracket)
    depth += 1
    isAtStart = true
  }

  private mutating func startElement() {
    if !isAtStart { buffer.append(UInt8(ascii: ",")) }
    isAtStart = false
    startLine()
  }

  private mutating func close(_ bracket: UInt8) {
    depth -= 1
    if !isAtStart { startLine() }
    buffer.append(bracket)
    isAtStart = false
  }

  private mutating func startLine() {
    while lineBreak.count < 1 + 2 * depth { lineBreak.append(UInt8(ascii: lineBreak.isEmpty ? "\n" : " ")) }
    buffer.append(UnsafeBufferPointer(rebasing: lineBreak.bytes[..<(1 + 2 * depth)]))
  }

  private mutating func append(_ text: StaticString) {
    buffer.append(text)
  }

  @_disfavoredOverload
  private mutating func append(_ text: String) {
    buffer.append(text)
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
