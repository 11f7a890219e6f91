import HCLSyntax

// Blocks that nothing refers to.

extension Lowering {
  mutating func other(_ block: HCLBlock, _ scope: Scope) throws(ImportError) -> Statement {
    if block.type != "check" {
      looseComments += block.body.items.flatMap(\.allComments) + block.body.closingComments.flatMap(\.readableLines)
    }
    let code: SwiftCode
    switch block.type {
    case "output": code = try output(block, scope)
    case "moved": code = try moved(block, scope)
    case "import": code = try imported(block, scope)
    case "removed": code = try removed(block, scope)
    default: code = try check(block, scope)
    }
    return Statement(key: nil, comments: [], startsParagraph: false, code: code)
  }

  private func unsupported(_ what: String, _ block: HCLBlock, _ scope: Scope) -> ImportError {
    .unsupported(scope.lines.place(of: block.range.lowerBound), what: what)
  }

  private func expect(
    _ attributes: Set<String>, blocks: Set<String> = [], in block: HCLBlock, _ scope: Scope
  ) throws(ImportError) {
    if let other = block.body.attributes.first(where: { !attributes.contains($0.name) }) {
      throw .unsupported(
        scope.lines.place(of: other.range.lowerBound), what: "`\(other.name)` in `\(block.type)`")
    }
    if let other = block.body.blocks.first(where: { !blocks.contains($0.type) }) {
      throw unsupported("`\(other.type)` in `\(block.type)`", other, scope)
    }
  }

  private func required(_ name: String, of block: HCLBlock, _ scope: Scope) throws(ImportError) -> HCLExpression {
    guard let value = block.body[name] else { throw unsupported("`\(block.type)` without `\(name)`", block, scope) }
    return value
  }

  private mutating func output(_ block: HCLBlock, _ scope: Scope) throws(ImportError) -> SwiftCode {
    try expect(["value", "description", "sensitive", "depends_on"], blocks: ["precondition"], in: block, scope)
    let element = argument("value", try required("value", of: block, scope), [], scope)
    looseComments += element.comments
    var arguments = [SwiftArgument(.literal(block.labels[0])), SwiftArgument("value", element.value)]
    if let description = block.body["description"] {
      guard let text = description.text else { throw unsupported("this `description`", description, scope) }
      arguments.append(SwiftArgument("description", .literal(text)))
    }
    if let sensitive = block.body["sensitive"] {
      guard let flag = sensitive.flag else {
        throw unsupported("`sensitive` that is neither true nor false", sensitive, scope)
      }
      if flag { arguments.append(SwiftArgument("isSensitive", .text("true"))) }
    }
    var conditions: [SwiftCode] = []
    for inner in block.body.blocks { conditions.append(try condition(inner, scope)) }
    if !conditions.isEmpty { arguments.append(SwiftArgument("preconditions", .list(conditions))) }
    if let after = try dependencies(block.body, scope) { arguments.append(SwiftArgument("after", after)) }
    // The shorter way is there for texts with a description.
    if arguments.allSatisfy({ ["value", "description", "isSensitive", nil].contains($0.label) }),
      block.body["description"] != nil, let text = element.value.asText
    {
      arguments[1] = SwiftArgument(text)
    }
    return .call("stack.add", [SwiftArgument(.call("Output", arguments))])
  }

  private mutating func moved(_ block: HCLBlock, _ scope: Scope) throws(ImportError) -> SwiftCode {
    try expect(["from", "to"], in: block, scope)
    let change = SwiftCode.call(
      ".moved",
      [
        SwiftArgument("from", try address(try required("from", of: block, scope), scope)),
        SwiftArgument("to", try address(try required("to", of: block, scope), scope)),
      ])
    return .call("stack.add", [SwiftArgument(change)])
  }

