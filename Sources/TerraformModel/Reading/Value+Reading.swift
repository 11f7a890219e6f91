extension Value {
  /// Why the value is not what was asked for.
  package var unfit: DecodingFailure.Reason {
    if case .text(let text) = self, text.known == nil { return text.reasonUnknown }
    return .unfit(described)
  }

  private var described: String {
    switch self {
    case .bool(let bool): "\(bool)"
    case .integer(let integer): "\(integer)"
    case .number(let number): "\(number)"
    case .text(let text): "'\(text.known ?? "…")'"
    case .literal(let literal): "'\(literal)'"
    case .address(let address): "'\(address)'"
    case .list: "a list"
    case .map, .literalMap: "a map"
    case .blocks: "a block"
    case .json: "a document"
    }
  }

  /// Nested blocks, however they are written.
  package var nestedBlocks: [Block]? {
    switch self {
    case .blocks(let blocks): return blocks
    case .map(let members): return [Block(uniqueArguments: members.map { ($0.key, $0.value) })]
    case .list(let values):
      var blocks: [Block] = []
      for value in values {
        guard case .map(let members) = value else { return nil }
        blocks.append(Block(uniqueArguments: members.map { ($0.key, $0.value) }))
      }
      return blocks
    case .bool, .integer, .number, .text, .literal, .address, .literalMap, .json: return nil
    }
  }

  /// A JSON document, whether it is built of values or carried as text.
  package var document: Value {
    get throws(DecodingFailure.Reason) {
      if case .json(let document) = self { return document }
      guard let text = knownText else { throw unfit }
      guard let document = try? JSONDocument(parsing: text) else { throw .unfit("not valid JSON") }
      return Value(document)
    }
  }

  /// A document that was read, as the value that would write it.
  init(_ document: JSONDocument) {
    switch document {
    // A JSON null has no value of ours; in the documents AWS takes it says the same as nothing.
    case .null: self = .literal("")
    case .bool(let bool): self = .bool(bool)
    case .number(let digits): self = Int(digits).map { .integer($0) } ?? .number(Double(digits) ?? 0)
    case .string(let string): self = .text(Text(string))
    case .array(let elements): self = .list(elements.map { Value($0) })
    case .object(let members): self = .map(members.mapValues { Value($0) })
    }
  }
}

extension Text {
  public init(reading value: Value) throws(DecodingFailure.Reason) {
    switch value {
    case .text(let text): self = text
    case .literal(let literal): self.init(literal)
    case .integer(let integer): self.init(String(integer))
    case .bool(let bool): self.init(String(bool))
    case .number, .address, .list, .map, .literalMap, .blocks, .json: throw value.unfit
    }
  }
}

extension String {
  public init(reading value: Value) throws(DecodingFailure.Reason) {
    let text = try Text(reading: value)
    guard let known = text.known else { throw text.reasonUnknown }
    self = known
  }
}

extension Int {
  public init(reading value: Value) throws(DecodingFailure.Reason) {
    switch value {
    case .integer(let integer): self = integer
    case .number(let number):
      guard let integer = Int(exactly: number) else { throw value.unfit }
      self = integer
    case .text(let text):
      guard let known = text.known, let integer = Int(known) else { throw value.unfit }
      self = integer
    case .bool, .literal, .address, .list, .map, .literalMap, .blocks, .json: throw value.unfit
    }
    guard isOrdinary else { throw value.unfit }
  }
}

extension Double {
  public init(reading value: Value) throws(DecodingFailure.Reason) {
    switch value {
    case .integer(let integer): self = Double(integer)
    case .number(let number): self = number
    case .text(let text):
      if case .number(let number)? = text.onlyExpression?.known {
        self = number
        return
      }
      guard let known = text.known, let number = Double(known) else { throw value.unfit }
      self = number
    case .bool, .literal, .address, .list, .map, .literalMap, .blocks, .json: throw value.unfit
    }
  }
}

extension Bool {
  public init(reading value: Value) throws(DecodingFailure.Reason) {
    switch value {
    case .bool(let bool): self = bool
    case .text(let text):
      guard let known = text.known, let bool = Bool(known) else { throw value.unfit }
      self = bool
    case .integer, .number, .literal, .address, .list, .map, .literalMap, .blocks, .json: throw value.unfit
    }
  }
}

extension Duration {
  package init(reading value: Value) throws(DecodingFailure.Reason) {
    self = .seconds(try Int(reading: value))
  }
}

extension RawRepresentable<String> {
  package init(readingWord value: Value) throws(DecodingFailure.Reason) {
    guard let word = Self(rawValue: try String(reading: value)) else { throw value.unfit }
    self = word
  }
}

extension Input {
  package init(
    reading value: Value, _ read: (Value) throws(DecodingFailure.Reason) -> Wrapped
  ) throws(DecodingFailure.Reason) {
    let known = try read(value)
    guard case .text(let text) = value, let expression = text.onlyExpression else {
      self = .fixed(known)
      return
    }
    self.init(known: known, possible: [known], expression: expression)
  }
}
