import HCLSyntax
import SwiftTypes

// The bodies of blocks as `Block` literals.

extension Lowering {
  /// A body without the arguments and blocks that have a place of their own in Swift.
  ///
  /// - Parameters:
  ///   - typing: The generated type with the members that the body may have, for the blocks in it.
  ///   - base: What the arguments and blocks come on top of, where the body has nothing but `dynamic` blocks.
  mutating func block(
    _ body: HCLBody, except apart: Set<String> = [], _ scope: Scope, typing: Typing? = nil, base: SwiftCode? = nil
  ) throws(ImportError) -> SwiftCode {
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
        generated.append(try dynamicBlock(block, typing, scope))
      case .block(let block) where !apart.contains(block.type):
        if dynamic.contains(block.type) {
          // Terraform JSON does not keep the order of these among those that are generated, so this one is, too.
          looseComments += item.allComments
          let content = try nestedBlock(block, typing, scope)
          generated.append((block.type, "only", .list([.text("1")]), "_", content))
          continue
        }
        var content = try nestedBlock(block, typing, scope)
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
    looseComments += body.closingComments.flatMap(\.readableLines)
    for (name, place) in places {
      elements[place].value = .call(
        ".blocks", [SwiftArgument(.collection(nested[name] ?? [], isDictionary: false))])
    }
    let names = elements.compactMap(\.key)
    if Set(names).count != names.count {
      fail(
        .unsupported(
          scope.lines.place(of: body.items.first.map(\.offset) ?? 0), what: "an argument and a block of one name"))
    }
    return generated.reduce(base ?? .collection(elements, isDictionary: true), nesting)
  }

  /// A generated type, and the members of it or of one of its nested types.
  typealias Typing = (type: GeneratedType, members: [GeneratedType.Member])

  /// A block in another, with its type where it has one and everything fits.
  private mutating func nestedBlock(
    _ block: HCLBlock, named name: String? = nil, _ typing: Typing?, _ scope: Scope
  ) throws(ImportError) -> SwiftCode {
    guard let typing, block.labels.isEmpty, let member = typing.members.first(where: { $0.name == name ?? block.type }),
      let nested = member.kind.nestedBlock.flatMap({ typing.type.nested(named: $0) })
    else { return try self.block(block.body, scope) }
    let place = NestedPlace(type: typing.type, nested: nested)
    if let typed = try typedBlock(block.body, as: place, scope) { return typed }
    return try self.block(block.body, scope, typing: (typing.type, nested.members))
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
    _ block: HCLBlock, _ typing: Typing?, _ scope: Scope
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
    let nested = try nestedBlock(content, named: block.labels[0], typing, inner)
    return (block.labels[0], iterator, code, parameter, nested)
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
  mutating func noteFiles(_ value: HCLExpression, _ scope: Scope) {
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

extension SwiftKind {
  /// The nested type of blocks; `nil` for what is an argument.
  fileprivate var nestedBlock: String? {
    switch self {
    case .block(let name), .blocks(let name): name
    case .text, .number, .flag, .value, .list, .map, .object: nil
    }
  }
}
