public import TerraformModel

/// Which events a rule matches: `event_pattern`, at most 2,048 characters. An event matches if it has every field named
/// here with one of the values given for it; other fields may have any value.
///
/// ```swift
/// EventPattern(source: "shop.orders", detailType: "Order Created", detail: ["total": [.numeric(.above(100))]])
/// ```
///
/// AWS accepts a pattern that no event can match, and such a rule never fires. So values are lists even where there is
/// only one, and the top-level fields are properties.
public struct EventPattern: Hashable, Sendable {
  /// `source`: the sender of the event. Sources that begin with `aws.` are reserved for AWS services.
  public var source: EventField
  /// `detail-type`
  public var detailType: EventField?
  /// `detail`: fields of the event's detail.
  public var detail: [String: EventField]
  /// `resources`: the ARNs of the resources that the event is about, where AWS services set them.
  public var resources: EventField?
  /// `account`: the account of the event, 12 digits.
  public var account: EventField?

  /// `source`: No default: a rule without a source matches events of every sender, and perhaps those that its own
  /// targets put.
  public init(
    source: EventField, detailType: EventField? = nil, detail: [String: EventField] = [:],
    resources: EventField? = nil, account: EventField? = nil
  ) {
    self.source = source
    self.detailType = detailType
    self.detail = detail
    self.resources = resources
    self.account = account
  }
}

extension EventPattern {
  /// A JSON document in a string, as the provider takes it.
  public var value: Value {
    var pattern: [String: Value] = ["source": source.value]
    pattern["detail-type"] = detailType?.value
    pattern["resources"] = resources?.value
    pattern["account"] = account?.value
    if !detail.isEmpty { pattern["detail"] = detail.value }
    return .json(.map(pattern))
  }
}

/// What a pattern requires of one field of an event.
public indirect enum EventField: Hashable, Sendable, ArgumentValue {
  /// One of these has to hold. AWS refuses an empty list.
  case oneOf([EventFilter])
  /// The field is an object, and these apply to its own fields.
  case fields([String: EventField])

  public var value: Value {
    switch self {
    case .oneOf(let filters): filters.value
    case .fields(let fields): fields.value
    }
  }
}

extension EventField: ExpressibleByStringLiteral {
  /// Exactly this string.
  public init(stringLiteral word: String) {
    self = .oneOf([.exactly(Text(word))])
  }
}

extension EventField: ExpressibleByArrayLiteral {
  public init(arrayLiteral filters: EventFilter...) {
    self = .oneOf(filters)
  }
}

extension EventField: ExpressibleByDictionaryLiteral {
  /// The last entry wins if a field occurs twice, as in every JSON parser.
  public init(dictionaryLiteral fields: (String, EventField)...) {
    self = .fields(Dictionary(fields, uniquingKeysWith: { _, last in last }))
  }
}
