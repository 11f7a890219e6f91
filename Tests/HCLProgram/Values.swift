import HCLSyntax

/// A body as an array of its attributes and blocks, in their order.
func json(_ body: HCLBody) -> String {
  array(
    body.items.map { item in
      switch item.content {
      case .attribute(let attribute):
        object([("attribute", quoted(attribute.name)), ("value", json(attribute.value))])
      case .block(let block):
        object([
          ("block", quoted(block.type)), ("labels", array(block.labels.map(quoted))), ("body", json(block.body)),
        ])
      }
    })
}

/// A literal as its value, any other expression as `{"$expression": …}`.
private func json(_ expression: HCLExpression) -> String {
  switch expression.kind {
  case .null: return "null"
  case .bool(let flag): return flag ? "true" : "false"
  case .number(let number): return number
  case .template(let template):
    if let literal = template.literal { return quoted(literal) }
    if let only = template.onlyInterpolation { return text(of: only) }
    let parts = template.evaluatedParts.map { part in
      if case .literal(let literal) = part { return quoted(literal) }
      return part.expression.map(text) ?? "null"
    }
    return object([("$template", array(parts))])
  case .tuple(let elements, _): return array(elements.map { json($0.value) })
  case .object(let members, _):
    return object(members.map { ($0.name ?? $0.key.inlineSource, json($0.value)) })
  case .parenthesized, .name, .comprehension, .call, .unary, .chain, .conditional, .traversal:
    return text(of: expression)
  }
}

private func text(of expression: HCLExpression) -> String {
  object([("$expression", quoted(expression.inlineSource))])
}

private func array(_ elements: [String]) -> String { "[\(elements.joined(separator: ","))]" }

private func object(_ members: [(String, String)]) -> String {
  "{\(members.map { "\(quoted($0.0)):\($0.1)" }.joined(separator: ","))}"
}

private func quoted(_ text: String) -> String {
  var quoted = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": quoted += "\\\""
    case "\\": quoted += "\\\\"
    case _ where scalar.value < 32:
      let digits = String(scalar.value, radix: 16)
      quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: quoted.unicodeScalars.append(scalar)
    }
  }
  return quoted + "\""
}
