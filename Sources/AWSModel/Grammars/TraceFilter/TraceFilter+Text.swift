import TerraformModel

extension TraceFilter: CustomStringConvertible {
  /// The filter in X-Ray's syntax, with parentheses wherever the precedence might be unclear.
  public var description: String {
    switch self {
    case .all(let filters): joined(filters, by: " AND ")
    case .any(let filters): joined(filters, by: " OR ")
    case .not(let filter): "!\(filter.operand)"
    case .flag(let flag, let isTrue): "\(flag.rawValue) = \(isTrue)"
    case .number(let number, let comparison, let limit):
      "\(number.rawValue) \(comparison.rawValue) \(digits(limit))"
    case .text(let word, let test): word.rawValue + (test.map { " \($0.text)" } ?? "")
    case .annotation(let key, let test): reference(to: key) + (test.map { " \($0.text)" } ?? "")
    case .service(let selector, let filter): "service(\(selector?.text ?? ""))\(braces(filter))"
    case .edge(let from, let to, let filter): "edge(\(from.text), \(to.text))\(braces(filter))"
    case .rootCause(let cause, let part, let filter):
      "rootcause.\(cause.rawValue).\(part.rawValue)\(braces(filter))"
    case .rootCauseDocument(let isEqual, let document): "rootcause.json \(sign(isEqual)) #\(document)"
    case .group(let key, let isEqual, let value): "\(key.rawValue) \(sign(isEqual)) \(inQuotes(value))"
    }
  }

  /// A single condition is written alone; X-Ray has no syntax for an empty list of conditions.
  private func joined(_ filters: [TraceFilter], by word: String) -> String {
    filters.count == 1 ? filters[0].description : filters.map(\.operand).joined(separator: word)
  }

  private var operand: String {
    switch self {
    case .all(let filters) where filters.count == 1, .any(let filters) where filters.count == 1: filters[0].operand
    case .all, .any: "(\(self))"
    case .not, .flag, .number, .text, .annotation, .service, .edge, .rootCause, .rootCauseDocument, .group: description
    }
  }
}

extension TraceFilter.TextTest {
  fileprivate var text: String {
    switch self {
    case .equals(let text): "= \(inQuotes(text))"
    case .differs(let text): "!= \(inQuotes(text))"
    case .contains(let text): "CONTAINS \(inQuotes(text))"
    case .begins(let text): "BEGINSWITH \(inQuotes(text))"
    case .ends(let text): "ENDSWITH \(inQuotes(text))"
    }
  }
}

extension TraceFilter.AnnotationTest {
  fileprivate var text: String {
    switch self {
    case .text(let test): test.text
    case .number(let comparison, let number): "\(comparison.rawValue) \(digits(number))"
    case .bool(let isEqual, let bool): "\(sign(isEqual)) \(bool)"
    }
  }
}

extension TraceFilter.ServiceSelector {
  fileprivate var text: String {
    if let name, type == nil, account == nil { return inQuotes(name) }
    let parts = [("name", name), ("type", type), ("account.id", account)]
    return "id(\(parts.compactMap { key, value in value.map { "\(key): \(inQuotes($0))" } }.joined(separator: ", ")))"
  }
}

private func sign(_ isEqual: Bool) -> String { isEqual ? "=" : "!=" }

private func braces(_ filter: TraceFilter?) -> String { filter.map { " { \($0) }" } ?? "" }

/// The dotted form accepts only letters, digits and `_`.
private func reference(to key: String) -> String {
  !key.isEmpty && key.utf8.allSatisfy(\.isWordByte) ? "annotation.\(key)" : "annotation[\(key)]"
}

/// A whole number without a fraction, as people write it.
private func digits(_ number: Double) -> String {
  Int(exactly: number).map(String.init) ?? "\(number)"
}
