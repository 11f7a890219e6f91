extension Variable {
  /// Whether its validation, or the closed set that it is of, takes the default or the example. Terraform asks only when it
  /// plans.
  var acceptsItsValue: Bool {
    switch validation {
    case .none: return Wrapped.allowedValues?.contains(assumedValue) ?? true
    case .oneOf(let values): return values.contains(assumedValue)
    case .between(let range):
      switch assumedValue.value {
      case .integer(let number): return range.contains(number)
      case .number(let number): return Double(range.lowerBound) <= number && number <= Double(range.upperBound)
      default: return true
      }
    case .matching(let pattern):
      // What Swift cannot read of Terraform's expressions is left to Terraform.
      guard let word = assumedValue.value.word, let expression = try? Regex(pattern) else { return true }
      return word.contains(expression)
    case .noKeyStarting(let start):
      guard case .map(let values) = assumedValue.value else { return true }
      return !values.keys.contains { $0.hasPrefix(start) }
    }
  }
}
