import HCLSyntax
import SwiftTypes

// Expressions of HCL as arguments of generated types.

extension Lowering {
  /// - Returns: `nil` for a value that the type does not take, or that Terraform would convert in a way of its own.
  mutating func typed(
    _ expression: HCLExpression, as kind: SwiftKind, in type: GeneratedType, _ scope: Scope
  ) throws(ImportError) -> SwiftCode? {
    let expression = expression.unwrapped
    switch kind {
    case .value: return value(expression, scope)
    case .object(let nested): return try typedObject(expression, as: nested, in: type, scope)
    case .block(let nested):
      guard case .tuple(let elements, _) = expression.kind else {
        return try typedObject(expression, as: nested, in: type, scope)
      }
      guard elements.count == 1 else { return nil }
      return try typedObject(elements[0].value, as: nested, in: type, scope)
    case .blocks(let nested):
      guard case .tuple(let elements, let closing) = expression.kind else {
        return try typedObject(expression, as: nested, in: type, scope).map { .list([$0]) }
      }
      return try list(elements, closing, as: .object(nested), in: type, scope)
    case .text, .number, .flag, .list, .map: break
    }
    switch (expression.kind, kind) {
    case (.null, _): return .call(kind.typeName, [SwiftArgument(.text(".null"))])
    case (.template(let template), _):
      if let inner = template.onlyInterpolation, !inner.isConstant || kind == .text {
        guard inner.isConstant else { return try typed(inner, as: kind, in: type, scope) }
        // `"${true}"` stays an expression.
        return .call("Text", [SwiftArgument(rawText(inner.inlineSource, bound: [], scope).asExpression)])
      }
      return text(template, expression, as: kind, scope)
    case (.number, .text), (.bool, .text), (.unary(.minus, _), .text):
      // A program wrote JSON, and has its own way of writing the number, which stays.
      if let text = expression.constantText, !scope.lines.path.hasSuffix(".json") { return .literal(text) }
      return typed(operand(expression, scope), as: kind)
    case (.number, .number): return number(expression).map(SwiftCode.text)
    case (.unary(.minus, _), .number):
      return number(expression).map(SwiftCode.text) ?? typed(operand(expression, scope), as: kind)
    case (.bool(let flag), .flag): return .text("\(flag)")
    case (.number, _), (.bool, _): return nil
    case (.tuple(let elements, let closing), .list(let element)):
      return try list(elements, closing, as: element, in: type, scope)
    case (.object(let members, let closing), .map(let element)):
      let names = members.compactMap(\.name)
      guard names.count == members.count, Set(names).count == names.count else { break }
      return try map(Array(zip(names, members)), closing, as: element, in: type, scope)
    case (.tuple, _), (.object, _): return nil
    case (.call(let call), .text) where call.name == "jsonencode" && call.arguments.count == 1 && !call.expandsLast:
      if let document = call.arguments.first, document.isPlainDocument {
        return .call(".json", [SwiftArgument(value(document, scope))])
      }
    default: break
    }
    return typed(operand(expression, scope), as: kind)
  }

  /// What is between quotation marks, which can stand for a number or for true and false.
  private mutating func text(
    _ template: HCLTemplate, _ expression: HCLExpression, as kind: SwiftKind, _ scope: Scope
  ) -> SwiftCode? {
    switch kind {
    case .text:
      if let string = string(template, scope) { return .string(string) }
    case .number:
      if let literal = template.literal { return NumberLiteral(literal).map { .text($0.source) } }
    case .flag:
      if let literal = template.literal { return ["true", "false"].contains(literal) ? .text(literal) : nil }
    default: return nil
    }
    return typed(operand(expression, scope), as: kind)
  }

  private mutating func list(
    _ elements: [HCLElement], _ closing: [HCLComment], as element: SwiftKind, in type: GeneratedType, _ scope: Scope
  ) throws(ImportError) -> SwiftCode? {
    var codes: [SwiftElement] = []
    for member in elements {
      guard let code = try typed(member.value, as: element, in: type, scope) else { return nil }
      codes.append(SwiftElement(comments: member.allComments, value: code))
    }
    looseComments += closing.flatMap(\.readableLines)
    return .collection(codes, isDictionary: false)
  }

  private mutating func map(
    _ members: [(String, HCLMember)], _ closing: [HCLComment], as element: SwiftKind, in type: GeneratedType,
    _ scope: Scope
  ) throws(ImportError) -> SwiftCode? {
    var codes: [SwiftElement] = []
    for (name, member) in members {
      guard let code = try typed(member.value, as: element, in: type, scope) else { return nil }
      codes.append(
        SwiftElement(comments: member.allComments, key: SwiftString([.literal(name)]).flat, value: code))
    }
    looseComments += closing.flatMap(\.readableLines)
    return .collection(codes, isDictionary: true)
  }

  /// What has a type of its own, as the type asked for.
  private func typed(_ lowered: Lowered, as kind: SwiftKind) -> SwiftCode {
    switch (kind, lowered.form) {
    case (.text, .text): lowered.code
    case (_, .typed(kind)): lowered.code
    case (.text, .typed(.number)), (.text, .typed(.flag)):
      .string(SwiftString([.interpolation(lowered.interpolation)]))
    default: .call(kind.typeName, [SwiftArgument(lowered.asExpression)])
    }
  }
}

extension SwiftKind {
  /// The name of the type, without those of its elements.
  fileprivate var typeName: String {
    switch self {
    case .list: "List"
    case .map: "Map"
    default: spelling
    }
  }
}

extension HCLExpression {
  /// The text that Terraform makes of a number, or of true and false.
  fileprivate var constantText: String? {
    switch kind {
    case .bool(let flag): return "\(flag)"
    case .number(let number): return number.plainNumber
    case .unary(.minus, let operand):
      if case .number(let number) = operand.kind, number != "0" { return number.plainNumber.map { "-\($0)" } }
      return nil
    default: return nil
    }
  }
}

extension String {
  fileprivate var plainNumber: String? {
    guard NumberLiteral(self) != nil else { return nil }
    return contains(".") && hasSuffix("0") ? nil : self
  }
}

extension HCLElement {
  /// Those before it and behind it, line by line.
  var allComments: [String] { (comments + [trailingComment].compactMap(\.self)).flatMap(\.readableLines) }
}

extension HCLMember {
  /// Those before it and behind it, line by line.
  var allComments: [String] { (comments + [trailingComment].compactMap(\.self)).flatMap(\.readableLines) }
}
