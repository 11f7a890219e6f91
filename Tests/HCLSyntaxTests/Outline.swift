import HCLSyntax

/// An expression with a bracket for each node, so that a test shows how it was grouped.
func outline(_ text: String) throws -> String {
  outline(try HCLExpression(reading: text))
}

func outline(_ expression: HCLExpression) -> String {
  switch expression.kind {
  case .null: "null"
  case .bool(let flag): "\(flag)"
  case .number(let number): number
  case .template(let template): outline(template)
  case .name(let name): name
  case .tuple(let elements, _): "[\(elements.map { outline($0.value) }.joined(separator: " "))]"
  case .object(let members, _):
    "{\(members.map { "\(outline($0.key)):\(outline($0.value))" }.joined(separator: " "))}"
  case .comprehension(let comprehension): outline(comprehension)
  case .call(let call):
    "\(call.name)(\(call.arguments.map(outline).joined(separator: " "))\(call.expandsLast ? "..." : ""))"
  case .parenthesized(let inner): "<\(outline(inner))>"
  case .unary(let prefix, let operand): "(\(prefix.rawValue) \(outline(operand)))"
  case .chain(let first, let rest):
    "(\(outline(first))\(rest.map { " \($0.operation.rawValue) \(outline($0.operand))" }.joined()))"
  case .conditional(let condition, let first, let second):
    "(\(outline(condition)) ? \(outline(first)) : \(outline(second)))"
  case .traversal(let base, let steps): "(\(outline(base))\(steps.map(outline).joined()))"
  }
}

private func outline(_ step: HCLStep) -> String {
  switch step {
  case .attribute(let name): ".\(name)"
  case .index(let key): "[\(outline(key))]"
  case .legacyIndex(let index): ".#\(index)"
  case .attributeSplat: ".*"
  case .fullSplat: "[*]"
  }
}

private func outline(_ comprehension: HCLComprehension) -> String {
  let result =
    switch comprehension.result {
    case .tuple(let element): outline(element)
    case .object(let key, let value, let groups): "\(outline(key)):\(outline(value))\(groups ? "..." : "")"
    }
  let condition = comprehension.condition.map { " if \(outline($0))" } ?? ""
  return
    "(for \(comprehension.names.joined(separator: " ")) in \(outline(comprehension.collection)): \(result)\(condition))"
}

/// The parts as Terraform evaluates them, separated by `|`.
func outline(_ template: HCLTemplate) -> String {
  let parts = template.evaluatedParts.map { part in
    switch part {
    case .literal(let text): text
    case .interpolation(let expression, _): "$\(outline(expression))"
    case .condition(let condition, _): "%if \(outline(condition))"
    case .otherwise: "%else"
    case .endOfCondition: "%endif"
    case .loop(let names, let collection, _): "%for \(names.joined(separator: " ")) in \(outline(collection))"
    case .endOfLoop: "%endfor"
    }
  }
  return "'\(parts.joined(separator: "|"))'"
}
