package import TerraformModel

/// Why an EventBridge event pattern matches nothing, or is rejected. Terraform accepts any JSON.
package struct EventPatternFault: Hashable {
  /// The predicate of a sentence about the pattern.
  package let message: String
  package let fix: String

  package init(message: String, fix: String) {
    self.message = message
    self.fix = fix
  }
}

extension JSONDocument {
  /// Why the document is not an event pattern that an event can match, in the order of the fields' names.
  package var eventPatternFaults: [EventPatternFault] {
    guard case .object(let fields) = self else {
      return [EventPatternFault(message: "is \(kind), not an object", fix: "write an object of fields")]
    }
    guard !fields.isEmpty else {
      return [EventPatternFault(message: "is empty, which AWS rejects", fix: "match at least a `source`")]
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
            message: "matches fields of '\(name)', which is a string in every event",
            fix: "write a list of the strings that '\(name)' may be")
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
    message: "matches '\(name)', which is not a top-level field of events",
    fix: near.map { "write '\($0)' for '\(name)'" } ?? "move '\(name)' into 'detail' if the sender puts it there")
}

private func faults(ofAlternatives value: JSONDocument, at path: [String]) -> [EventPatternFault] {
  guard case .array(let alternatives) = value, alternatives.count > 1 else {
    return [
      EventPatternFault(message: "has fewer than two alternatives in '$or'", fix: "give '$or' two or more objects")
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
        EventPatternFault(message: "has an empty object for '\(name)', which AWS rejects", fix: "remove '\(name)'")
      ]
    }
    if fields.count == 1, let (key, argument) = fields.first, isStrayFilter(key, argument) {
      return [
        EventPatternFault(
          message: "has a filter for '\(name)' outside a list, so AWS reads it as a field",
          fix: "put the filter of '\(name)' into a list")
      ]
    }
    return faults(ofFields: fields, at: path)
  case .array(let values):
    guard !values.isEmpty else {
      return [
        EventPatternFault(
          message: "allows no value for '\(name)', which AWS rejects",
          fix: "list the values that '\(name)' may have, or remove it")
      ]
    }
    return values.flatMap { faults(ofFilter: $0, for: name) }
  case .null, .bool, .number, .string:
    return [
      EventPatternFault(
        message: "has \(value.kind) for '\(name)', where AWS needs a list", fix: "write [\(value.kind)] for '\(name)'")
    ]
  }
}

/// Whether a field is a filter that should be in a list.
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
          message: "has a filter with \(object.count) operators for '\(name)'",
          fix: "write one operator in each filter of '\(name)'")
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
          message: "has \(argument.kind) as '\(key)' of '\(name)', which '\(key)' does not accept",
          fix: "give '\(key)' \(wanted[key] ?? "a string")")
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
      message: "has bounds for '\(name)' that no number satisfies", fix: "write the lower bound of '\(name)' first")
  ]
}

private let envelope = [
  "version", "id", "detail-type", "source", "account", "time", "region", "resources", "detail", "replay-name",
]

/// Common misspellings of the names that have a hyphen.
private let spellings = ["detailtype": "detail-type", "replayname": "replay-name"]

private let contentFilters = [
  "prefix", "suffix", "anything-but", "numeric", "exists", "equals-ignore-case", "cidr", "wildcard",
]

private let wanted = [
  "exists": "true or false", "numeric": "a list such as [\">=\", 0, \"<\", 10]",
  "anything-but": "a value, a list of values, or a filter such as {\"prefix\": \"…\"}",
  "cidr": "a range of addresses such as \"10.0.0.0/8\"",
]
