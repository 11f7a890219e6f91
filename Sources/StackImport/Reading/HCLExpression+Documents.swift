import HCLSyntax

extension HCLExpression {
  /// Whether Swift writes the same document as Terraform's `jsonencode`: it has constants, none of the characters that
  /// `jsonencode` escapes, and no references but to ARNs of resources, which are texts without such characters.
  var isPlainDocument: Bool {
    switch kind {
    case .null, .bool: true
    case .number(let text): NumberLiteral(text) != nil
    case .unary(.minus, let operand):
      if case .number(let text) = operand.kind { NumberLiteral("-" + text) != nil } else { false }
    case .template(let template): template.isPlainText
    case .tuple(let elements, _): elements.allSatisfy(\.value.isPlainDocument)
    case .object(let members, _):
      Set(members.compactMap(\.name)).count == members.count
        && members.allSatisfy { ($0.name ?? "<").isPlainInDocument && $0.value.isPlainDocument }
    case .parenthesized(let inner): inner.isPlainDocument
    case .traversal: isARNOfResource
    case .name, .comprehension, .call, .chain, .unary, .conditional: false
    }
  }

  /// `aws_sqs_queue.orders.arn`
  fileprivate var isARNOfResource: Bool {
    guard case .traversal(let base, let steps) = kind, case .name(let root) = base.kind,
      root == "data" || root.hasPrefix("aws_"), steps.last == .attribute("arn"),
      !steps.contains(.fullSplat), !steps.contains(.attributeSplat)
    else { return false }
    return true
  }

  /// What `jsonencode` makes of a plain document.
  var encodedParts: [HCLTemplate.Part] {
    switch kind {
    case .null: return [.literal("null")]
    case .bool(let flag): return [.literal("\(flag)")]
    case .number(let number): return [.literal(canonicalNumber(number))]
    case .unary(_, let operand): return [.literal("-")] + operand.encodedParts
    case .template(let template):
      return [.literal("\"")]
        + template.evaluatedParts.map { part in
          if case .literal(let text) = part { .literal(text.escapedForJSON) } else { part }
        } + [.literal("\"")]
    case .traversal: return [.literal("\""), .interpolation(self, []), .literal("\"")]
    case .tuple(let elements, _):
      return [.literal("[")] + Array(elements.map(\.value.encodedParts).joined(separator: [.literal(",")])) + [
        .literal("]")
      ]
    case .object(let members, _):
      let encoded = members.sorted { ($0.name ?? "") < ($1.name ?? "") }.map { member in
        [.literal("\"\((member.name ?? "").escapedForJSON)\":")] + member.value.encodedParts
      }
      return [.literal("{")] + Array(encoded.joined(separator: [.literal(",")])) + [.literal("}")]
    case .parenthesized(let inner): return inner.encodedParts
    case .name, .comprehension, .call, .chain, .conditional: return []
    }
  }
}

extension HCLTemplate {
  fileprivate var isPlainText: Bool {
    evaluatedParts.allSatisfy { part in
      switch part {
      case .literal(let text): text.isPlainInDocument
      case .interpolation(let expression, _): expression.isARNOfResource
      case .condition, .otherwise, .endOfCondition, .loop, .endOfLoop: false
      }
    }
  }
}

extension String {
  /// Whether a JSON string has it as it is in both programs, but for quotation marks, backslashes and line ends.
  fileprivate var isPlainInDocument: Bool {
    unicodeScalars.allSatisfy { scalar in
      switch scalar {
      case "<", ">", "&", "\u{2028}", "\u{2029}", "\u{7f}": false
      case "\n", "\t", "\r": true
      default: scalar.value >= 32
      }
    }
  }

  /// The inside of a JSON string as `jsonencode` writes it.
  var escapedForJSON: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"", "\\": text += "\\\(scalar)"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "<", ">", "&": text += "\\u00" + String(scalar.value, radix: 16)
      case _ where scalar.value < 32:
        text += "\\u" + String(repeating: "0", count: scalar.value < 16 ? 3 : 2) + String(scalar.value, radix: 16)
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
