import TerraformModel

/// A content filter of an event pattern, ready to be asked about a value.
enum EventFilterTest: Hashable {
  case prefix(String, ignoringCase: Bool)
  case suffix(String, ignoringCase: Bool)
  case equalsIgnoringCase(String)
  case wildcard(String)
  case exists(Bool)
  case numeric(NumericBounds)
  case anythingBut([JSONDocument])
  case anythingButFilter([EventFilterTest])
  /// A range of addresses. Whether one is in it is not decided here.
  case addresses(String)

  /// `nil` where EventBridge has no such filter, or takes another argument for it.
  init?(_ key: String, _ argument: JSONDocument) {
    switch (key, argument) {
    case ("prefix", .string(let text)): self = .prefix(text, ignoringCase: false)
    case ("suffix", .string(let text)): self = .suffix(text, ignoringCase: false)
    case ("prefix", .object(let object)), ("suffix", .object(let object)):
      guard object.count == 1, case .string(let text)? = object["equals-ignore-case"] else { return nil }
      self = key == "prefix" ? .prefix(text, ignoringCase: true) : .suffix(text, ignoringCase: true)
    case ("equals-ignore-case", .string(let text)): self = .equalsIgnoringCase(text)
    case ("wildcard", .string(let text)): self = .wildcard(text)
    case ("exists", .bool(let exists)): self = .exists(exists)
    case ("cidr", .string(let range)):
      guard range.utf8.contains(UInt8(ascii: "/")) else { return nil }
      self = .addresses(range)
    case ("numeric", .array(let parts)):
      guard let bounds = NumericBounds(parts) else { return nil }
      self = .numeric(bounds)
    case ("anything-but", .array(let values)):
      guard !values.isEmpty, values.allSatisfy(\.isLeaf) else { return nil }
      self = .anythingBut(values)
    case ("anything-but", .object(let object)):
      guard object.count == 1, let (key, argument) = object.first,
        ["prefix", "suffix", "equals-ignore-case", "wildcard"].contains(key)
      else { return nil }
      let arguments = if case .array(let arguments) = argument { arguments } else { [argument] }
      let tests = arguments.compactMap { EventFilterTest(key, $0) }
      guard !tests.isEmpty, tests.count == arguments.count else { return nil }
      self = .anythingButFilter(tests)
    case ("anything-but", _) where argument.isLeaf: self = .anythingBut([argument])
    default: return nil
    }
  }

  /// Whether a value that is there passes. Of what is not there, `exists` alone has something to say.
  func passes(_ value: JSONDocument) -> Bool {
    switch (self, value) {
    case (.exists(let exists), _): exists
    case (.anythingBut(let values), _): !values.contains(value)
    case (.anythingButFilter(let tests), .string): !tests.contains { $0.passes(value) }
    case (.prefix(let start, let ignoringCase), .string(let text)):
      ignoringCase ? text.lowercased().hasPrefix(start.lowercased()) : text.utf8.starts(with: start.utf8)
    case (.suffix(let end, let ignoringCase), .string(let text)):
      ignoringCase
        ? text.lowercased().hasSuffix(end.lowercased()) : text.utf8.reversed().starts(with: end.utf8.reversed())
    case (.equalsIgnoringCase(let word), .string(let text)): word.lowercased() == text.lowercased()
    case (.wildcard(let pattern), .string(let text)):
      fits(Array(text.utf8), wildcard: Array(pattern.utf8), run: UInt8(ascii: "*"))
    case (.numeric(let bounds), .number(let digits)): Double(digits).map(bounds.contains) ?? false
    default: false
    }
  }
}

/// What a `numeric` filter lets pass.
struct NumericBounds: Hashable {
  private var least = -Double.infinity
  private var most = Double.infinity
  private var includesLeast = true
  private var includesMost = true

  /// Signs and numbers in turns, such as `[">=", 0, "<", 10]`.
  init?(_ parts: [JSONDocument]) {
    guard parts.count == 2 || parts.count == 4 else { return nil }
    for start in stride(from: 0, to: parts.count, by: 2) {
      guard case .string(let sign) = parts[start], case .number(let digits) = parts[start + 1],
        let number = Double(digits)
      else { return nil }
      switch sign {
      case "=" where parts.count == 2: (least, most) = (number, number)
      case ">": (least, includesLeast) = (number, false)
      case ">=": (least, includesLeast) = (number, true)
      case "<": (most, includesMost) = (number, false)
      case "<=": (most, includesMost) = (number, true)
      default: return nil
      }
    }
  }

  var isImpossible: Bool {
    least > most || (least == most && !(includesLeast && includesMost))
  }

  func contains(_ number: Double) -> Bool {
    (includesLeast ? number >= least : number > least) && (includesMost ? number <= most : number < most)
  }
}

extension JSONDocument {
  /// Whether it has no parts.
  fileprivate var isLeaf: Bool {
    switch self {
    case .null, .bool, .number, .string: true
    case .array, .object: false
    }
  }
}
