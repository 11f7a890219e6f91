import InfraModel

/// What the stacks consist of.
struct ListCommand: Command {
  static let name = "list"
  static let summary = "list what the stacks declare, and where"
  static let options = Selection.options + [Format.option([.text, .json])]
  static let examples = [
    Example("list --env prod", "what every stack has in production"),
    Example("list --format json", "the same for scripts, all environments"),
  ]

  let selection: Selection
  let format: Format

  init(_ words: inout Words) throws {
    selection = Selection(words)
    format = try Format(words, among: [.text, .json])
  }

  func run(in program: Program) throws -> Outcome {
    let stacks = try selection.declared(in: program)
    switch format {
    case .json: return Outcome(output: json(["schemaVersion": 1, "stacks": .list(stacks.map(entry))]))
    default:
      return Outcome(output: stacks.map { text(of: $0, in: program.workingDirectory) }.joined(separator: "\n"))
    }
  }

  private func text(of stack: DeclaredStack, in directory: String) -> String {
    let rows = stack.declarations.map { declaration in
      [
        declaration.address.description, declaration.physicalName ?? "", declaration.region.rawValue,
        declaration.location.text(relativeTo: directory),
      ]
    }
    return "\(stack.identity): \(counted(rows.count, "resource"))\n" + table(rows)
  }

  private func entry(for stack: DeclaredStack) -> Value {
    let resources = stack.declarations.map { declaration -> Value in
      [
        "address": .literal(declaration.address.description),
        "name": .literal(declaration.physicalName ?? ""),
        "region": .literal(declaration.region.rawValue),
        "file": .literal(declaration.location.path),
        "line": .integer(declaration.location.line),
      ]
    }
    return [
      "stack": .literal(stack.identity.stack), "environment": .literal(stack.identity.environment),
      "resources": .list(resources),
    ]
  }
}
