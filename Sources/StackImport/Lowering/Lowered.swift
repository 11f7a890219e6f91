/// An expression in Swift with its type.
struct Lowered {
  enum Form {
    /// A `Text`.
    case text
    /// An `Expression`. What begins with the type's name is a static member.
    case expression
  }

  var code: SwiftCode
  var form: Form

  static func text(_ code: SwiftCode) -> Lowered { Lowered(code: code, form: .text) }
  static func expression(_ code: SwiftCode) -> Lowered { Lowered(code: code, form: .expression) }

  /// An `Expression` that stands by itself.
  var standalone: SwiftCode {
    switch form {
    case .text: .call("Expression.text", [SwiftArgument(code)])
    case .expression: code
    }
  }

  /// An `Expression` where that is the type asked for.
  var asExpression: SwiftCode { standalone.dropping("Expression") }

  /// A `Value` where that is the type asked for.
  var asValue: SwiftCode {
    switch form {
    case .text: .call(".text", [SwiftArgument(code)])
    case .expression: .sequence([code, .text(".value")])
    }
  }

  /// What stands between `\(` and `)`.
  var interpolation: String { code.inline }
}
