import HCLSyntax

// Expressions of HCL as Swift that has a type by itself.

extension Lowering {
  mutating func operand(_ expression: HCLExpression, _ scope: Scope) -> Lowered {
    depth += 1
    defer { depth -= 1 }
    switch expression.kind {
    case .parenthesized(let inner): return operand(inner, scope)
    case .null: return .expression(.text("Expression.null"))
    case .number(let text) where NumberLiteral(text) == nil:
      return raw(expression, "a number that Swift would write otherwise", scope)
    case .bool, .number:
      return .expression(.call("Expression.literal", [SwiftArgument(value(expression, scope))]))
    case .name(let name):
      if case .element(let parameter)? = scope.bindings[name] { return .expression(.text(parameter)) }
    case .template(let template):
      if let inner = template.onlyInterpolation { return operand(inner, scope) }
      guard let string = string(template, scope) else { return raw(expression, "a template with directives", scope) }
      return .expression(.call("Expression.text", [SwiftArgument(.string(string))]))
    case .tuple:
      return .expression(.call("Expression.literal", [SwiftArgument(value(expression, scope))]))
    case .object(let members, _):
      let names = members.compactMap(\.name)
      guard names.count == members.count, Set(names).count == names.count else {
        return raw(expression, "an object with a computed or repeated key", scope)
      }
      return .expression(.call("Expression.map", [SwiftArgument(value(expression, scope))]))
    case .call(let call):
      guard !call.expandsLast else { return raw(expression, "a call with `...`", scope) }
      return .expression(
        .call(
          "Expression.call",
          [
            SwiftArgument(.literal(call.name)),
            SwiftArgument(.list(call.arguments.map { self.expression($0, scope) })),
          ]))
    case .unary(let prefix, let inner):
      let name = prefix == .not ? ".not" : ".minus"
      return .expression(
        .call("Expression.unary", [SwiftArgument(.text(name)), SwiftArgument(self.expression(inner, scope))]))
    case .chain(let first, let rest):
      // Each operator is a level of the tree in Swift.
      guard rest.count < 40 else { return raw(expression, "a long chain of operators", scope) }
      var code = self.expression(first, scope)
      for (index, operation) in rest.enumerated() {
        let name = (index + 1 == rest.count ? "Expression" : "") + ".binary"
        code = .call(
          name,
          [
            SwiftArgument(code), SwiftArgument(.text(".\(operation.operation.swiftName)")),
            SwiftArgument(self.expression(operation.operand, scope)),
          ])
      }
      return .expression(code)
    case .conditional(let condition, let first, let second):
      return .expression(
        .call(
          "Expression.conditional",
          [
            SwiftArgument(self.expression(condition, scope)), SwiftArgument("then", self.expression(first, scope)),
            SwiftArgument("else", self.expression(second, scope)),
          ]))
    case .comprehension(let comprehension):
      return self.comprehension(comprehension, scope) ?? raw(expression, "a `for` that binds a name twice", scope)
    case .traversal(let base, let steps):
      if let lowered = traversal(base, steps, scope) { return lowered }
      return raw(expression, "a reference or a splat that has no form in Swift", scope)
    }
    return raw(expression, "a name that is bound elsewhere", scope)
  }

  /// Terraform's own text. What it refers to has no value in Swift.
  mutating func raw(_ expression: HCLExpression, _ reason: String, _ scope: Scope) -> Lowered {
    let source = expression.inlineSource
    looseComments += expression.comments
    if !isUncounted {
      rawReasons.append(
        ImportReport.RawExpression(
          place: scope.lines.place(of: expression.range.lowerBound), source: source, reason: reason))
    }
    return rawText(source, bound: expression.roots, scope)
  }

  func rawText(_ source: String, bound roots: Set<String>, _ scope: Scope) -> Lowered {
    var arguments = [SwiftArgument(.literal(source))]
    let bound = roots.filter { scope.bindings[$0] != nil || isUnknown($0) }.sorted()
    if !bound.isEmpty { arguments.append(SwiftArgument("bound", .list(bound.map(SwiftCode.literal)))) }
    return .expression(.call("Expression.raw", arguments))
  }

  private mutating func comprehension(_ comprehension: HCLComprehension, _ scope: Scope) -> Lowered? {
    guard Set(comprehension.names).count == comprehension.names.count,
      comprehension.names.allSatisfy({ scope.bindings[$0] == nil })
    else { return nil }
    var inner = scope
    var parameters: [String] = []
    for name in comprehension.names {
      let parameter = names.parameter(name)
      parameters.append(parameter)
      inner.bindings[name] = .element(parameter)
    }
    let spelled = comprehension.names.map(SwiftCode.literal)
    let bound: SwiftCode =
      spelled.count == 1
      ? spelled[0] : .call("", [SwiftArgument("key", spelled[0]), SwiftArgument("value", spelled[1])])
    var arguments = [
      SwiftArgument("for", bound), SwiftArgument("in", expression(comprehension.collection, scope)),
    ]
    let body: SwiftCode
    let function: String
    switch comprehension.result {
    case .tuple(let element):
      function = "Expression.list"
      body = expression(element, inner)
    case .object(let key, let value, let groups):
      function = "Expression.map"
      if groups { arguments.append(SwiftArgument("groups", .text("true"))) }
      body = .call(
        "",
        [SwiftArgument("key", expression(key, inner)), SwiftArgument("value", expression(value, inner))])
    }
    let closure = SwiftClosure(parameters: parameters, body: body)
    guard let condition = comprehension.condition else {
      return .expression(.call(.text(function), arguments, closure))
    }
    arguments.append(SwiftArgument(.closure(closure)))
    arguments.append(
      SwiftArgument("where", .closure(SwiftClosure(parameters: parameters, body: expression(condition, inner)))))
    return .expression(.call(function, arguments))
  }
}

extension HCLOperator {
  fileprivate var swiftName: String {
    switch self {
    case .or: "or"
    case .and: "and"
    case .equal: "equal"
    case .notEqual: "notEqual"
    case .atMost: "atMost"
    case .atLeast: "atLeast"
    case .less: "less"
    case .greater: "greater"
    case .plus: "plus"
    case .minus: "minus"
    case .times: "times"
    case .dividedBy: "dividedBy"
    case .modulo: "modulo"
    }
  }
}
