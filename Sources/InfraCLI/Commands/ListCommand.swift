import InfraModel

/// Lists the resources of the stacks.
struct ListCommand: Command {
  static let name = "list"
  static let summary = "list what the stacks declare, where, and the apply order"
  private static let type = Option.value(
    "--type", "TYPE", .anything, "only resources of this type, such as aws_sqs_queue; can be repeated")
  static let options = Selection.options + [type, Format.option([.text, .json])]
  static let examples = [
    Example("list --env prod", "what every stack has in production"),
    Example("list --type aws_sqs_queue", "every queue"),
    Example("list --format json", "the same for scripts, all environments"),
  ]

  let selection: Selection
  let format: Format
  let types: [String]

  init(_ words: inout ArgumentParser) throws {
    types = words.values(of: Self.type)
    selection = Selection(words)
    format = try Format(words, among: [.text, .json])
  }

  func run(in program: Program) throws -> Outcome {
    let stacks = try selection.declared(in: program)
    let known = Set(stacks.flatMap { $0.declarations.map(\.address.type) }).sorted()
    for type in types where !known.contains(type) { throw UsageError.unknownType(type, known: known) }
    switch format {
    case .json:
      let order = stacks.inApplyOrder.map { Value.literal($0.identity.description) }
      return Outcome(
        output: json(["schemaVersion": 1, "stacks": .list(stacks.map(entry)), "applyOrder": .list(order)]))
    default:
      return Outcome(
        output: stacks.map { text(of: $0, in: program.workingDirectory) }.joined(separator: "\n") + order(of: stacks))
    }
  }

  private func listed(of stack: DeclaredStack) -> [Declaration] {
    types.isEmpty ? stack.declarations : stack.declarations.filter { types.contains($0.address.type) }
  }

  private func text(of stack: DeclaredStack, in directory: String) -> String {
    let rows = listed(of: stack).map { declaration in
      [
        declaration.address.description, declaration.physicalName ?? "", declaration.region.rawValue,
        declaration.location.text(relativeTo: directory),
      ]
    }
    let imports = stack.imports.map { imported in
      "imports '\(imported.name)' of \(imported.exporter)  \(imported.location.text(relativeTo: directory))\n"
    }
    return "\(stack.identity): \(counted(rows.count, "resource"))\n" + table(rows) + imports.joined()
  }

  private func order(of stacks: [DeclaredStack]) -> String {
    guard stacks.count > 1 else { return "" }
    guard stacks.contains(where: { !$0.imports.isEmpty }) else {
      return "\napply order: any, because no stack imports from another\n"
    }
    return "\napply order: \(stacks.inApplyOrder.map { "\($0.identity)" }.joined(separator: ", "))\n"
  }

  private func entry(for stack: DeclaredStack) -> Value {
    [
      "stack": .literal(stack.identity.stack), "environment": .literal(stack.identity.environment),
      "resources": .list(listed(of: stack).map(entry)),
      "exports": .list(
        stack.exports.map { export in
          entry(at: export.location).merging(
            ["name": .literal(export.name), "through": .literal(export.transport.rawValue)])
        }.map(Value.map)),
      "imports": .list(
        stack.imports.map { imported in
          entry(at: imported.location).merging([
            "name": .literal(imported.name), "from": .literal(imported.exporter.description),
            "through": .literal(imported.transport.rawValue), "address": .literal(imported.address.description),
          ])
        }.map(Value.map)),
    ]
  }

  private func entry(for declaration: Declaration) -> Value {
    .map(
      entry(at: declaration.location).merging([
        "address": .literal(declaration.address.description),
        "type": .literal(declaration.address.type),
        "mode": .literal("\(declaration.address.mode)"),
        "name": .literal(declaration.physicalName ?? ""),
        "region": .literal(declaration.region.rawValue),
        "components": .list(declaration.path.components.map { .literal(String(describing: $0)) }),
      ]))
  }

  private func entry(at location: SourceLocation) -> [String: Value] {
    ["file": .literal(location.path), "line": .integer(location.line)]
  }
}

extension [String: Value] {
  fileprivate func merging(_ others: [String: Value]) -> [String: Value] {
    merging(others) { _, last in last }
  }
}
