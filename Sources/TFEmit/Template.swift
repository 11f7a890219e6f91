import InfraModel

/// Writes text in Terraform's template language, where `${` opens an interpolation and `%{` a directive.
struct Template: ~Copyable {
  /// UTF-8, so that it goes on into a file without becoming a string on the way.
  private var buffer = ByteBuffer()

  var source: String { String(buffer) }
  /// Valid until something is appended.
  var bytes: UnsafeBufferPointer<UInt8> { buffer.bytes }

  init() {}

  init(_ text: Text) {
    append(text)
  }

  /// Text between the quotation marks of Terraform's own language.
  init(quoting text: Text) {
    append(quoted: text)
  }

  /// An expression as Terraform's own language has it outside of text.
  init(expression: Expression) {
    if case .hcl(let text) = expression { append(text.source) } else { append(expression) }
  }

  mutating func append(_ text: Text) {
    text.forEachPart { part, isLast in
      switch part {
      case .literal(let literal): append(literal, beforeExpression: !isLast)
      case .expression(let expression): append(interpolated: expression)
      }
    }
  }

  /// Begins anew, in the room that it has.
  mutating func removeAll() {
    buffer.removeAll()
  }

  /// Literal text, with every `${` and `%{` doubled. A sigil right before an interpolation would join it to an escape,
  /// silently, so it goes into an interpolation of its own.
  private mutating func append(_ literal: String, beforeExpression: Bool) {
    var literal = literal
    literal.withUTF8 { utf8 in
      if isPlainInTemplate(utf8) { return buffer.append(utf8) }
      // Terraform drops a byte order mark that a template begins with.
      let start = buffer.isEmpty && utf8.starts(with: byteOrderMark) ? byteOrderMark.count : 0
      if start > 0 { append(interpolated: utf8[..<start]) }
      let end =
        beforeExpression ? utf8.lastIndex { !isSigil($0) && $0 != carriageReturn }.map { $0 + 1 } ?? 0 : utf8.count
      append(escaping: utf8[start..<max(start, end)])
      if max(start, end) < utf8.count { append(interpolated: utf8[max(start, end)...]) }
    }
  }

  /// `$${` for `${` and `%%{` for `%{`; a sigil before anything else is just a sigil.
  ///
  /// After a carriage return without a line feed Terraform 1.11 misreads what follows (`\r${a}` is no reference, and
  /// `\r$$${` no escape), so such a return goes into an interpolation, together with the sigils before it.
  private mutating func append(escaping literal: Slice<UnsafeBufferPointer<UInt8>>) {
    var copied = literal.startIndex
    for index in literal.indices {
      switch literal[index] {
      case UInt8(ascii: "{") where index > literal.startIndex && isSigil(literal[index - 1]):
        buffer.append(UnsafeBufferPointer(rebasing: literal[copied..<index]))
        buffer.append(literal[index - 1])
        copied = index
      case carriageReturn where index + 1 == literal.endIndex || literal[index + 1] != UInt8(ascii: "\n"):
        let sigils = literal[copied..<index].reversed().prefix(while: isSigil).count
        buffer.append(UnsafeBufferPointer(rebasing: literal[copied..<index - sigils]))
        append(interpolated: literal[(index - sigils)...index])
        copied = index + 1
      default: break
      }
    }
    buffer.append(UnsafeBufferPointer(rebasing: literal[copied...]))
  }

  /// A literal in an interpolation: `${"…"}`. It is of sigils, carriage returns and byte order marks alone.
  private mutating func append(interpolated literal: Slice<UnsafeBufferPointer<UInt8>>) {
    append(syntax: "${\"")
    for byte in literal {
      if byte == carriageReturn { append(syntax: "\\r") } else { buffer.append(byte) }
    }
    append(syntax: "\"}")
  }

  private mutating func append(interpolated expression: Expression) {
    append(syntax: "${")
    // Between the braces the text is all there is; within a larger expression it needs parentheses.
    if case .hcl(let text) = expression { append(text.source) } else { append(expression) }
    append(syntax: "}")
  }

  private mutating func append(syntax: StaticString) {
    buffer.append(syntax)
  }

  private mutating func append(_ text: String) {
    buffer.append(text)
  }
}

/// U+FEFF.
let byteOrderMark: [UInt8] = [0xef, 0xbb, 0xbf]
let carriageReturn = UInt8(ascii: "\r")

private func isSigil(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "$") || byte == UInt8(ascii: "%")
}

// MARK: - Terraform's own language

