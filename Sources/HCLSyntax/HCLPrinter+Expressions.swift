extension HCLPrinter {
  mutating func print(_ expression: HCLExpression) {
    switch expression.kind {
    case .null: write("null")
    case .bool(let flag): write(flag ? "true" : "false")
    case .number(let number): write(number)
    case .template(let template): print(template)
    case .name(let name): write(name)
    case .tuple(let elements, let comments): printTuple(elements, comments)
    case .object(let members, let comments): printObject(members, comments)
    case .comprehension(let comprehension): print(comprehension)
    case .call(let call): print(call)
    case .parenthesized(let inner):
      write("(")
      print(inner)
      write(")")
    case .unary(let prefix, let operand):
      write(prefix.rawValue)
      print(operand)
    case .chain(let first, let rest):
      print(first)
      for operation in rest {
        write(" \(operation.operation.rawValue) ")
        print(operation.operand)
      }
    case .conditional(let condition, let first, let second):
      print(condition)
      write(" ? ")
      print(first)
      write(" : ")
      print(second)
    case .traversal(let base, let steps):
      print(base)
      for step in steps { print(step) }
    }
  }

  private mutating func print(_ step: HCLStep) {
    switch step {
    case .attribute(let name): write(".\(name)")
    case .legacyIndex(let index): write(".\(index)")
    case .attributeSplat: write(".*")
    case .fullSplat: write("[*]")
    case .index(let key):
      write("[")
      print(key)
      write("]")
    }
  }

  private mutating func print(_ call: HCLCall) {
    write("\(call.name)(")
    for (index, argument) in call.arguments.enumerated() {
      if index > 0 { write(", ") }
      print(argument)
    }
    write(call.expandsLast ? "...)" : ")")
  }

  private mutating func print(_ comprehension: HCLComprehension) {
    let isObject = if case .object = comprehension.result { true } else { false }
    write(isObject ? "{ for " : "[for ")
    write(comprehension.names.joined(separator: ", "))
    write(" in ")
    print(comprehension.collection)
    write(" : ")
    switch comprehension.result {
    case .tuple(let element): print(element)
    case .object(let key, let value, let groups):
      print(key)
      write(" => ")
      print(value)
      if groups { write("...") }
    }
    if let condition = comprehension.condition {
      write(" if ")
      print(condition)
    }
    write(isObject ? " }" : "]")
  }

  private mutating func printTuple(_ elements: [HCLElement], _ comments: [HCLComment]) {
    let isPlain = comments.isEmpty && elements.allSatisfy { $0.comments.isEmpty && $0.trailingComment == nil }
    if isInline || isPlain && fits(HCLExpression(.tuple(elements, closingComments: []))) {
      write("[")
      for (index, element) in elements.enumerated() {
        if index > 0 { write(", ") }
        print(element.value)
      }
      return write("]")
    }
    write("[")
    indentation += 1
    breakLine()
    for element in elements {
      print(element.comments)
      print(element.value)
      write(",")
      end(with: element.trailingComment)
    }
    print(comments)
    indentation -= 1
    write("]")
  }

  private mutating func printObject(_ members: [HCLMember], _ comments: [HCLComment]) {
    let isPlain = comments.isEmpty && members.allSatisfy { $0.comments.isEmpty && $0.trailingComment == nil }
    if members.isEmpty && comments.isEmpty { return write("{}") }
    if isInline || isPlain && fits(HCLExpression(.object(members, closingComments: []))) {
      write("{ ")
      for (index, member) in members.enumerated() {
        if index > 0 { write(", ") }
        print(member.key)
        write(" = ")
        print(member.value)
      }
      return write(" }")
    }
    write("{")
    indentation += 1
    breakLine()
    for member in members {
      print(member.comments)
      printAssignment(member.key.inlineSource, "=", member.value)
      end(with: member.trailingComment)
    }
    print(comments)
    indentation -= 1
    write("}")
  }

  /// Whether a collection can stay on its line: it is short, and it has no heredoc and no comment.
  private func fits(_ collection: HCLExpression) -> Bool {
    guard collection.isPlain else { return false }
    return indentation * 2 + (lines.last?.text.count ?? 0) + collection.inlineSource.count <= Self.longestLine
  }

  private mutating func print(_ template: HCLTemplate) {
    guard case .heredoc(let marker, let isIndented) = template.form, !isInline else { return write(template.quoted) }
    write("<<\(isIndented ? "-" : "")\(marker)")
    let text = template.parts.source { $0 }
    // A heredoc always ends with a line end, or is empty.
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      lines.append(Line(text: String(line), isVerbatim: true))
    }
    lines.append(Line(text: marker, isVerbatim: true))
    hasEnded = true
  }
}
