import HCLSyntax

/// An expression in Terraform's own language. Read for what it refers to, and never evaluated.
public struct HCLText: Hashable, Sendable {
  public let source: String
  /// The names in it that something around it binds.
  public let bound: Set<String>

  /// An expression.
  ///
  /// - Parameters:
  ///   - source: The expression as Terraform's own files have it.
  ///   - names: The names in it that something around it binds.
  public init(_ source: String, bound names: Set<String> = []) {
    self.source = source
    bound = names
  }

  /// What is wrong with the text.
  public struct Fault: Hashable, Sendable {
    public let source: String
    /// Its place and what was expected there, such as `line 1, column 3: the '[' is not closed`.
    public let reason: String
  }

  /// What the text refers to.
  public struct Reading: Hashable, Sendable {
    /// The resources and data sources.
    public internal(set) var resources: Set<Address> = []
    /// The variables, locals and modules.
    public internal(set) var configuration: Set<Address> = []
    public internal(set) var functions: Set<String> = []
    /// The roots of what Terraform has names of its own for: `each`, `count`, `self`, `path` and `terraform`.
    public internal(set) var named: Set<String> = []
    public internal(set) var fault: Fault?
  }

  /// What the text refers to, read anew each time; nothing, if it is not an expression.
  public var reading: Reading {
    var reading = Reading()
    do {
      reading.add(try HCLExpression(reading: source), bound: bound)
      // What is written behind the text would belong to the comment.
      if source.endsInComment {
        reading.fault = Fault(source: source, reason: "the comment at its end has no line end")
      }
    } catch {
      reading.fault = Fault(source: source, reason: "\(error)")
    }
    return reading
  }
}

extension HCLText.Reading {
  /// - Parameter bound: What the comprehensions around it call their elements.
  fileprivate mutating func add(_ expression: HCLExpression, bound: Set<String>) {
    switch expression.kind {
    case .null, .bool, .number, .name: break
    case .template(let template): add(template, bound: bound)
    case .tuple(let elements, _):
      for element in elements { add(element.value, bound: bound) }
    case .object(let members, _):
      for member in members {
        add(member.key, bound: bound)
        add(member.value, bound: bound)
      }
    case .comprehension(let comprehension):
      let inner = bound.union(comprehension.names)
      for (index, part) in comprehension.parts.enumerated() { add(part, bound: index == 0 ? bound : inner) }
    case .call(let call):
      functions.insert(call.name)
      for argument in call.arguments { add(argument, bound: bound) }
    case .parenthesized(let inner), .unary(_, let inner): add(inner, bound: bound)
    case .chain(let first, let rest):
      add(first, bound: bound)
      for operation in rest { add(operation.operand, bound: bound) }
    case .conditional(let condition, let first, let second):
      for part in [condition, first, second] { add(part, bound: bound) }
    case .traversal(let base, let steps):
      if case .name(let root) = base.kind {
        if !bound.contains(root) { add(root, steps) }
      } else {
        add(base, bound: bound)
      }
      for step in steps { if case .index(let key) = step { add(key, bound: bound) } }
    }
  }

  private mutating func add(_ template: HCLTemplate, bound: Set<String>) {
    var scopes = [bound]
    for part in template.parts {
      let scope = scopes.last ?? bound
      if let expression = part.expression { add(expression, bound: scope) }
      if case .loop(let names, _, _) = part { scopes.append(scope.union(names)) }
      if case .endOfLoop = part { scopes.removeLast() }
    }
  }

  /// What a name refers to depends on the attributes that follow it.
  private mutating func add(_ root: String, _ steps: [HCLStep]) {
    let names: [String] = steps.prefix(2).map { if case .attribute(let name) = $0 { name } else { "" } }
    guard let first = names.first, !first.isEmpty else { return }
    let second = names.dropFirst().first { !$0.isEmpty }
    switch root {
    case "var": configuration.insert(.configuration(.variable, first))
    case "local": configuration.insert(.configuration(.locals, first))
    case "module": configuration.insert(.configuration(.module, first))
    case "each", "count", "path", "self", "terraform": named.insert(root)
    case "ephemeral":
      if let second { resources.insert(Address(mode: .ephemeral, type: first, name: second)) }
    case "data":
      if let second { resources.insert(Address(mode: .data, type: first, name: second)) }
    default: resources.insert(Address(type: root, name: first))
    }
  }
}

extension String {
  /// Whether the last line ends with a comment, as an expression reads it.
  fileprivate var endsInComment: Bool {
    (try? HCLExpression(reading: self + "\u{0}")) != nil
  }
}
