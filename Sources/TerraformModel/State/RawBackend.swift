/// A backend that has no case of its own, in Terraform's words.
///
/// ```swift
/// .raw(RawBackend("gcs", stateAt: .argument("prefix"), ["bucket": "acme-states"]))
/// ```
public struct RawBackend: Hashable, Sendable {
  /// Terraform's name for it, such as `gcs`, `azurerm`, `http` or `pg`.
  public let type: String
  /// What tells one state from another, so that no two stacks ever share one.
  public let place: Place
  /// All other arguments. `place` wins over an argument of the same name.
  public let arguments: [String: BackendArgument]

  public init(_ type: String, stateAt place: Place, _ arguments: [String: BackendArgument] = [:]) {
    self.type = type
    self.place = place
    self.arguments = arguments
  }

  /// The argument that has the stack and the environment in it.
  public struct Place: Hashable, Sendable {
    let name: String
    let start: String
    /// `nil` where `start` is all of it.
    let separator: String?
    let end: String

    /// An argument with this value in every environment, for a stack that has one: `.exactly("key", "shop.tfstate")`.
    public static func exactly(_ name: String, _ value: String) -> Place {
      Place(name: name, start: value, separator: nil, end: "")
    }

    /// No argument here: `terraform init -backend-config` gives it.
    public static let givenToInit = Place(name: "", start: "", separator: nil, end: "")

    /// `<start><stack><separator><environment><end>`, such as `https://states.example.com/shop/prod` for `http`.
    public static func argument(
      _ name: String, from start: String = "", separator: String = "/", to end: String = ""
    ) -> Place {
      Place(name: name, start: start, separator: separator, end: end)
    }
  }

  func arguments(for stack: StackIdentity) -> Block {
    var block = Block(uniqueArguments: arguments.map { ($0.key, $0.value.value) })
    guard !place.name.isEmpty else { return block }
    block[place.name] = .literal(
      place.separator.map { "\(place.start)\(stack.stack)\($0)\(stack.environment)\(place.end)" } ?? place.start)
    return block
  }
}

/// The value of a backend's argument: a literal and nothing else, as Terraform evaluates none.
public enum BackendArgument: Hashable, Sendable {
  case text(String)
  case integer(Int)
  case bool(Bool)
  case list([BackendArgument])
  case map([String: BackendArgument])

  var value: Value {
    switch self {
    case .text(let text): .literal(text)
    case .integer(let integer): .integer(integer)
    case .bool(let bool): .bool(bool)
    case .list(let values): .list(values.map(\.value))
    case .map(let values): .literalMap(values.mapValues(\.value))
    }
  }
}

extension BackendArgument: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(stringLiteral text: String) {
    self = .text(text)
  }

  public init(integerLiteral integer: Int) {
    self = .integer(integer)
  }

  public init(booleanLiteral bool: Bool) {
    self = .bool(bool)
  }

  public init(arrayLiteral elements: BackendArgument...) {
    self = .list(elements)
  }

  /// The last value wins where a key stands twice.
  public init(dictionaryLiteral elements: (String, BackendArgument)...) {
    self = .map(Dictionary(elements, uniquingKeysWith: { _, last in last }))
  }
}
