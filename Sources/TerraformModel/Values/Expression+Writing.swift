// How expressions are put together. Terraform evaluates them; Swift only knows their shape.

extension Expression {
  /// An expression in Terraform's own language, for what has no form of its own in Swift.
  ///
  /// ```swift
  /// let names = Expression.raw("{ for name, queue in var.queues : name => queue.arn if queue.enabled }")
  /// ```
  ///
  /// What it refers to has to be declared (`undeclared-reference`, `undeclared-variable`), and its brackets and quotes have to
  /// match (`hcl-text-parses`). Rules cannot tell its value.
  ///
  /// - Parameters:
  ///   - source: The expression.
  ///   - names: Names in it that `dynamic` or a comprehension around it binds, such as `ingress` in `ingress.value`.
  public static func raw(_ source: String, bound names: Set<String> = []) -> Expression {
    .hcl(HCLText(source, bound: names))
  }

  /// `var.name`, in the variable's own validations, where `stack.add` has not returned it yet.
  public static func variable(_ name: String) -> Expression {
    .variable(name, default: .text(Text(.knownAfterApply(reading: []))))
  }

  /// `null`: as if the argument were left out.
  public static var null: Expression { .raw("null") }

  /// Whether it is `null` and nothing else.
  var isNull: Bool { if case .hcl(let text) = self { text.source == "null" } else { false } }

  /// `a.name`
  public func member(_ name: String) -> Expression { .member(self, name) }

  /// `a[key]`
  public subscript(key: Expression) -> Expression { .index(self, key) }

  /// `a[0]`
  public subscript(position: Int) -> Expression { .index(self, .literal(.integer(position))) }

  /// `a["key"]`
  public subscript(key: String) -> Expression { .index(self, .literal(.text(Text(key)))) }

  /// `a[*].name`: the attribute of every element.
  public func all(_ name: String) -> Expression { .splat(self, name) }

  public static func + (left: Expression, right: Expression) -> Expression { .binary(left, .plus, right) }
  public static func - (left: Expression, right: Expression) -> Expression { .binary(left, .minus, right) }
  public static func * (left: Expression, right: Expression) -> Expression { .binary(left, .times, right) }
  public static func / (left: Expression, right: Expression) -> Expression { .binary(left, .dividedBy, right) }
  public static func % (left: Expression, right: Expression) -> Expression { .binary(left, .modulo, right) }
  public static prefix func ! (part: Expression) -> Expression { .unary(.not, part) }
  public static prefix func - (part: Expression) -> Expression { .unary(.minus, part) }
}

extension Expression {
  /// `[for …]` and `{for …}`.
  public struct Comprehension: Hashable, Sendable {
    /// What the element is called, and before it the key or position, if that has a name.
    public let names: [String]
    public let collection: Expression
    /// `if …`
    public let condition: Expression?
    public let result: Result

    public indirect enum Result: Hashable, Sendable {
      case list(Expression)
      /// - Parameter groups: `...`: whether a key may come more than once, with a list of its values.
      case map(key: Expression, value: Expression, groups: Bool)
    }

    var parts: [Expression] { [collection] + resultParts }

    /// Those in which the names have a meaning.
    var resultParts: [Expression] {
      let results =
        switch result {
        case .list(let element): [element]
        case .map(let key, let value, _): [key, value]
        }
      return results + [condition].compactMap(\.self)
    }
  }

  /// `[for element in collection : …]`
  ///
  /// - Parameters:
  ///   - name: What the element is called, which other comprehensions around it should not use.
  ///   - collection: A list, set or map.
  ///   - element: What becomes of each element.
  ///   - condition: `if …`: which elements count; all where `nil`.
  public static func list(
    for name: String, in collection: Expression, _ element: (Expression) -> Expression,
    where condition: ((Expression) -> Expression)? = nil
  ) -> Expression {
    let bound = Expression.bound(name)
    return .comprehension(
      Comprehension(
        names: [name], collection: collection, condition: condition?(bound), result: .list(element(bound))))
  }

