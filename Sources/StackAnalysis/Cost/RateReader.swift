import AWSModel
import TerraformModel

/// What the arguments of a resource say of a rate.
struct RateReader {
  let declaration: Declaration
  let stack: DeclaredStack

  func holds(_ condition: BaseRate.Condition) throws(DecodingFailure) -> Bool {
    switch condition {
    case .word(let way, let words, let orAbsent): try word(way).map(words.contains) ?? orAbsent
    case .notWord(let way, let words): try word(way).map { !words.contains($0) } ?? true
    case .present(let way): try value(way) != nil
    case .absent(let way): try value(way) == nil
    }
  }

  /// The words that select the price, with spaces.
  func size(_ words: [BaseRate.SizeWord]) throws(DecodingFailure) -> String {
    var size: [String] = []
    for part in words {
      guard let word = try word(part.way) ?? part.standard else { throw missing(part.way) }
      if !word.isEmpty { size.append(word) }
    }
    return size.joined(separator: " ")
  }

  func quantity(_ factors: [BaseRate.Quantity]) throws(DecodingFailure) -> Double {
    var product = try instances
    for factor in factors { product *= try quantity(factor) }
    return product
  }

  private func quantity(_ quantity: BaseRate.Quantity) throws(DecodingFailure) -> Double {
    switch quantity {
    case .number(let way, let standard, let times, let plus):
      guard let value = try value(way) else {
        guard let standard else { throw missing(way) }
        return standard * times + plus
      }
      guard let number = value.number(in: stack) else { throw unfit(way, value) }
      return number * times + plus
    case .count(let way, let standard):
      guard let value = try value(way) else { return standard }
      guard let count = value.count else { throw unfit(way, value) }
      return Double(count)
    case .word(let way, let numbers, let standard):
      guard let word = try word(way) else { return standard }
      guard let number = numbers[word] else {
        throw DecodingFailure(argument: way.description, reason: .unfit("'\(word)'"))
      }
      return number
    case .runs(let way):
      guard let word = try word(way) else { throw missing(way) }
      guard case .rate(let count, let unit)? = try? ScheduleExpression(parsing: word), count > 0 else {
        throw DecodingFailure(argument: way.description, reason: .elsewhere("the runs of '\(word)' are not counted"))
      }
      let minutes =
        switch unit {
        case .minute: 1.0
        case .hour: 60.0
        case .day: 1_440.0
        }
      return 43_200 / (Double(count) * minutes)
    }
  }

  /// How many instances `count` or `for_each` makes.
  private var instances: Double {
    get throws(DecodingFailure) {
      guard let repetition = declaration.repetition else { return 1 }
      guard let count = repetition.knownCount else {
        throw DecodingFailure(argument: "count", reason: .knownAfterApply)
      }
      return Double(count)
    }
  }

  private func word(_ way: ArgumentWay) throws(DecodingFailure) -> String? {
    guard let value = try value(way) else { return nil }
    if case .list(let values) = value {
      guard values.count == 1, let word = values[0].text(in: stack) else { throw unfit(way, value) }
      return word
    }
    guard let word = value.text(in: stack) else { throw unfit(way, value) }
    return word
  }

  /// - Returns: `nil` where the argument is not set.
  private func value(_ way: ArgumentWay) throws(DecodingFailure) -> Value? {
    guard var block = declaration.block(at: way, in: stack) else { return nil }
    for step in way.path.dropLast() {
      guard let nested = block[step] else { return nil }
      guard let blocks = nested.nestedBlocks else { throw unfit(way, nested) }
      guard let first = blocks.first else { return nil }
      block = first
    }
    guard let value = block[way.path[way.path.count - 1]], !value.isNull else { return nil }
    return value
  }

  private func missing(_ way: ArgumentWay) -> DecodingFailure {
    DecodingFailure(argument: way.description, reason: .missing)
  }

  private func unfit(_ way: ArgumentWay, _ value: Value) -> DecodingFailure {
    DecodingFailure(argument: way.description, reason: value.unfit)
  }
}
