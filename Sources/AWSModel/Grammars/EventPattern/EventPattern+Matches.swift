public import TerraformModel

extension EventPattern {
  /// Whether an event fits the pattern. It is the whole event, with its `source`, `detail-type` and `detail`.
  ///
  /// A text that waits for Terraform is equal to itself alone. A filter for addresses lets nothing pass.
  public func matches(_ event: Value) -> Bool {
    JSONDocument(value, spelling: spelled).matches(event: JSONDocument(event, spelling: spelled))
  }
}

/// A text that waits for Terraform, so that it is equal to itself and to no other.
private func spelled(_ text: Text) -> String {
  text.parts.reduce(into: "") { spelled, part in
    switch part {
    case .literal(let literal): spelled += literal
    // All sensitive values have one description.
    case .expression(.sensitive(let text)): spelled += "${\(text.hashValue)}"
    case .expression(let expression): spelled += "${\(expression)}"
    }
  }
}

extension JSONDocument {
  /// Whether an event fits the pattern that this document is; nothing fits a document that is none.
  public func matches(event: JSONDocument) -> Bool {
    guard case .object(let fields) = self else { return false }
    return fields.allSatisfy { name, asked in
      if name == "$or" {
        guard case .array(let alternatives) = asked else { return false }
        return alternatives.contains { $0.matches(event: event) }
      }
      let value: JSONDocument? = if case .object(let members) = event { members[name] } else { nil }
      return asked.allows(value)
    }
  }

  /// Whether what a pattern asks of one field lets its value pass; `nil` where the event has no such field.
  private func allows(_ value: JSONDocument?) -> Bool {
    switch self {
    case .object: return matches(event: value ?? .object([:]))
    case .null, .bool, .number, .string: return false
    case .array(let filters):
      // EventBridge looks into a list of the event's: one of its values is enough.
      let values: [JSONDocument] =
        switch value {
        case nil: []
        case .array(let values)?: values
        case let value?: [value]
        }
      return filters.contains { $0.passes(values) }
    }
  }

  /// Whether one value that a field may have is among those that it has.
  private func passes(_ values: [JSONDocument]) -> Bool {
    guard case .object(let object) = self else { return values.contains(self) }
    guard object.count == 1, let (key, argument) = object.first, let test = EventFilterTest(key, argument) else {
      return false
    }
    // It looks at leaves only: an object is not there.
    let leaves = values.filter { if case .object = $0 { false } else { true } }
    if case .exists(let exists) = test { return exists != leaves.isEmpty }
    return leaves.contains { test.passes($0) }
  }
}
