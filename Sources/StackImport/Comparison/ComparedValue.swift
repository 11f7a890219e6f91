import HCLSyntax

/// What a place of a configuration has, in whichever syntax it was read.
indirect enum ComparedValue: Hashable {
  /// The text of a value that is known without evaluating anything.
  case constant(String)
  /// An expression in one spelling.
  case expression(String)
  case list([ComparedValue])
  case object([String: ComparedValue])
  /// Nested blocks, which are an object or a list of them in Terraform JSON.
  case blocks([ComparedValue])

  init(_ expression: HCLExpression) {
    switch expression.unwrapped.kind {
    case .template(let template):
      if let text = template.literal {
        self = .constant(text)
      } else if let inner = template.onlyInterpolation {
        self.init(inner)
      } else {
        self = .expression(expression.canonical)
      }
    case .bool(let flag): self = .constant("\(flag)")
    case .number(let number): self = .constant(canonicalNumber(number))
    case .unary(.minus, let operand):
      if case .number(let number) = operand.kind {
        self = .constant(canonicalNumber("-" + number))
      } else {
        self = .expression(expression.canonical)
      }
    case .tuple(let elements, _): self = .list(elements.map { ComparedValue($0.value) })
    case .object(let members, _):
      let names = members.compactMap(\.name)
      guard names.count == members.count, Set(names).count == names.count else {
        self = .expression(expression.canonical)
        return
      }
      self = .object(Dictionary(zip(names, members.map { ComparedValue($0.value) })) { first, _ in first })
    case .call(let call) where call.name == "jsonencode" && call.arguments.count == 1 && !call.expandsLast:
      // Only of what is the same whenever it is evaluated, or is written by both in one way.
      guard let document = call.arguments.first, document.isConstant || document.isPlainDocument else {
        self = .expression(expression.canonical)
        return
      }
      self.init(HCLExpression(.template(HCLTemplate(.bare, document.encodedParts))))
    case .null, .name, .comprehension, .call, .parenthesized, .chain, .unary, .conditional, .traversal:
      self = .expression(expression.canonical)
    }
  }

  /// Addresses may stand between quotation marks, and the keys of `providers` are names as well as references.
  private init(_ attribute: HCLAttribute) {
    switch (attribute.name, attribute.value.kind) {
    case ("depends_on", .tuple(let elements, _)):
      self = .list(elements.map { .expression($0.value.text ?? $0.value.canonical) })
    case ("provider", _): self = .expression(attribute.value.text ?? attribute.value.canonical)
    case ("providers", .object(let members, _)):
      self = .object(
        Dictionary(members.map { ($0.name ?? $0.key.canonical, .expression($0.value.text ?? $0.value.canonical)) }) {
          first, _ in first
        })
    default: self.init(attribute.value)
    }
  }

  /// - Parameter isNested: Whether it is the body of a provider's block, in which no name is Terraform's own.
  init(_ body: HCLBody, without: Set<String> = [], isNested: Bool = false) {
    var members: [String: ComparedValue] = [:]
    var blocks: [String: [ComparedValue]] = [:]
    let generated = Set(body.blocks.filter { $0.type == "dynamic" }.compactMap(\.labels.first))
    for attribute in body.attributes where !without.contains(attribute.name) {
      members[attribute.name] = isNested ? ComparedValue(attribute.value) : ComparedValue(attribute)
    }
    for block in body.blocks where !without.contains(block.type) {
      var value = ComparedValue(block.body, isNested: true)
      var type = block.type
      if generated.contains(type) {
        value = .object([
          type: .object([
            "for_each": .list([.constant("1")]), "iterator": .constant("only"), "content": .blocks([value]),
          ])
        ])
        type = "dynamic"
      } else {
        if type == "dynamic", case .object(var members) = value, let iterator = block.body["iterator"]?.word {
          members["iterator"] = .constant(iterator)
          value = .object(members)
        }
        for label in block.labels.reversed() { value = .object([label: .blocks([value])]) }
      }
      blocks[type, default: []].append(value)
    }
    for (name, values) in blocks { members[name] = .blocks(values) }
    self = .object(members)
  }

  /// The first difference, as the way to it; `nil` if there is none.
  func difference(from other: ComparedValue, at path: String = "") -> String? {
    switch (self, other) {
    case (.blocks(let mine), .list(let theirs)), (.list(let mine), .blocks(let theirs)),
      (.blocks(let mine), .blocks(let theirs)), (.list(let mine), .list(let theirs)):
      guard mine.count == theirs.count else { return "\(path): \(mine.count) and \(theirs.count) of them" }
      for (index, (mine, theirs)) in zip(mine, theirs).enumerated() {
        if let found = mine.difference(from: theirs, at: "\(path)[\(index)]") { return found }
      }
      return nil
    case (.blocks(let mine), .object) where mine.count == 1: return mine[0].difference(from: other, at: path)
    case (.object, .blocks(let theirs)) where theirs.count == 1: return difference(from: theirs[0], at: path)
    case (.object(let mine), .object(let theirs)):
      for name in Set(mine.keys).union(theirs.keys).sorted() {
        let here = path.isEmpty ? name : "\(path).\(name)"
        switch (mine[name], theirs[name]) {
        case (let value?, let other?): if let found = value.difference(from: other, at: here) { return found }
        case (let value?, nil): if !value.isNone { return "\(here): \(value) and nothing" }
        case (nil, let other?): if !other.isNone { return "\(here): nothing and \(other)" }
        case (nil, nil): break
        }
      }
      return nil
    case (.constant(let mine), .constant(let theirs)) where mine == theirs: return nil
    case (.expression(let mine), .expression(let theirs)) where mine == theirs: return nil
    default: return "\(path): \(self) and \(other)"
    }
  }

  /// No block, or `null`, is the same as nothing.
  private var isNone: Bool {
    switch self {
    case .blocks([]), .expression("null"): true
    default: false
    }
  }
}

extension ComparedValue: CustomStringConvertible {
  var description: String {
    switch self {
    case .constant(let text): "'\(text)'"
    case .expression(let text): text
    case .list(let values), .blocks(let values): "[\(values.map(\.description).joined(separator: ", "))]"
    case .object(let members):
      "{\(members.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }.joined(separator: ", "))}"
    }
  }
}
