import HCLSyntax
import SwiftTypes

// Bodies as the arguments of initializers.

extension Lowering {
  struct TypedBody {
    /// In the order of the initializer.
    var arguments: [SwiftArgument] = []
    /// What does not fit.
    var rest: [HCLItem] = []
    /// A required argument that is not among the arguments.
    var missing: String?
  }

  mutating func typedBody(
    _ body: HCLBody, of type: GeneratedType, _ members: [GeneratedType.Member], except apart: Set<String> = [],
    _ scope: Scope
  ) throws(ImportError) -> TypedBody {
    let byName = Dictionary(members.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let generated = Set(body.blocks.filter { $0.type == "dynamic" }.compactMap(\.labels.first))
    var values: [String: SwiftArgument] = [:]
    var typedNames: Set<String> = []
    var rest: [HCLItem] = []
    var groups: [String: [(item: HCLItem, block: HCLBlock)]] = [:]
    for item in body.items {
      if case .block(let block) = item.content { groups[block.type, default: []].append((item, block)) }
    }
    for item in body.items {
      switch item.content {
      case .attribute(let attribute):
        if apart.contains(attribute.name) {
          looseComments += item.allComments
        } else if let member = byName[attribute.name], groups[attribute.name] == nil,
          !generated.contains(attribute.name),
          let argument = try typedArgument(member, attribute.value, item.allComments, of: type, scope)
        {
          values[member.name] = argument
        } else {
          rest.append(item)
        }
      case .block(let block) where apart.contains(block.type):
        if block.type != "provisioner" { looseComments += item.allComments }
      case .block(let block):
        if typedNames.contains(block.type) { continue }
        if values[block.type] == nil, !generated.contains(block.type), let member = byName[block.type],
          let group = groups[block.type], let argument = try typedBlocks(member, group, of: type, scope)
        {
          values[member.name] = argument
          typedNames.insert(member.name)
        } else {
          rest.append(item)
        }
      }
    }
    return TypedBody(
      arguments: members.compactMap { values[$0.name] }, rest: rest,
      missing: members.first { $0.isRequired && values[$0.name] == nil }?.name)
  }

  private mutating func typedArgument(
    _ member: GeneratedType.Member, _ value: HCLExpression, _ comments: [String], of type: GeneratedType,
    _ scope: Scope
  ) throws(ImportError) -> SwiftArgument? {
    let before = snapshot
    looseComments = []
    rawReasons = []
    guard let code = try typed(value, as: member.kind, in: type, scope) else {
      restore(before)
      return nil
    }
    switch member.kind {
    case .block, .blocks: break
    default: countTyped()
    }
    let argument = SwiftArgument(member.label, code, comments: comments + looseComments)
    looseComments = before.looseComments
    noteFiles(value, scope)
    return argument
  }

  private mutating func countTyped() {
    report.arguments += 1
    if rawReasons.isEmpty { report.typedArguments += 1 } else { report.rawArguments += 1 }
    report.rawExpressions += rawReasons
    rawReasons = []
  }

  /// Blocks of one name, which can be those of an argument that is a list of objects.
  private mutating func typedBlocks(
    _ member: GeneratedType.Member, _ group: [(item: HCLItem, block: HCLBlock)], of type: GeneratedType, _ scope: Scope
  ) throws(ImportError) -> SwiftArgument? {
    let nested: String
    switch member.kind {
    case .block(let name):
      guard group.count == 1 else { return nil }
      nested = name
    case .blocks(let name), .list(.object(let name)): nested = name
    default: return nil
    }
    let before = snapshot
    var elements: [SwiftElement] = []
    for (item, block) in group {
      guard block.labels.isEmpty,
        let code = try nestedInitializer(block.body, as: nested, in: type, scope)
      else {
        restore(before)
        return nil
      }
      elements.append(SwiftElement(comments: item.allComments, value: code))
    }
    if case .block = member.kind, let only = elements.first {
      return SwiftArgument(member.label, only.value, comments: only.comments)
    }
    return SwiftArgument(member.label, .collection(elements, isDictionary: false))
  }

  /// An object, or a nested block of Terraform JSON.
  mutating func typedObject(
    _ value: HCLExpression, as nested: String, in type: GeneratedType, _ scope: Scope
  ) throws(ImportError) -> SwiftCode? {
    guard let body = value.asBody else { return nil }
    return try nestedInitializer(body, as: nested, in: type, scope)
  }
}

extension HCLExpression {
  /// The members of an object as the arguments of a block; `nil` where one has to be evaluated.
  fileprivate var asBody: HCLBody? {
    guard case .object(let members, let closing) = unwrapped.kind else { return nil }
    let names = members.compactMap(\.name)
    guard names.count == members.count, Set(names).count == names.count else { return nil }
    let items = zip(names, members).map { name, member in
      HCLItem(
        .attribute(HCLAttribute(name, member.value, range: member.key.range)), comments: member.comments,
        trailingComment: member.trailingComment)
    }
    return HCLBody(items: items, closingComments: closing)
  }
}
