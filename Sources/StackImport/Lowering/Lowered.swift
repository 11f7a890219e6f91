import SwiftTypes

/// An expression in Swift with its type.
struct Lowered {
  enum Form: Equatable {
    /// A `Text`.
    case text
    /// An `Expression`. What begins with the type's name is a static member.
    case expression
    /// Of a generated type's attribute.
    case typed(SwiftKind)
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
    case .typed: .sequence([code, .text(".expression")])
    }
  }

  /// An `Expression` where that is the type asked for.
  var asExpression: SwiftCode { standalone.dropping("Expression") }

  /// A `Value` where that is the type asked for.
  var asValue: SwiftCode {
    switch form {
    case .text: .call(".text", [SwiftArgument(code)])
    case .expression, .typed: .sequence([code, .text(".value")])
    }
  }

  /// What stands between `\(` and `)`.
  var interpolation: String {
    switch form {
    case .text, .expression, .typed(.number), .typed(.flag): code.inline
    case .typed: standalone.inline
    }
  }
}

extension Lowered.Form {
  /// - Parameter kind: The type of an attribute; `nil` for an `Expression`.
  init(_ kind: SwiftKind?) {
    switch kind {
    case nil: self = .expression
    case .text: self = .text
    case let kind?: self = .typed(kind)
    }
  }
}
