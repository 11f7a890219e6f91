/// An attribute of a declared resource, which Terraform knows at plan or apply time.
public struct Reference: Hashable, Sendable {
  public let address: Address
  /// The attribute's name in the provider's words, such as `arn`; empty for the resource as a whole.
  public let attribute: String
  /// The stack that declared the resource. A reference that ends up in another stack is found by `undeclared-reference`.
  public let stack: StackIdentity
  /// Which of the resource's instances; `nil` for a resource without `count` and `for_each`, and for all of them.
  public let instance: Instance?

  /// One of the instances that `count` or `for_each` make.
  public indirect enum Instance: Hashable, Sendable {
    /// `resource[key]`
    case key(Expression)
    /// The one that a comprehension over all of them is at. Made by `DeclaredInstances.all(_:)`.
    case element

    /// What a comprehension over all instances calls each.
    package static let elementName = "instance"
  }

  public init(address: Address, attribute: String, stack: StackIdentity, instance: Instance? = nil) {
    self.address = address
    self.attribute = attribute
    self.stack = stack
    self.instance = instance
  }

  /// Of one stack nearly always, so the stack tells none apart.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(address)
    hasher.combine(attribute)
  }
}

/// What Terraform evaluates. Only TFEmit turns it into `${…}`.
public indirect enum Expression: Hashable, Sendable {
  case attribute(Reference)
  /// `var.name`, with the default that applies if the variable is not set.
  case variable(String, default: Value)
  /// `local.name`
  case local(String)
  /// A value that Terraform has a name of its own for, such as `each.key`.
  case named(NamedValue)
  /// The outputs of a module: `module.name`.
  case module(String)
  /// A value as it stands, inside a larger expression.
  case literal(Value)
  /// A call of one of Terraform's functions, such as `filebase64sha256("code.zip")`.
  case call(String, [Expression])
  case conditional(Expression, then: Expression, else: Expression)
  case binary(Expression, Operator, Expression)
  case unary(Prefix, Expression)
  /// `object.name`
  case member(Expression, String)
  /// `collection[key]`
  case index(Expression, Expression)
  /// `list[*].name`: the attribute of every element.
  case splat(Expression, String)
  /// `[for …]` or `{for …}`
  case comprehension(Comprehension)
  /// A name that a comprehension binds.
  case bound(String)
  /// Terraform's own language as text. Made by `raw(_:)`.
  case hcl(HCLText)
  /// A value that Terraform marks as sensitive: known, but not to be shown.
  case sensitive(SensitiveText)

  /// Terraform's operators of two sides.
  public enum Operator: String, Hashable, Sendable, CaseIterable {
    case and = "&&"
    case or = "||"
    case equal = "=="
    case notEqual = "!="
    case less = "<"
    case atMost = "<="
    case greater = ">"
    case atLeast = ">="
    case plus = "+"
    case minus = "-"
    case times = "*"
    case dividedBy = "/"
    case modulo = "%"
  }

  /// Terraform's operators of one side.
  public enum Prefix: String, Hashable, Sendable, CaseIterable {
    case not = "!"
    case minus = "-"
  }

  /// The values that Terraform has names of its own for.
  ///
  /// Those of an instance, such as `each.key`, are what `stack.add(forEach:)` and `stack.add(count:)` pass on, so that they
  /// cannot be used elsewhere.
  ///
  /// Source: https://developer.hashicorp.com/terraform/language/expressions/references
  public struct NamedValue: Hashable, Sendable {
    /// Terraform's name.
    package let spelling: String
    /// The first word of it: `each`, `count`, `self`, `path` or `terraform`.
    var root: String { String(spelling.prefix { $0 != "." }) }
    /// Whether each instance of a resource has its own, so that no rule can tell it.
    let isOfInstances: Bool

    private init(_ spelling: String, isOfInstances: Bool = false) {
      self.spelling = spelling
      self.isOfInstances = isOfInstances
    }

    /// `path.module`: the directory that holds the generated files.
    public static let modulePath = NamedValue("path.module")
    /// `path.root`: the directory of the root module, which is the same.
    public static let rootPath = NamedValue("path.root")
    /// `path.cwd`: the directory in which Terraform was started.
    public static let workingDirectory = NamedValue("path.cwd")
    /// `terraform.workspace`: the name of the workspace.
    public static let workspace = NamedValue("terraform.workspace")
    /// `self`: the resource itself, in its postconditions, provisioners and connections (`instance-value-scope`).
    public static let itself = NamedValue("self", isOfInstances: true)
    /// `each.key`
    package static let eachKey = NamedValue("each.key", isOfInstances: true)
    /// `each.value`
    package static let eachValue = NamedValue("each.value", isOfInstances: true)
    /// `count.index`
    package static let countIndex = NamedValue("count.index", isOfInstances: true)
  }

  /// `path.module`: the directory that holds the generated files.
  public static var modulePath: Expression { .named(.modulePath) }

  package static let knownAfterApply = "(known after apply)"

  /// What Terraform knows only after apply, made of these.
  public static func knownAfterApply(reading references: [Reference]) -> Expression {
    .call(knownAfterApply, references.map { .attribute($0) })
  }

  static let knownBeforeApply = "(known before apply)"

  /// What a plan knows already, with the attribute that it has it from.
  public static func known(_ value: String, from reference: Reference) -> Expression {
    .call(knownBeforeApply, [.attribute(reference), .literal(.literal(value))])
  }

  public static func text(_ text: Text) -> Expression {
    if let expression = text.onlyExpression { return expression }
    return .literal(.text(text))
  }
}

extension Expression {
  /// Calls `visit` with every attribute, variable and other leaf that the expression reads.
  func forEachLeaf(_ visit: (Expression) -> Void) {
    switch self {
    case .attribute(let reference):
      visit(self)
      if case .key(let key) = reference.instance { key.forEachLeaf(visit) }
    case .variable, .local, .named, .module, .bound, .hcl, .sensitive: visit(self)
    case .literal(let value): value.forEachLeaf(visit)
    case .call, .conditional, .binary, .unary, .member, .index, .splat, .comprehension:
      for part in parts { part.forEachLeaf(visit) }
    }
  }

  /// The expressions that it is made of; none for a leaf, and for a value, which holds texts.
  var parts: [Expression] {
    switch self {
    case .attribute, .variable, .local, .named, .module, .bound, .hcl, .sensitive, .literal: []
    case .call(_, let arguments): arguments
    case .conditional(let condition, let first, let second): [condition, first, second]
    case .binary(let left, _, let right): [left, right]
    case .unary(_, let part), .member(let part, _), .splat(let part, _): [part]
    case .index(let collection, let key): [collection, key]
    case .comprehension(let comprehension): comprehension.parts
    }
  }

  /// The value where every variable has its default, as far as that says anything.
  var known: Value? {
    switch self {
    case .variable(_, let value), .literal(let value): return value
    case .conditional(let condition, let first, let second):
      guard case .bool(let holds) = condition.known else { return nil }
      return holds ? first.known : second.known
    case .call(Expression.knownBeforeApply, let arguments): return arguments.last?.known
    case .attribute, .local, .named, .module, .call, .binary, .unary, .member, .index, .splat, .comprehension, .bound,
      .hcl, .sensitive:
      return nil
    }
  }
}

extension Expression {
  /// The one attribute that the expression reads.
  package var onlyReference: Reference? {
    var references: [Reference] = []
    forEachLeaf { if case .attribute(let reference) = $0 { references.append(reference) } }
    // Several calls of one plan may refer to one of several resources, and the plan does not show which.
    if case .call(Expression.knownAfterApply, _) = self { return nil }
    return references.first
  }
}
