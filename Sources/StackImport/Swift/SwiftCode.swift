/// A piece of Swift source that is not yet broken into lines.
indirect enum SwiftCode: Hashable, Sendable {
  /// Text that stays on one line.
  case text(String)
  case string(SwiftString)
  /// Pieces with nothing between them.
  case sequence([SwiftCode])
  /// `name(a, label: b) { parameter in … }`
  case call(SwiftCode, [SwiftArgument], SwiftClosure?)
  /// A closure among the arguments of a call.
  case closure(SwiftClosure)
  /// `[a, b]` and `["a": b]`
  case collection([SwiftElement], isDictionary: Bool)

  static func call(_ name: String, _ arguments: [SwiftArgument], _ closure: SwiftClosure? = nil) -> SwiftCode {
    .call(.text(name), arguments, closure)
  }

  /// A string without interpolations.
  static func literal(_ text: String) -> SwiftCode { .string(SwiftString([.literal(text)])) }

  static func list(_ elements: [SwiftCode]) -> SwiftCode {
    .collection(elements.map { SwiftElement(value: $0) }, isDictionary: false)
  }

  /// The code without the prefix; unchanged if it begins with another one.
  func dropping(_ word: String) -> SwiftCode {
    switch self {
    case .text(let text): text.hasPrefix(word) ? .text(String(text.dropFirst(word.count))) : self
    case .sequence(let parts):
      parts.first.map { .sequence([$0.dropping(word)] + parts.dropFirst()) } ?? self
    case .call(let name, let arguments, let closure): .call(name.dropping(word), arguments, closure)
    case .string, .collection, .closure: self
    }
  }
}

/// An argument of a call.
struct SwiftArgument: Hashable, Sendable {
  var label: String?
  var value: SwiftCode
  /// Those before it.
  var comments: [String] = []

  init(_ value: SwiftCode) {
    self.init(nil, value)
  }

  init(_ label: String?, _ value: SwiftCode, comments: [String] = []) {
    self.label = label
    self.value = value
    self.comments = comments
  }
}

/// A closure with one expression.
struct SwiftClosure: Hashable, Sendable {
  var parameters: [String]
  var body: SwiftCode
}

/// An element of a list or a dictionary, with the comments before it.
struct SwiftElement: Hashable, Sendable {
  var comments: [String] = []
  /// The key of a dictionary, as Swift spells it.
  var key: String?
  var value: SwiftCode
}

/// A string literal.
struct SwiftString: Hashable, Sendable {
  enum Part: Hashable, Sendable {
    case literal(String)
    /// Swift on one line.
    case interpolation(String)
  }

  var parts: [Part]

  init(_ parts: [Part]) {
    self.parts = parts
  }
}

extension SwiftCode {
  /// Adds every name in the code outside of its strings.
  func collectNames(into names: inout Set<String>) {
    func add(_ text: String) {
      for name in text.split(whereSeparator: { !($0.isLetter || $0.isNumber || $0 == "_") }) {
        names.insert(String(name))
      }
    }
    switch self {
    case .text(let text): add(text)
    case .string(let string):
      for case .interpolation(let code) in string.parts { add(code) }
    case .sequence(let parts): for part in parts { part.collectNames(into: &names) }
    case .call(let name, let arguments, let closure):
      name.collectNames(into: &names)
      for argument in arguments { argument.value.collectNames(into: &names) }
      closure?.body.collectNames(into: &names)
    case .closure(let closure): closure.body.collectNames(into: &names)
    case .collection(let elements, _): for element in elements { element.value.collectNames(into: &names) }
    }
  }
}
