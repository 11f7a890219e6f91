import HCLSyntax

// What Terraform evaluates itself.

extension Lowering {
  /// The arguments and blocks of a resource that are none of the provider's.
  static let metaArguments: Set = [
    "count", "for_each", "provider", "depends_on", "lifecycle", "provisioner", "connection",
  ]

  mutating func lifecycle(_ body: HCLBody, _ scope: Scope) throws(ImportError) -> SwiftCode? {
    var arguments: [SwiftArgument] = []
    var conditions: [String: [SwiftCode]] = [:]
    for block in body.blocks where block.type == "lifecycle" {
      looseComments += block.body.items.flatMap(\.allComments) + block.body.closingComments.flatMap(\.readableLines)
      for attribute in block.body.attributes {
        let place = scope.lines.place(of: attribute.range.lowerBound)
        switch attribute.name {
        case "create_before_destroy", "prevent_destroy":
          guard let flag = attribute.value.flag else {
            throw .unsupported(place, what: "`\(attribute.name)` that is neither true nor false")
          }
          let label = attribute.name == "prevent_destroy" ? "preventDestroy" : "createBeforeDestroy"
          if flag { arguments.append(SwiftArgument(label, .text("true"))) }
        case "ignore_changes":
          arguments.append(SwiftArgument("ignoreChanges", try ignoredChanges(attribute.value, place)))
        case "replace_triggered_by": arguments += try triggers(attribute.value, scope)
        default: throw .unsupported(place, what: "`\(attribute.name)` in `lifecycle`")
        }
      }
      for inner in block.body.blocks {
        guard ["precondition", "postcondition"].contains(inner.type) else {
          throw .unsupported(scope.lines.place(of: inner.range.lowerBound), what: "`\(inner.type)` in `lifecycle`")
        }
        conditions[inner.type, default: []].append(try condition(inner, scope))
      }
    }
    for kind in ["precondition", "postcondition"] {
      if let codes = conditions[kind] { arguments.append(SwiftArgument("\(kind)s", .list(codes))) }
    }
    let order = [
      "createBeforeDestroy", "preventDestroy", "ignoreChanges", "replaceTriggeredBy", "replaceTriggeredByAttributes",
      "preconditions", "postconditions",
    ]
    arguments.sort { order.firstIndex(of: $0.label ?? "") ?? 0 < order.firstIndex(of: $1.label ?? "") ?? 0 }
    return arguments.isEmpty ? nil : .call("Lifecycle", arguments)
  }

  private mutating func ignoredChanges(_ value: HCLExpression, _ place: ImportPlace) throws(ImportError) -> SwiftCode {
    looseComments += value.comments
    if value.word == "all" { return .text(".all") }
    guard case .tuple(let elements, _) = value.kind else {
      throw .unsupported(place, what: "`ignore_changes` that is not a list")
    }
    return .list(elements.map { .literal($0.value.text ?? $0.value.inlineSource) })
  }

  private mutating func triggers(_ value: HCLExpression, _ scope: Scope) throws(ImportError) -> [SwiftArgument] {
    looseComments += value.comments
    guard case .tuple(let elements, _) = value.kind else { throw notAnAddress(value, scope) }
    var addresses: [SwiftCode] = []
    var references: [SwiftCode] = []
    for element in elements {
      guard let parts = AddressParts(element.value) else { throw notAnAddress(element.value, scope) }
      if parts.attribute.isEmpty {
        addresses.append(parts.code)
      } else {
        references.append(
          .call(
            "Reference",
            [
              SwiftArgument("address", parts.code), SwiftArgument("attribute", .literal(parts.attribute)),
              SwiftArgument("stack", .text("stack.identity")),
            ]))
      }
    }
    return [
      addresses.isEmpty ? nil : SwiftArgument("replaceTriggeredBy", .list(addresses)),
      references.isEmpty ? nil : SwiftArgument("replaceTriggeredByAttributes", .list(references)),
    ].compactMap(\.self)
  }

  /// `precondition`, `validation` and the like.
  mutating func condition(_ block: HCLBlock, _ scope: Scope) throws(ImportError) -> SwiftCode {
    guard let expression = block.body["condition"], let message = block.body["error_message"],
      block.body.items.count == 2
    else { throw .unsupported(scope.lines.place(of: block.range.lowerBound), what: "this `\(block.type)`") }
    looseComments += block.body.items.flatMap(\.allComments) + block.body.closingComments.flatMap(\.readableLines)
    return .call(
      "CustomCondition",
      [SwiftArgument(counted(expression, scope)), SwiftArgument("otherwise", countedText(message, scope))])
  }

  mutating func provisioners(_ body: HCLBody, _ scope: Scope) throws(ImportError) -> SwiftCode? {
    let connection = body.blocks.first { $0.type == "connection" }
    var codes: [SwiftElement] = []
    for item in body.items {
      guard case .block(let block) = item.content, block.type == "provisioner" else { continue }
      codes.append(SwiftElement(comments: item.allComments, value: try provisioner(block, connection, scope)))
    }
    if let connection, codes.isEmpty {
      note("`connection` without a provisioner takes no effect and is left out", connection.range.lowerBound, scope)
    }
    return codes.isEmpty ? nil : .collection(codes, isDictionary: false)
  }

  private mutating func provisioner(
    _ block: HCLBlock, _ outer: HCLBlock?, _ scope: Scope
  ) throws(ImportError) -> SwiftCode {
    let place = scope.lines.place(of: block.range.lowerBound)
    guard block.labels.count == 1 else { throw .unsupported(place, what: "a provisioner without a type") }
    var arguments = [
      SwiftArgument(.literal(block.labels[0])),
      SwiftArgument(try self.block(block.body, except: ["connection", "when", "on_failure"], scope)),
    ]
    // Its own connection overrides single arguments of the resource's.
    let connections = [outer, block.body.blocks.first { $0.type == "connection" }].compactMap(\.self)
    if !connections.isEmpty {
      var items: [HCLItem] = []
      for item in connections.flatMap(\.body.items) {
        if case .attribute(let attribute) = item.content {
          items.removeAll { if case .attribute(let other) = $0.content { other.name == attribute.name } else { false } }
        }
        items.append(item)
      }
      arguments.append(SwiftArgument("connection", try self.block(HCLBody(items: items), scope)))
    }
    switch block.body["when"]?.word {
    case nil, "create": break
    case "destroy": arguments.append(SwiftArgument("on", .text(".destruction")))
    default: throw .unsupported(place, what: "`when` of this provisioner")
    }
    switch block.body["on_failure"]?.word {
    case nil, "fail": break
    case "continue": arguments.append(SwiftArgument("continuesOnFailure", .text("true")))
    default: throw .unsupported(place, what: "`on_failure` of this provisioner")
    }
    return .call("Provisioner", arguments)
  }

  /// `provider` of a resource, or one of a module's `providers`.
  mutating func provider(_ expression: HCLExpression, _ scope: Scope) throws(ImportError) -> SwiftCode {
    let words = (expression.text ?? expression.inlineSource).split(separator: ".").map(String.init)
    let name = words.first ?? ""
    let alias = words.count > 1 ? words[1] : nil
    if name == "aws", alias == nil { return .text("stack.homeProvider") }
    guard words.count <= 2, let provider = use(.provider(name, alias: alias)) else {
      throw .unsupported(
        scope.lines.place(of: expression.range.lowerBound),
        what: "the provider `\(expression.inlineSource)`, which the configuration does not declare")
    }
    return .text(provider)
  }
}
