/// Which events a rule is for: `event_pattern`, at most 2,048 characters. An event fits if it has every field named here
/// with one of the values given for it; what is not named may be anything.
///
/// ```swift
/// EventPattern(source: "shop.orders", detailType: "Order Created", detail: ["total": [.numeric(.above(100))]])
/// ```
///
/// AWS takes a pattern that no event can fit, and such a rule is quiet for ever. So values are lists even where there is
/// one, and the fields of the envelope are spelt here.
public struct EventPattern: Hashable, Sendable {
  /// `source`: who put the event. AWS's own begin with `aws.`, and nobody else's may.
  public var source: EventField
  /// `detail-type`
  public var detailType: EventField?
  /// `detail`: fields of what the event says.
  public var detail: [String: EventField]
  /// `resources`: the ARNs of what the event is about, where AWS's services put it.
  public var resources: EventField?
  /// `account`: whose event it is, of 12 digits.
  public var account: EventField?

  /// `source`: No default: a rule that asks for no source hears events of everybody who may put one, and
  /// perhaps those that its own targets put.
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

/// What a pattern asks of one field of an event.
public indirect enum EventField: Hashable, Sendable, ArgumentValue {
  /// One of these has to hold. AWS refuses an empty list.
  case oneOf([EventFilter])
  /// The field is an object, and these are asked of its own fields.
  case fields([String: EventField])

  public var value: Value {
    switch self {
    case .oneOf(let filters): filters.value
    case .fields(let fields): fields.value
    }
  }
}

extension EventField: ExpressibleByStringLiteral {
  /// This word and no other.
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
  /// The last entry wins where a field stands twice, as in every JSON reader.
  public init(dictionaryLiteral fields: (String, EventField)...) {
    self = .fields(Dictionary(fields, uniquingKeysWith: { _, last in last }))
  }
}