  /// `{for key, value in collection : … => …}`
  ///
  /// - Parameters:
  ///   - names: What the key (of a list, the position) and the value are called.
  ///   - collection: A list or map.
  ///   - groups: `...`: whether a key may come more than once, with a list of its values.
  ///   - member: The key and the value that each element becomes.
  ///   - condition: `if …`: which elements count; all where `nil`.
  public static func map(
    for names: (key: String, value: String), in collection: Expression, groups: Bool = false,
    _ member: (Expression, Expression) -> (key: Expression, value: Expression),
    where condition: ((Expression, Expression) -> Expression)? = nil
  ) -> Expression {
    let (key, value) = (Expression.bound(names.key), Expression.bound(names.value))
    let result = member(key, value)
    return .comprehension(
      Comprehension(
        names: [names.key, names.value], collection: collection, condition: condition?(key, value),
        result: .map(key: result.key, value: result.value, groups: groups)))
  }
}

extension Expression {
  /// `[for key, value in collection : …]`
  ///
  /// - Parameters:
  ///   - names: What the key (of a list, the position) and the value are called.
  ///   - collection: A list or map.
  ///   - element: What becomes of each element.
  ///   - condition: `if …`: which elements count; all where `nil`.
  public static func list(
    for names: (key: String, value: String), in collection: Expression,
    _ element: (Expression, Expression) -> Expression, where condition: ((Expression, Expression) -> Expression)? = nil
  ) -> Expression {
    let (key, value) = (Expression.bound(names.key), Expression.bound(names.value))
    return .comprehension(
      Comprehension(
        names: [names.key, names.value], collection: collection, condition: condition?(key, value),
        result: .list(element(key, value))))
  }

  /// `{for element in collection : … => …}`
  ///
  /// - Parameters:
  ///   - name: What the element is called.
  ///   - collection: A list, set or map.
  ///   - groups: `...`: whether a key may come more than once, with a list of its values.
  ///   - member: The key and the value that each element becomes.
  ///   - condition: `if …`: which elements count; all where `nil`.
  public static func map(
    for name: String, in collection: Expression, groups: Bool = false,
    _ member: (Expression) -> (key: Expression, value: Expression), where condition: ((Expression) -> Expression)? = nil
  ) -> Expression {
    let bound = Expression.bound(name)
    let result = member(bound)
    return .comprehension(
      Comprehension(
        names: [name], collection: collection, condition: condition?(bound),
        result: .map(key: result.key, value: result.value, groups: groups)))
  }
}

extension Expression {
  /// The value of a text, number, flag, list or map in a larger expression.
  public init(_ value: some ArgumentValue) {
    self = if case .text(let text) = value.value { .text(text) } else { .literal(value.value) }
  }

  /// A map, for `for_each`.
  public static func map(_ members: [String: Value]) -> Expression { .literal(.map(members)) }

  /// `toset([…])`: a set of texts, for `for_each`.
  public static func set(_ members: [String]) -> Expression { .call("toset", [.literal(members.value)]) }
}

extension Expression: ArgumentValue {
  /// The value for an argument.
  public var value: Value { .text(Text(self)) }

  /// The value where it stands by itself: a literal is itself, in place of an interpolation.
  var plainValue: Value {
    if case .literal(let value) = self { value } else { value }
  }
}

extension Expression: ExpressibleByArrayLiteral {
  public init(arrayLiteral elements: Expression...) {
    self = .literal(.list(elements.map(\.plainValue)))
  }
}

extension Expression: ExpressibleByStringLiteral {
  public init(stringLiteral text: String) {
    self = .literal(.text(Text(text)))
  }
}

extension Expression: ExpressibleByIntegerLiteral {
  public init(integerLiteral number: Int) {
    self = .literal(.integer(number))
  }
}

extension Expression: ExpressibleByBooleanLiteral {
  public init(booleanLiteral flag: Bool) {
    self = .literal(.bool(flag))
  }
}
