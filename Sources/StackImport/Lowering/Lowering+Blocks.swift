import HCLSyntax

// The bodies of blocks as `Block` literals.

extension Lowering {
  /// A body without the arguments and blocks that have a place of their own in Swift.
  mutating func block(_ body: HCLBody, except apart: Set<String> = [], _ scope: Scope) throws(ImportError) -> SwiftCode
  {
    var elements: [SwiftElement] = []
    var places: [String: Int] = [:]
    var nested: [String: [SwiftElement]] = [:]
    let dynamic = Set(body.blocks.filter { $0.type == "dynamic" }.compactMap(\.labels.first))
    var generated: [(name: String, iterator: String?, members: SwiftCode, parameter: String, content: SwiftCode)] = []
    for item in body.items {
      switch item.content {
      case .attribute(let attribute) where !apart.contains(attribute.name):
        elements.append(argument(attribute.name, attribute.value, item.allComments, scope))
      case .block(let block) where block.type == "dynamic" && !apart.contains("dynamic"):
        looseComments += item.allComments
        generated.append(try dynamicBlock(block, scope))
      case .block(let block) where !apart.contains(block.type):
        if dynamic.contains(block.type) {
          // Terraform JSON does not keep the order of these among those that are generated, so this one is, too.
          looseComments += item.allComments
          let content = try self.block(block.body, scope)
          generated.append((block.type, "only", .list([.text("1")]), "_", content))
          continue
        }
        var content = try self.block(block.body, scope)
        for label in block.labels.reversed() {
          content = .collection(
            [
              SwiftElement(
                key: SwiftString([.literal(label)]).flat, value: .call(".blocks", [SwiftArgument(.list([content]))]))
            ], isDictionary: true)
        }
        let element = SwiftElement(comments: item.allComments, value: content)
        nested[block.type, default: []].append(element)
        if places[block.type] == nil {
          places[block.type] = elements.count
          elements.append(SwiftElement(key: SwiftString([.literal(block.type)]).flat, value: .text("")))
        }
      case .attribute: looseComments += item.allComments
      // A provisioner's comments stay with it.
      case .block(let block): if block.type != "provisioner" { looseComments += item.allComments }
      }
    }
    looseComments += body.closingComments.flatMap(\.lines)
    for (name, place) in places {
      elements[place].value = .call(
        ".blocks", [SwiftArgument(.collection(nested[name] ?? [], isDictionary: false))])
    }
    let names = elements.compactMap(\.key)
    if Set(names).count != names.count {
      fail(
        .unsupported(
          scope.lines.place(of: body.items.first.map(start) ?? 0), what: "an argument and a block of one name"))
    }
    return generated.reduce(.collection(elements, isDictionary: true), nesting)
  }

  private func start(of item: HCLItem) -> Int {
    switch item.content {
    case .attribute(let attribute): attribute.range.lowerBound
    case .block(let block): block.range.lowerBound
    }
  }

  private func nesting(
    _ base: SwiftCode,
    _ block: (name: String, iterator: String?, members: SwiftCode, parameter: String, content: SwiftCode)
  ) -> SwiftCode {
    let receiver: SwiftCode =
      switch base {
      case .collection(let elements, _) where elements.isEmpty: .text("Block().nesting")
      case .collection: .sequence([.text("("), base, .text(" as Block).nesting")])
      default: .sequence([base, .text(".nesting")])
      }
    var arguments = [SwiftArgument(.literal(block.name)), SwiftArgument("forEach", block.members)]
    if let iterator = block.iterator { arguments.append(SwiftArgument("as", .literal(iterator))) }
    return .call(receiver, arguments, SwiftClosure(parameters: [block.parameter], body: block.content))
  }

  private mutating func dynamicBlock(
    _ block: HCLBlock, _ scope: Scope
  ) throws(ImportError) -> (name: String, iterator: String?, members: SwiftCode, parameter: String, content: SwiftCode)
  {
    guard block.labels.count == 1, let members = block.body["for_each"],
      let content = block.body.blocks.first(where: { $0.type == "content" }), block.body.blocks.count == 1,
      block.body.attributes.allSatisfy({ ["for_each", "iterator"].contains($0.name) })
    else { throw .unsupported(scope.lines.place(of: block.range.lowerBound), what: "this `dynamic` block") }
    looseComments += block.body.items.flatMap(\.allComments)
    let iterator = block.body["iterator"]?.word
    let name = iterator ?? block.labels[0]
    var inner = scope
    let parameter = names.parameter(name)
    inner.bindings[name] = .member(parameter)
    report.arguments += 1
    rawReasons = []
    let code = expression(members, scope)
    count()
    return (block.labels[0], iterator, code, parameter, try self.block(content.body, inner))
  }

  /// An argument with its comments, which is counted.
  mutating func argument(
    _ name: String, _ value: HCLExpression, _ comments: [String], _ scope: Scope
  ) -> SwiftElement {
    let outer = looseComments
    looseComments = []
    rawReasons = []
    report.arguments += 1
    let code = self.value(value, scope)
    count()
    let element = SwiftElement(
      comments: comments + looseComments, key: SwiftString([.literal(name)]).flat, value: code)
    looseComments = outer
    noteFiles(value, scope)
    return element
  }

  private mutating func count() {
    if !rawReasons.isEmpty { report.rawArguments += 1 }
    report.rawExpressions += rawReasons
    rawReasons = []
  }

  /// An expression that is counted as an argument.
  mutating func counted(_ value: HCLExpression, _ scope: Scope) -> SwiftCode {
    report.arguments += 1
    rawReasons = []
    let code = expression(value, scope)
    count()
    noteFiles(value, scope)
    return code
  }

  /// A text that is counted as an argument.
  mutating func countedText(_ value: HCLExpression, _ scope: Scope) -> SwiftCode {
    report.arguments += 1
    rawReasons = []
    let code = text(value, scope)
    count()
    return code
  }

  /// Files beside the configuration are not where the generated files are.
  private mutating func noteFiles(_ value: HCLExpression, _ scope: Scope) {
    var reads = false
    value.walk { part in
      if case .traversal(let base, let steps) = part.kind, case .name("path") = base.kind,
        steps.first == .attribute("module") || steps.first == .attribute("root")
      {
        reads = true
      }
    }
    guard reads else { return }
    note("`\(value.inlineSource)` is relative to the folder of the generated files", value.range.lowerBound, scope)
  }

  mutating func note(_ text: String, _ offset: Int, _ scope: Scope) {
    report.notes.append(ImportReport.Note(place: scope.lines.place(of: offset), text: text))
  }
}
