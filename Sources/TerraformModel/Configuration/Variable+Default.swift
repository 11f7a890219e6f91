extension Variable {
  /// Whether its validation, or the closed set that it is of, takes the default. Terraform asks only when it plans.
  var acceptsItsDefault: Bool {
    switch validation {
    case .none: return Wrapped.allowedValues?.contains(defaultValue) ?? true
    case .oneOf(let values): return values.contains(defaultValue)
    case .between(let range):
      switch defaultValue.value {
      case .integer(let number): return range.contains(number)
      case .number(let number): return Double(range.lowerBound) <= number && number <= Double(range.upperBound)
      default: return true
      }
    case .matching(let pattern):
      // What Swift cannot read of Terraform's expressions is left to Terraform.
      guard let word = defaultValue.value.word, let expression = try? Regex(pattern) else { return true }
      return word.contains(expression)
    case .noKeyStarting(let start):
      guard case .map(let values) = defaultValue.value else { return true }
      return !values.keys.contains { $0.hasPrefix(start) }
    }
  }
}
