public import TerraformModel

extension EventPattern: ArgumentCodable {
  /// `event_pattern`, as a document or as text. A condition without a case in `EventFilter` makes the whole pattern
  /// unreadable: without it the pattern would match other events.
  public init(reading value: Value) throws(DecodingFailure.Reason) {
    try self.init(readingDocument: try value.document)
  }

  private init(readingDocument document: Value) throws(DecodingFailure.Reason) {
    guard case .map(var members) = document else { throw document.unfit }
    guard let source = members.removeValue(forKey: "source") else { throw .unfit("without a source") }
    let detail = try members.removeValue(forKey: "detail").map { value throws(DecodingFailure.Reason) in
      guard case .fields(let fields) = try field(reading: value) else { throw value.unfit }
      return fields
    }
    self.init(
      source: try field(reading: source),
      detailType: try members.removeValue(forKey: "detail-type").map(field(reading:)),
      detail: detail ?? [:],
      resources: try members.removeValue(forKey: "resources").map(field(reading:)),
      account: try members.removeValue(forKey: "account").map(field(reading:)))
    if let other = members.keys.min() { throw .unfit("with '\(other)'") }
  }
}

/// No initializer of `EventField`, within which `Value` is what its dictionary literal holds.
private func field(reading value: Value) throws(DecodingFailure.Reason) -> EventField {
  switch value {
  case .list(let filters):
    return .oneOf(try filters.map { filter throws(DecodingFailure.Reason) in try EventFilter(reading: filter) })
  case .map(let members):
    var fields: [String: EventField] = [:]
    for (name, value) in members {
      // `$or` is no field.
      guard !name.hasPrefix("$") else { throw .unfit("with '\(name)'") }
      fields[name] = try field(reading: value)
    }
    return .fields(fields)
  case .bool, .integer, .number, .text, .literal, .address, .literalMap, .blocks, .json: throw value.unfit
  }
}

extension EventFilter {
  fileprivate init(reading value: Value) throws(DecodingFailure.Reason) {
    switch value {
    case .text, .literal: self = .exactly(try Text(reading: value))
    case .integer(let number): self = .number(number)
    case .bool(let bool): self = .bool(bool)
    case .map(let members):
      guard let (word, argument) = members.first, members.count == 1 else { throw value.unfit }
      self = try EventFilter(word, of: argument)
    case .number, .address, .list, .literalMap, .blocks, .json: throw value.unfit
    }
  }

  private init(_ word: String, of argument: Value) throws(DecodingFailure.Reason) {
    switch (word, argument) {
    case ("prefix", .text), ("prefix", .literal): self = .prefix(try String(reading: argument))
    case ("suffix", .text), ("suffix", .literal): self = .suffix(try String(reading: argument))
    case ("equals-ignore-case", .text), ("equals-ignore-case", .literal):
      self = .equalsIgnoringCase(try String(reading: argument))
    case ("exists", _): self = .exists(try Bool(reading: argument))
    case ("anything-but", .text), ("anything-but", .literal): self = .anythingBut(try Text(reading: argument))
    case ("anything-but", .list(let values)):
      var texts: [Text] = []
      for value in values {
        guard value.isText else { throw value.unfit }
        texts.append(try Text(reading: value))
      }
      guard let first = texts.first else { throw argument.unfit }
      self = .anythingBut(first, or: Array(texts.dropFirst()))
    case ("anything-but", .map(let members)):
      guard let start = members["prefix"], start.isText, members.count == 1 else { throw argument.unfit }
      self = .anythingButPrefix(try String(reading: start))
    case ("numeric", .list(let words)): self = .numeric(try Comparison(reading: words))
    default: throw .unfit("with '\(word)'")
    }
  }
}

extension EventFilter.Comparison {
  fileprivate init(reading words: [Value]) throws(DecodingFailure.Reason) {
    guard words.count == 2 || words.count == 4 else { throw .unfit("with 'numeric'") }
    let (sign, limit) = (try String(reading: words[0]), try Double(reading: words[1]))
    if words.count == 4 {
      let second = try String(reading: words[2])
      guard sign == ">=", second == "<=" else { throw .unfit("with 'numeric'") }
      self = .between(limit, and: try Double(reading: words[3]))
      return
    }
    switch sign {
    case "=": self = .equal(limit)
    case ">": self = .above(limit)
    case ">=": self = .atLeast(limit)
    case "<": self = .below(limit)
    case "<=": self = .atMost(limit)
    default: throw .unfit("with '\(sign)'")
    }
  }
}

extension Value {
  fileprivate var isText: Bool {
    switch self {
    case .text, .literal: true
    case .bool, .integer, .number, .address, .list, .map, .literalMap, .blocks, .json: false
    }
  }
}
