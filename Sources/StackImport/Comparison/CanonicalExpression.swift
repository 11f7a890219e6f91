import HCLSyntax

extension HCLExpression {
  /// The expression in one spelling of all that mean the same: without comments, heredocs and needless parentheses.
  var canonical: String {
    switch kind {
    case .null: return "null"
    case .bool(let flag): return "\(flag)"
    case .number(let number): return canonicalNumber(number)
    case .template(let template):
      if let inner = template.onlyInterpolation { return inner.canonical }
      return "\"" + template.canonicalParts + "\""
    case .name(let name): return name
    case .tuple(let elements, _): return "[" + elements.map(\.value.canonical).joined(separator: ", ") + "]"
    case .object(let members, _):
      return "{" + members.map { "\($0.canonicalKey) = \($0.value.canonical)" }.sorted().joined(separator: ", ") + "}"
    case .comprehension(let comprehension): return comprehension.canonical
    case .call(let call):
      if call.name == "jsonencode", !call.expandsLast, let document = call.arguments.first, document.isPlainDocument {
        return HCLExpression(.template(HCLTemplate(.bare, document.encodedParts))).canonical
      }
      return "\(call.name)(" + call.arguments.map(\.canonical).joined(separator: ", ")
        + (call.expandsLast ? "...)" : ")")
    case .parenthesized(let inner): return inner.canonical
    case .unary(let prefix, let operand): return "(\(prefix.rawValue)\(operand.canonical))"
    case .chain(let first, let rest):
      return rest.reduce(first.canonical) { "(\($0) \($1.operation.rawValue) \($1.operand.canonical))" }
    case .conditional(let condition, let first, let second):
      return "(\(condition.canonical) ? \(first.canonical) : \(second.canonical))"
    case .traversal(let base, let steps): return canonical(base, steps)
    }
  }

  private func canonical(_ base: HCLExpression, _ steps: [HCLStep]) -> String {
    if case .traversal(let inner, let first) = base.unwrapped.kind,
      !first.contains(where: { $0 == .fullSplat || $0 == .attributeSplat })
    {
      return canonical(inner, first + steps)
    }
    var text = base.canonical
    // What is chosen from a splat in parentheses is chosen from the list.
    if case .traversal = base.unwrapped.kind { text = "(\(text))" }
    var isSplat = false
    for step in steps {
      switch step {
      case .attribute(let name): text += ".\(name)"
      case .index(let key):
        // After `.*` an index is one of the list, after `[*]` one of each element.
        if isSplat { text = "(\(text))" }
        isSplat = false
        text += "[\(key.canonical)]"
      case .legacyIndex(let number):
        if isSplat { text = "(\(text))" }
        isSplat = false
        text += "[\(number)]"
      case .attributeSplat:
        isSplat = true
        text += "[*]"
      case .fullSplat: text += "[*]"
      }
    }
    return text
  }
}

extension HCLMember {
  fileprivate var canonicalKey: String {
    name.map { HCLExpression(.template(HCLTemplate($0))).canonical } ?? "(\(key.canonical))"
  }
}

extension HCLComprehension {
  fileprivate var canonical: String {
    let end = condition.map { " if \($0.canonical)" } ?? ""
    let start = "for \(names.joined(separator: ", ")) in \(collection.canonical) : "
    switch result {
    case .tuple(let element): return "[\(start)\(element.canonical)\(end)]"
    case .object(let key, let value, let groups):
      return "{\(start)\(key.canonical) => \(value.canonical)\(groups ? "..." : "")\(end)}"
    }
  }
}

extension HCLTemplate {
  /// Literals are escaped as JSON has them, and texts within the text are part of it.
  fileprivate var canonicalParts: String {
    evaluatedParts.map { part in
      switch part {
      case .literal(let text): text.canonicalLiteral
      case .interpolation(let expression, _):
        if case .template(let inner) = expression.unwrapped.kind {
          inner.canonicalParts
        } else {
          "${\(expression.canonical)}"
        }
      case .condition(let expression, _): "%{if \(expression.canonical)}"
      case .otherwise: "%{else}"
      case .endOfCondition: "%{endif}"
      case .loop(let names, let collection, _): "%{for \(names.joined(separator: ", ")) in \(collection.canonical)}"
      case .endOfLoop: "%{endfor}"
      }
    }.joined()
  }
}

extension String {
  fileprivate var canonicalLiteral: String {
    var escaped = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"", "\\", "$", "%": escaped += "\\\(scalar)"
      case "\n": escaped += "\\n"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