extension Template {
  /// The expression as it stands between `${` and `}`.
  private mutating func append(_ expression: Expression) {
    switch expression {
    case .attribute(let reference):
      append(reference)
    case .variable(let name, _):
      append(syntax: "var.")
      append(name)
    case .local(let name):
      append(syntax: "local.")
      append(name)
    case .named(let value): append(value.spelling)
    case .module(let name):
      append(syntax: "module.")
      append(name)
    case .literal(let value): append(value)
    // Only what was read of a plan has one, and that is not written.
    case .sensitive: append(quoted: Text(SensitiveText.placeholder))
    case .call(let function, let arguments):
      append(function)
      append(list: arguments, between: "(", ")") { $0.append($1) }
    case .conditional(let condition, let first, let second):
      append(syntax: "(")
      append(condition)
      append(syntax: " ? ")
      append(first)
      append(syntax: " : ")
      append(second)
      append(syntax: ")")
    case .binary(let left, let sign, let right):
      append(syntax: "(")
      append(left)
      append(syntax: " ")
      append(sign.rawValue)
      append(syntax: " ")
      append(right)
      append(syntax: ")")
    case .unary(let sign, let part):
      append(syntax: "(")
      append(sign.rawValue)
      append(part)
      append(syntax: ")")
    case .member(let part, let name):
      append(operand: part)
      append(syntax: ".")
      append(name)
    case .index(let collection, let key):
      append(operand: collection)
      append(syntax: "[")
      append(key)
      append(syntax: "]")
    case .splat(let list, let name):
      append(operand: list)
      append(syntax: "[*].")
      append(name)
    case .comprehension(let comprehension): append(comprehension)
    case .bound(let name): append(name)
    case .hcl(let text):
      append(syntax: "(")
      append(text.source)
      append(syntax: ")")
    }
  }

  private mutating func append(_ reference: Reference) {
    switch reference.instance {
    case .element: append(Reference.Instance.elementName)
    case .key(let key):
      append(reference.address)
      append(syntax: "[")
      append(key)
      append(syntax: "]")
    case nil: append(reference.address)
    }
    if !reference.attribute.isEmpty {
      append(syntax: ".")
      append(reference.attribute)
    }
  }

  /// What stands before a `.` or `[`, in parentheses unless it ends itself.
  private mutating func append(operand: Expression) {
    switch operand {
    case .attribute, .variable, .local, .named, .module, .call, .member, .index, .bound, .conditional, .binary, .unary,
      .comprehension, .hcl:
      append(operand)
    case .literal, .splat, .sensitive:
      append(syntax: "(")
      append(operand)
      append(syntax: ")")
    }
  }

  private mutating func append(_ comprehension: Expression.Comprehension) {
    let (open, close): (StaticString, StaticString) =
      if case .list = comprehension.result { ("[", "]") } else { ("{", "}") }
    append(syntax: open)
    append(syntax: "for ")
    append(comprehension.names.joined(separator: ", "))
    append(syntax: " in ")
    append(comprehension.collection)
    append(syntax: " : ")
    switch comprehension.result {
    case .list(let element): append(element)
    case .map(let key, let value, let groups):
      append(key)
      append(syntax: " => ")
      append(value)
      if groups { append(syntax: "...") }
    }
    if let condition = comprehension.condition {
      append(syntax: " if ")
      append(condition)
    }
    append(syntax: close)
  }

  private mutating func append(_ value: Value) {
    switch value {
    case .bool(let bool): append(syntax: bool ? "true" : "false")
    case .integer(let integer): append(String(integer))
    case .number(let number): append(decimal(number))
    case .text(let text): append(quoted: text)
    case .literal(let literal): append(quoted: Text(literal))
    case .address(let address): append(address)
    case .json(let document): append(quoted: compactJSON(document))
    case .list(let values): append(list: values, between: "[", "]") { $0.append($1) }
    case .blocks(let blocks): append(.list(blocks.map { .map($0.asMap) }))
    case .map(let values), .literalMap(let values):
      append(list: values.sorted { $0.key < $1.key }, between: "{", "}") { template, member in
        template.append(quoted: Text(member.key))
        template.append(" = ")
        template.append(member.value)
      }
    }
  }

  private mutating func append(_ address: Address) {
    guard address.mode == .managed, address.index.isEmpty else { return append(address.description) }
    append(address.type)
    append(syntax: ".")
    append(address.name)
  }

  private mutating func append<Element>(
    list elements: [Element], between open: StaticString, _ close: StaticString,
    _ appendElement: (inout Template, Element) -> Void
  ) {
    append(syntax: open)
    for (index, element) in elements.enumerated() {
      if index > 0 { append(syntax: ", ") }
      appendElement(&self, element)
    }
    append(syntax: close)
  }

  /// Text as a string of Terraform's own language, which has its own escapes beneath those of the template.
  private mutating func append(quoted text: Text) {
    append(syntax: "\"")
    text.forEachPart { part, isLast in
      switch part {
      case .literal(let literal): append(Template.quotedEscapes(in: literal), beforeExpression: !isLast)
      case .expression(let expression): append(interpolated: expression)
      }
    }
    append(syntax: "\"")
  }

  private static func quotedEscapes(in literal: String) -> String {
    var escaped = ""
    for character in literal.unicodeScalars {
      switch character {
      case "\"": escaped += "\\\""
      case "\\": escaped += "\\\\"
      case "\n": escaped += "\\n"
      case "\r": escaped += "\\r"
      case "\t": escaped += "\\t"
      default: escaped.unicodeScalars.append(character)
      }
    }
    return escaped
  }
}
