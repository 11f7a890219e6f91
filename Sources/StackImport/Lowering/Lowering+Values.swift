import HCLSyntax

// Expressions of HCL as Swift of the type that a place asks for.

extension Lowering {
  /// A `Value`.
  mutating func value(_ expression: HCLExpression, _ scope: Scope) -> SwiftCode {
    switch expression.kind {
    case .parenthesized(let inner): return value(inner, scope)
    case .null: return .text(".null")
    case .bool(let flag): return .text("\(flag)")
    case .number, .unary(.minus, _):
      if let number = number(expression) { return .text(number) }
    case .template(let template):
      if let string = string(template, scope) { return .string(string) }
      if let inner = template.onlyInterpolation {
        // `"${true}"` stays an expression.
        if inner.isConstant { return operand(inner, scope).asValue }
        return value(inner, scope)
      }
    case .tuple(let elements, let closing):
      return .collection(
        self.elements(elements, closing) { lowering, element in lowering.value(element, scope) }, isDictionary: false)
    case .object(let members, let closing):
      if let members = self.members(members, closing, scope) { return members }
    case .call(let call) where call.name == "jsonencode" && call.arguments.count == 1 && !call.expandsLast:
      if let document = call.arguments.first, document.isPlainDocument {
        return .call(".json", [SwiftArgument(value(document, scope))])
      }
    case .name, .call, .comprehension, .chain, .unary, .conditional, .traversal: break
    }
    return operand(expression, scope).asValue
  }

  /// An `Expression`.
  mutating func expression(_ expression: HCLExpression, _ scope: Scope) -> SwiftCode {
    switch expression.kind {
    case .parenthesized(let inner): return self.expression(inner, scope)
    case .null: return .text(".null")
    case .bool(let flag): return .text("\(flag)")
    case .number, .unary(.minus, _):
      guard let number = number(expression) else { break }
      return number.contains(".") ? .call(".literal", [SwiftArgument(.text(number))]) : .text(number)
    case .template(let template):
      if let inner = template.onlyInterpolation { return self.expression(inner, scope) }
      guard let string = string(template, scope) else { break }
      return string.hasInterpolations ? .call(".text", [SwiftArgument(.string(string))]) : .string(string)
    case .tuple(let elements, let closing):
      return .collection(
        self.elements(elements, closing) { lowering, element in lowering.expression(element, scope) },
        isDictionary: false)
    case .object(let members, let closing):
      guard let members = self.members(members, closing, scope) else { break }
      return .call(".map", [SwiftArgument(members)])
    case .name, .call, .comprehension, .chain, .unary, .conditional, .traversal: break
    }
    return operand(expression, scope).asExpression
  }

  /// A `Text`.
  mutating func text(_ expression: HCLExpression, _ scope: Scope) -> SwiftCode {
    if case .template(let template) = expression.kind, let string = string(template, scope) { return .string(string) }
    let operand = operand(expression, scope)
    return operand.form == .text ? operand.code : .string(SwiftString([.interpolation(operand.interpolation)]))
  }

  func number(_ expression: HCLExpression) -> String? {
    switch expression.kind {
    case .number(let text): NumberLiteral(text)?.source
    case .unary(.minus, let operand):
      if case .number(let text) = operand.kind, text != "0" { NumberLiteral("-" + text)?.source } else { nil }
    default: nil
    }
  }

  private mutating func elements(
    _ elements: [HCLElement], _ closing: [HCLComment], _ lower: (inout Lowering, HCLExpression) -> SwiftCode
  ) -> [SwiftElement] {
    looseComments += closing.flatMap(\.readableLines)
    return elements.map { element in
      SwiftElement(comments: element.allComments, value: lower(&self, element.value))
    }
  }

  /// A dictionary literal of values; `nil` where a key has to be evaluated, or stands twice, of which Swift stops.
  private mutating func members(_ members: [HCLMember], _ closing: [HCLComment], _ scope: Scope) -> SwiftCode? {
    let names = members.compactMap(\.name)
    guard names.count == members.count, Set(names).count == names.count else { return nil }
    looseComments += closing.flatMap(\.readableLines)
    let elements = zip(names, members).map { name, member in
      SwiftElement(
        comments: member.allComments, key: SwiftString([.literal(name)]).flat, value: value(member.value, scope))
    }
    return .collection(elements, isDictionary: true)
  }

  /// A string literal; `nil` for a template with directives, and for one that is nothing but an expression.
  mutating func string(_ template: HCLTemplate, _ scope: Scope) -> SwiftString? {
    if template.onlyInterpolation != nil { return nil }
    var parts: [SwiftString.Part] = []
    for part in template.evaluatedParts {
      switch part {
      case .literal(let text): parts.append(.literal(text))
      case .interpolation(let expression, _): parts.append(.interpolation(interpolation(expression, scope)))
      case .condition, .otherwise, .endOfCondition, .loop, .endOfLoop: return nil
      }
    }
    return SwiftString(parts)
  }

  private mutating func interpolation(_ expression: HCLExpression, _ scope: Scope) -> String {
    looseComments += expression.comments
    return operand(expression, scope).interpolation
  }
}

extension SwiftString {
  var hasInterpolations: Bool {
    parts.contains { if case .interpolation = $0 { true } else { false } }
  }
}
