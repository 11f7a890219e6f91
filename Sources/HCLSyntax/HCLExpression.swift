/// An expression, unevaluated.
///
/// Chains of operators and of attributes are lists, so that a tree is never deeper than its text is nested.
public struct HCLExpression: Hashable, Sendable {
  /// What an expression can be.
  public indirect enum Kind: Hashable, Sendable {
    case null
    case bool(Bool)
    /// A number as it is written, such as `1.5e3`.
    case number(String)
    case template(HCLTemplate)
    /// A name: of a variable, of a resource type, or one that a `for` binds.
    case name(String)
    /// `[a, b]`
    case tuple([HCLElement], closingComments: [HCLComment])
    /// `{ a = b }`
    case object([HCLMember], closingComments: [HCLComment])
    /// `[for …]` and `{for …}`
    case comprehension(HCLComprehension)
    /// `name(a, b...)`
    case call(HCLCall)
    /// `(a)`
    case parenthesized(HCLExpression)
    /// `!a` and `-a`
    case unary(HCLPrefix, HCLExpression)
    /// `a + b - c`: the operators of one precedence, applied from left to right.
    case chain(HCLExpression, [HCLOperation])
    /// `a ? b : c`
    case conditional(HCLExpression, then: HCLExpression, else: HCLExpression)
    /// `a.b[0]`: what is chosen from a value, step by step. Never empty.
    case traversal(HCLExpression, [HCLStep])
  }

  /// What it is, with its parts.
  public var kind: Kind
  /// The bytes of the file that it stands in.
  public var range: Range<Int>

  public init(_ kind: Kind, range: Range<Int> = 0..<0) {
    self.kind = kind
    self.range = range
  }
}

/// An element of a tuple, with the comments about it.
public struct HCLElement: Hashable, Sendable {
  /// What stands there.
  public var value: HCLExpression
  /// Those on the lines before it.
  public var comments: [HCLComment]
  /// The comment behind it, or behind its comma, on its last line.
  public var trailingComment: HCLComment?

  public init(_ value: HCLExpression, comments: [HCLComment] = [], trailingComment: HCLComment? = nil) {
    self.value = value
    self.comments = comments
    self.trailingComment = trailingComment
  }
}

/// A member of an object, with the comments about it.
public struct HCLMember: Hashable, Sendable {
  /// A name stands for itself; any other expression is evaluated.
  public var key: HCLExpression
  /// What stands there.
  public var value: HCLExpression
  /// Those on the lines before it.
  public var comments: [HCLComment]
  /// The comment behind it, or behind its comma, on its last line.
  public var trailingComment: HCLComment?

  public init(
    key: HCLExpression, value: HCLExpression, comments: [HCLComment] = [], trailingComment: HCLComment? = nil
  ) {
    self.key = key
    self.value = value
    self.comments = comments
    self.trailingComment = trailingComment
  }

  /// The key, where it does not have to be evaluated.
  public var name: String? {
    switch key.kind {
    case .name(let name), .number(let name): name
    case .bool(let flag): flag ? "true" : "false"
    case .null: "null"
    case .template(let template): template.literal
    default: nil
    }
  }
}

/// `[for key, value in collection : element if condition]` and `{for … : key => value... if condition}`
public struct HCLComprehension: Hashable, Sendable {
  /// What becomes of each element.
  public enum Result: Hashable, Sendable {
    case tuple(HCLExpression)
    /// - Parameter groups: Whether the value is followed by `...`.
    case object(key: HCLExpression, value: HCLExpression, groups: Bool)
  }

  /// What the elements are called, one name or two: with two, the first is the key or position.
  public var names: [String]
  /// What is gone through.
  public var collection: HCLExpression
  /// What becomes of each element.
  public var result: Result
  /// Which elements count; all where `nil`.
  public var condition: HCLExpression?
}

/// `name(arguments)`
public struct HCLCall: Hashable, Sendable {
  /// With its namespaces, such as `provider::aws::arn_parse`.
  public var name: String
  /// In their order.
  public var arguments: [HCLExpression]
  /// Whether the last argument is followed by `...`.
  public var expandsLast: Bool
}

/// An operator and its right operand.
public struct HCLOperation: Hashable, Sendable {
  /// What is between the operands.
  public var operation: HCLOperator
  /// The right one.
  public var operand: HCLExpression
}

/// What is chosen from a value.
public enum HCLStep: Hashable, Sendable {
  /// `.name`
  case attribute(String)
  /// `[key]`
  case index(HCLExpression)
  /// `.0`, as Terraform 0.11 had it
  case legacyIndex(String)
  /// `.*`: the attributes that follow are those of each element.
  case attributeSplat
  /// `[*]`: everything that follows applies to each element.
  case fullSplat
}

/// The operators with one operand.
public enum HCLPrefix: String, Hashable, Sendable, CaseIterable {
  case not = "!"
  case minus = "-"
}

/// The operators with two operands.
///
/// Source: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#operations
public enum HCLOperator: String, Hashable, Sendable, CaseIterable {
  case or = "||"
  case and = "&&"
  case equal = "=="
  case notEqual = "!="
  case atMost = "<="
  case atLeast = ">="
  case less = "<"
  case greater = ">"
  case plus = "+"
  case minus = "-"
  case times = "*"
  case dividedBy = "/"
  case modulo = "%"

  /// The higher is applied first.
  public var precedence: Int {
    switch self {
    case .or: 1
    case .and: 2
    case .equal, .notEqual: 3
    case .atMost, .atLeast, .less, .greater: 4
    case .plus, .minus: 5
    case .times, .dividedBy, .modulo: 6
    }
  }
}

extension HCLComprehension {
  /// The expressions that it is made of.
  public var parts: [HCLExpression] {
    let results: [HCLExpression] =
      switch result {
      case .tuple(let element): [element]
      case .object(let key, let value, _): [key, value]
      }
    return [collection] + results + [condition].compactMap(\.self)
  }
}
