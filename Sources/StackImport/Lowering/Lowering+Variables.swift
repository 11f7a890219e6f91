import HCLSyntax

extension Lowering {
  mutating func variable(_ name: String, _ block: HCLBlock, _ scope: Scope) throws(ImportError) -> Statement {
    report.otherBlocks += 1
    let body = block.body
    looseComments += body.items.flatMap(\.allComments) + body.closingComments.flatMap(\.readableLines)
    let type: SwiftCode =
      try body["type"].map { type throws(ImportError) in try self.type(type, scope) } ?? .text("nil")
    var arguments = [SwiftArgument(.literal(name)), SwiftArgument(type)]
    if let value = try defaultValue(of: name, body, scope) {
      report.arguments += 1
      arguments.append(SwiftArgument("default", value))
    }
    if let description = body["description"] {
      guard let text = description.text else { throw unsupported("this `description`", description, scope) }
      arguments.append(SwiftArgument("description", .literal(text)))
    }
    var conditions: [SwiftCode] = []
    for inner in body.blocks {
      guard inner.type == "validation" else {
        throw .unsupported(scope.lines.place(of: inner.range.lowerBound), what: "`\(inner.type)` in a variable")
      }
      conditions.append(try condition(inner, scope))
    }
    if !conditions.isEmpty { arguments.append(SwiftArgument("validations", .list(conditions))) }
    for attribute in body.attributes {
      switch attribute.name {
      case "type", "default", "description": continue
      case "sensitive", "ephemeral", "nullable":
        guard let flag = attribute.value.flag else {
          throw unsupported("`\(attribute.name)` that is neither true nor false", attribute.value, scope)
        }
        let standard = attribute.name == "nullable"
        if flag != standard {
          let label = ["sensitive": "isSensitive", "ephemeral": "isEphemeral", "nullable": "isNullable"][attribute.name]
          arguments.append(SwiftArgument(label, .text("\(flag)")))
        }
      default: throw unsupported("`\(attribute.name)` in a variable", attribute.value, scope)
      }
    }
    let order = ["default", "description", "validations", "isSensitive", "isEphemeral", "isNullable"]
    let sorted =
      arguments[..<2]
      + arguments[2...].sorted { order.firstIndex(of: $0.label ?? "") ?? 0 < order.firstIndex(of: $1.label ?? "") ?? 0 }
    return Statement(
      key: .variable(name), comments: [], startsParagraph: false,
      code: .call("stack.add", [SwiftArgument(.call("RawVariable", Array(sorted)))]), hasNeededResult: true)
  }

  /// What `default:` says: the value that the environment has, or the default of the configuration.
  private mutating func defaultValue(
    of name: String, _ body: HCLBody, _ scope: Scope
  ) throws(ImportError) -> SwiftCode? {
    let own = try body["default"].map { value throws(ImportError) in try constant(value, scope) }
    let given = values.values(of: name)
    guard !given.isEmpty else { return own }
    if body["sensitive"]?.flag == true || body["ephemeral"]?.flag == true {
      for (_, given) in given {
        note("the value of `\(name)` is a secret and is left out: give it to Terraform", of: given)
      }
      return own
    }
    if let common = values.common(name) { return try constant(common) }
    for (environment, given) in given {
      let element = SwiftElement(key: SwiftString([.literal(name)]).flat, value: try constant(given))
      settings.values[environment, default: []].append(element)
    }
    let value = SwiftCode.text("variableValues[\(SwiftString([.literal(name)]).flat)]")
    guard let own else { return value }
    return .sequence([value, .text(" ?? "), own])
  }

  private mutating func constant(_ given: VariableValues.Given) throws(ImportError) -> SwiftCode {
    try constant(given.value, Scope(lines: given.lines))
  }

  private mutating func note(_ text: String, of given: VariableValues.Given) {
    note(text, given.value.range.lowerBound, Scope(lines: given.lines))
  }

  func unsupported(_ what: String, _ expression: HCLExpression, _ scope: Scope) -> ImportError {
    .unsupported(scope.lines.place(of: expression.range.lowerBound), what: what)
  }

  /// What Terraform does not evaluate, as a `Value`.
  private mutating func constant(_ expression: HCLExpression, _ scope: Scope) throws(ImportError) -> SwiftCode {
    guard expression.isConstant else {
      throw unsupported("the default `\(expression.inlineSource)`, which is not a constant", expression, scope)
    }
    rawReasons = []
    let code = value(expression, scope)
    // Such as a number of thirty digits, which only an expression can have.
    guard rawReasons.isEmpty else { throw unsupported("the default `\(expression.inlineSource)`", expression, scope) }
    return code
  }

  /// Old files have types between quotation marks, and lists and maps of no type.
  private mutating func type(_ expression: HCLExpression, _ scope: Scope) throws(ImportError) -> SwiftCode {
    switch expression.unwrapped.kind {
    case .name(let name): if let type = Self.types[name] { return .text(type) }
    case .template(let template):
      if let type = template.literal.flatMap({ Self.types[$0] }) { return .text(type) }
      if let inner = template.literal.flatMap({ try? HCLExpression(reading: $0) }), inner.text == nil {
        return try type(inner, scope)
      }
    case .call(let call): if let type = try type(call, scope) { return type }
    default: break
    }
    throw unsupported("the type `\(expression.inlineSource)`", expression, scope)
  }

  private static let types = [
    "any": ".any", "string": ".string", "number": ".number", "bool": ".bool", "list": ".list(.any)",
    "map": ".map(.any)",
    "set": ".set(.any)",
  ]

  private mutating func type(_ call: HCLCall, _ scope: Scope) throws(ImportError) -> SwiftCode? {
    guard let first = call.arguments.first, !call.expandsLast else { return nil }
    switch (call.name, call.arguments.count) {
    case ("list", 1), ("set", 1), ("map", 1):
      return .call(".\(call.name)", [SwiftArgument(try type(first, scope))])
    case ("optional", 1): return .call(".optional", [SwiftArgument(try type(first, scope))])
    case ("optional", 2):
      return .call(
        ".optional",
        [SwiftArgument(try type(first, scope)), SwiftArgument("default", try constant(call.arguments[1], scope))])
    case ("tuple", 1):
      guard case .tuple(let elements, _) = first.kind else { return nil }
      var types: [SwiftCode] = []
      for element in elements { types.append(try type(element.value, scope)) }
      return .call(".tuple", [SwiftArgument(.list(types))])
    case ("object", 1):
      guard case .object(let members, let closing) = first.kind else { return nil }
      looseComments += closing.flatMap(\.readableLines)
      var elements: [SwiftElement] = []
      for member in members {
        guard let name = member.name else { return nil }
        elements.append(
          SwiftElement(
            comments: member.allComments, key: SwiftString([.literal(name)]).flat, value: try type(member.value, scope))
        )
      }
      guard Set(members.compactMap(\.name)).count == members.count else { return nil }
      return .call(".object", [SwiftArgument(.collection(elements, isDictionary: true))])
    default: return nil
    }
  }
}
