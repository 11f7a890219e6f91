/// Why a pattern of EventBridge's matches nothing, or is refused. Terraform takes any JSON for one.
struct EventPatternFault: Hashable {
  /// The predicate of a sentence about the pattern.
  let message: String
  let fix: String
}

extension JSONDocument {
  /// What keeps the document from being an event pattern that some event fits, in the order of the fields' names.
  var eventPatternFaults: [EventPatternFault] {
    guard case .object(let fields) = self else {
      return [EventPatternFault(message: "is \(kind) and no object", fix: "write an object of fields")]
    }
    guard !fields.isEmpty else {
      return [EventPatternFault(message: "is empty, and AWS refuses that", fix: "ask for a `source` at least")]
    }
    return faults(ofFields: fields, at: [])
  }
}

private func faults(ofFields fields: [String: JSONDocument], at path: [String]) -> [EventPatternFault] {
  fields.sorted { $0.key < $1.key }.flatMap { name, value -> [EventPatternFault] in
    if name == "$or" { return faults(ofAlternatives: value, at: path) }
    if path.isEmpty {
      if !envelope.contains(name) { return [unknown(name)] }
      if name != "detail", case .object = value {
        return [
          EventPatternFault(
            message: "asks for fields of '\(name)', which is a text in every event",
            fix: "write a list of the texts that '\(name)' may be")
        ]
      }
      if name == "detail", case .array = value {
        return [
          EventPatternFault(
            message: "has a list for 'detail', which is an object in every event",
            fix: "write an object of fields for 'detail'")
        ]
      }
    }
    return faults(of: value, at: path + [name])
  }
}

private func unknown(_ name: String) -> EventPatternFault {
  let near = spellings[name.lowercased().filter(\.isLetter)] ?? suggestion(for: name, among: envelope)
  return EventPatternFault(
    message: "asks for '\(name)', which no event has beside its detail",
    fix: near.map { "write '\($0)' for '\(name)'" } ?? "move '\(name)' into 'detail' if it is the sender's own")
}

private func faults(ofAlternatives value: JSONDocument, at path: [String]) -> [EventPatternFault] {
  guard case .array(let alternatives) = value, alternatives.count > 1 else {
    return [
      EventPatternFault(message: "has no list of two alternatives in '$or'", fix: "give '$or' two or more objects")
    ]
  }
  return alternatives.flatMap { alternative -> [EventPatternFault] in
    guard case .object(let fields) = alternative, !fields.isEmpty else {
      return [
        EventPatternFault(
          message: "has \(alternative.kind) among the alternatives of '$or'", fix: "give '$or' objects of fields")
      ]
    }
    return faults(ofFields: fields, at: path)
  }
}

private func faults(of value: JSONDocument, at path: [String]) -> [EventPatternFault] {
  let name = path.joined(separator: ".")
  switch value {
  case .object(let fields):
    guard !fields.isEmpty else {
      return [
        EventPatternFault(message: "asks for no field of '\(name)', and AWS refuses that", fix: "take out '\(name)'")
      ]
    }
    if fields.count == 1, let (key, argument) = fields.first, isStrayFilter(key, argument) {
      return [
        EventPatternFault(
          message: "has a filter for '\(name)' that stands in no list, so it is taken for a field",
          fix: "put the filter of '\(name)' into a list")
      ]
    }
    return faults(ofFields: fields, at: path)
  case .array(let values):
    guard !values.isEmpty else {
      return [
        EventPatternFault(
          message: "allows '\(name)' nothing at all, and AWS refuses that",
          fix: "list what '\(name)' may be, or take it out")
      ]
    }
    return values.flatMap { faults(ofFilter: $0, for: name) }
  case .null, .bool, .number, .string:
    return [
      EventPatternFault(
        message: "has \(value.kind) for '\(name)', where AWS wants a list", fix: "write [\(value.kind)] for '\(name)'")
    ]
  }
}

/// Whether a field is a filter that somebody forgot to put into a list.
private func isStrayFilter(_ key: String, _ argument: JSONDocument) -> Bool {
  guard EventFilterTest(key, argument) != nil else { return false }
  guard case .array = argument else { return true }
  return key == "numeric" || key == "anything-but"
}

/// What is wrong with one of the values that a field may have.
private func faults(ofFilter filter: JSONDocument, for name: String) -> [EventPatternFault] {
  switch filter {
  case .null, .bool, .number, .string: return []
  case .array:
    return [EventPatternFault(message: "has a list within the list of '\(name)'", fix: "write one list for '\(name)'")]
  case .object(let object):
    guard object.count == 1, let (key, argument) = object.first else {
      return [
        EventPatternFault(
          message: "has a filter with \(object.count) words for '\(name)'",
          fix: "write one word in each filter of '\(name)'")
      ]
    }
    guard contentFilters.contains(key) else {
      let near = suggestion(for: key, among: contentFilters)
      return [
        EventPatternFault(
          message: "has the filter '\(key)' for '\(name)', which EventBridge does not have",
          fix: near.map { "write '\($0)' for '\(key)'" } ?? "use one of \(quoted(contentFilters))")
      ]
    }
    return EventFilterTest(key, argument) == nil
      ? [
        EventPatternFault(
          message: "has \(argument.kind) behind '\(key)' for '\(name)', which it does not take",
          fix: "give '\(key)' \(wanted[key] ?? "a text")")
      ]
      : contradiction(in: filter, for: name)
  }
}

private func contradiction(in filter: JSONDocument, for name: String) -> [EventPatternFault] {
  guard case .object(let object) = filter, let (key, argument) = object.first,
    case .numeric(let bounds)? = EventFilterTest(key, argument), bounds.isImpossible
  else { return [] }
  return [
    EventPatternFault(
      message: "has bounds for '\(name)' that no number keeps", fix: "write the lower bound of '\(name)' first")
  ]
}

private let envelope = [
  "version", "id", "detail-type", "source", "account", "time", "region", "resources", "detail", "replay-name",
]

/// How people write the names that have a hyphen.
private let spellings = ["detailtype": "detail-type", "replayname": "replay-name"]

private let contentFilters = [
  "prefix", "suffix", "anything-but", "numeric", "exists", "equals-ignore-case", "cidr", "wildcard",
]

private let wanted = [
  "exists": "true or false", "numeric": "a list such as [\">=\", 0, \"<\", 10]",
  "anything-but": "a value, a list of values, or a filter such as {\"prefix\": \"…\"}",
  "cidr": "a range of addresses such as \"10.0.0.0/8\"",
]