  private mutating func imported(_ block: HCLBlock, _ scope: Scope) throws(ImportError) -> SwiftCode {
    try expect(["to", "id", "identity", "for_each"], in: block, scope)
    let target = try required("to", of: block, scope)
    if let members = block.body["for_each"] {
      guard let parts = AddressParts(target), parts.index == "[each.key]", parts.module.isEmpty,
        let id = block.body["id"], let name = use(.resource(parts.mode, parts.type, parts.label))
      else { throw unsupported("this `import` with `for_each`", block, scope) }
      var inner = scope
      inner.hasEach = true
      let code = SwiftCode.call(
        "InstanceImport",
        [SwiftArgument("of", .text(name)), SwiftArgument("forEach", counted(members, scope))],
        SwiftClosure(parameters: ["each"], body: countedText(id, inner)))
      return .call("stack.add", [SwiftArgument(code)])
    }
    let to = SwiftArgument(try address(target, scope))
    let change: SwiftCode
    if let identity = block.body["identity"] {
      change = .call(".importedByIdentity", [to, SwiftArgument(argument("identity", identity, [], scope).value)])
    } else {
      let id = countedText(try required("id", of: block, scope), scope)
      change = .call(".imported", [to, SwiftArgument("id", id)])
    }
    return .call("stack.add", [SwiftArgument(change)])
  }

  private mutating func removed(_ block: HCLBlock, _ scope: Scope) throws(ImportError) -> SwiftCode {
    try expect(["from"], blocks: ["lifecycle", "provisioner"], in: block, scope)
    let from = SwiftArgument(try address(try required("from", of: block, scope), scope))
    let destroy = block.body.blocks.first { $0.type == "lifecycle" }?.body["destroy"]
    guard let destroys = destroy.map(\.flag) ?? true else { throw unsupported("this `lifecycle`", block, scope) }
    let provisioners = try provisioners(block.body, scope)
    if !destroys, provisioners != nil { throw unsupported("a provisioner of what is not destroyed", block, scope) }
    let change: SwiftCode =
      destroys
      ? .call(".destroyed", [from, SwiftArgument("provisioners", provisioners ?? .list([]))])
      : .call(".removed", [from])
    return .call("stack.add", [SwiftArgument(change)])
  }

  private mutating func check(_ block: HCLBlock, _ outer: Scope) throws(ImportError) -> SwiftCode {
    try expect([], blocks: ["assert", "data"], in: block, outer)
    looseComments += block.body.items.flatMap(\.allComments) + block.body.closingComments.flatMap(\.readableLines)
    var scope = outer
    var source: SwiftCode?
    for inner in block.body.blocks where inner.type == "data" {
      guard source == nil, inner.labels.count == 2 else { throw unsupported("this `check`", block, scope) }
      guard inner.body["provider"] == nil, inner.body["depends_on"] == nil, !inner.labels[1].contains("-"),
        inner.body.blocks.allSatisfy({ $0.type != "lifecycle" })
      else { throw unsupported("a meta-argument of a check's data source", inner, scope) }
      report.resources[inner.labels[0], default: 0] += 1
      source = .call(
        "RawDataSource",
        [
          SwiftArgument(.literal(inner.labels[0])), SwiftArgument(.literal(inner.labels[1])),
          SwiftArgument(try self.block(inner.body, outer)),
        ])
      scope.checkedData = (inner.labels[0], inner.labels[1], names.parameter(inner.labels[1]))
    }
    var conditions: [SwiftCode] = []
    for inner in block.body.blocks where inner.type == "assert" { conditions.append(try condition(inner, scope)) }
    if let source, let data = scope.checkedData {
      return .call(
        "stack.add", [SwiftArgument("check", .literal(block.labels[0])), SwiftArgument("reading", source)],
        SwiftClosure(parameters: [data.name], body: .list(conditions)))
    }
    return .call(
      "stack.add",
      [
        SwiftArgument(
          .call("CheckBlock", [SwiftArgument(.literal(block.labels[0])), SwiftArgument(.list(conditions))]))
      ])
  }
}
