/// What AWS takes for a value. Only what is known before Terraform runs is held to it.
package enum ValueLimit: Sendable {
  case characters(ClosedRange<Int>)
  case range(ClosedRange<Double>)
  case number(String, @Sendable (Double) -> Bool)
  /// One of these words, to the letter.
  case word([String])
  /// A text of this description.
  case shape(String, @Sendable (String) -> Bool)
  /// So many entries of a list, a map, or nested blocks of one name.
  case count(ClosedRange<Int>)
  /// Each key of a map.
  indirect case keys(ValueLimit)
  /// A document in JSON, where it is written as text.
  case document
}

extension ValueLimit {
  /// What AWS accepts, at the end of a sentence.
  package var taken: String {
    switch self {
    case .characters(let range): "\(range.words) characters"
    case .range(let range): "\(range.lowerBound.words) to \(range.upperBound.words)"
    case .number(let description, _), .shape(let description, _): description
    case .word(let words): quoted(words)
    case .count(let range): range == 1...1 ? "1 entry" : "\(range.words) entries"
    case .keys(let limit): limit.taken
    case .document: "a document in JSON"
    }
  }

  /// What is wrong with a value, such as `is 901`; `nil` where it fits or is not known.
  func fault(of value: Value, in stack: DeclaredStack) -> String? {
    switch self {
    case .count(let range):
      guard let count = value.count, !range.contains(count) else { return nil }
      return "has \(count) entries"
    case .keys(let limit):
      guard case .map(let members) = value else { return nil }
      return members.keys.sorted().lazy.compactMap { limit.fault(of: .text(Text($0)), in: stack) }.first
    case .document:
      guard case .text = value, case .broken(let error) = value.carriedDocument else { return nil }
      return "\(error)"
    case .range(let range):
      guard let number = value.number(in: stack), !range.contains(number) else { return nil }
      return "is \(number.words)"
    case .number(_, let fits):
      guard let number = value.number(in: stack), !fits(number) else { return nil }
      return "is \(number.words)"
    case .characters(let range):
      guard let count = value.text(in: stack)?.scalarCount, !range.contains(count) else { return nil }
      return "is \(count) characters long"
    case .word(let words):
      guard let text = value.text(in: stack), !words.contains(text) else { return nil }
      return "is '\(text)'"
    case .shape(_, let fits):
      guard let text = value.text(in: stack), !fits(text) else { return nil }
      return text.unicodeScalars.count > 80 ? "is '\(text.prefix(77))…'" : "is '\(text)'"
    }
  }

  /// Whether it is about a whole collection rather than about each of its entries.
  var isAboutCollections: Bool {
    switch self {
    case .count, .keys, .document: true
    case .characters, .range, .number, .word, .shape: false
    }
  }
}

extension ClosedRange<Int> {
  fileprivate var words: String { lowerBound == upperBound ? "\(lowerBound)" : "\(lowerBound) to \(upperBound)" }
}

extension Double {
  /// The number as people write it.
  package var words: String {
    abs(self) < 1e15 && rounded() == self ? String(Int(nearest: self)) : String(self)
  }
}
