extension Variable {
  /// A value for the places where it can stand.
  var input: Input<Wrapped> {
    let possible =
      switch validation {
      case .oneOf(let values): values
      case .none: Wrapped.allowedValues ?? [assumedValue]
      case .between, .matching, .noKeyStarting: [assumedValue]
      }
    // What rules could quote is the placeholder.
    if isSensitive, let hidden = SensitiveText.placeholder as? Wrapped {
      return Input(known: hidden, possible: [hidden], expression: expression)
    }
    return Input(known: assumedValue, possible: possible, expression: expression)
  }

  private var expression: Expression {
    guard isSensitive else { return .variable(name, default: assumedValue.value) }
    return .variable(name, default: .text(Text(.sensitive(SensitiveText(assumedValue.value.word ?? "")))))
  }

  /// Type, default and description are literal to Terraform; conditions and their messages are templates.
  var block: Block {
    var block: Block = ["type": .literal(Wrapped.variableType), "description": .literal(description)]
    if !isRequired { block["default"] = assumedValue.value.asLiteral }
    if isSensitive { block["sensitive"] = true }
    if let (condition, message) = check {
      block.nest("validation") { validation in
        validation["condition"] = .text(Text(condition))
        validation["error_message"] = .text(Text(message))
      }
    }
    return block
  }

  private var check: (condition: Expression, message: String)? {
    switch validation {
    case .none:
      return Wrapped.allowedValues.map(membership)
    case .oneOf(let values):
      return membership(values)
    case .between(let range):
      let least = Expression.binary(expression, .atLeast, .literal(.integer(range.lowerBound)))
      let most = Expression.binary(expression, .atMost, .literal(.integer(range.upperBound)))
      return (
        .binary(least, .and, most), "\(name) must be between \(range.lowerBound) and \(range.upperBound)."
      )
    case .matching(let pattern):
      let match = Expression.call("regex", [.literal(.text(Text(pattern))), expression])
      return (.call("can", [match]), "\(name) must match \(pattern).")
    case .noKeyStarting(let start):
      let keys = Expression.call("join", [.literal(","), .call("keys", [expression])])
      let strangers = Expression.call("regexall", [.literal(.text(Text("(^|,)\(start)"))), keys])
      return (
        .binary(.call("length", [strangers]), .equal, .literal(.integer(0))),
        "No key of \(name) may start with \(start)."
      )
    }
  }

  private func membership(_ values: [Wrapped]) -> (Expression, String) {
    let words = values.map { value -> String in
      switch value.value {
      case .text(let text): text.literal ?? ""
      case .integer(let integer): String(integer)
      case .bool(let bool): String(bool)
      default: ""
      }
    }
    let list = Expression.literal(.list(values.map(\.value)))
    return (.call("contains", [list, expression]), "\(name) must be one of \(words.joined(separator: ", ")).")
  }
}

extension Value {
  /// The same value for a place that Terraform does not evaluate, such as a variable's default.
  var asLiteral: Value {
    switch self {
    case .text(let text): isNull ? self : .literal(text.literal ?? "")
    case .list(let values): .list(values.map(\.asLiteral))
    case .map(let values): .literalMap(values.mapValues(\.asLiteral))
    case .bool, .integer, .number, .literal, .literalMap, .address, .blocks, .json: self
    }
  }
}
