public import InfraModel

extension ValidatedStack {
  /// The files that Terraform applies, in memory: `main.tf.json`, `versions.tf`, and the packages of functions; and
  /// `terraform.tfvars.example`, where there are variables.
  public func files() -> [GeneratedFile] {
    var writer = JSONWriter(expecting: 4_096 + stack.declarations.count * 768)
    writer.write(configuration(of: stack))
    writer.endFile()
    let configuration = [
      GeneratedFile(path: "main.tf.json", bytes: writer.bytes),
      GeneratedFile(path: "versions.tf", bytes: versionsFile(of: stack)),
    ]
    let packages = stack.declarations.flatMap(\.resource.files)
    let example = variablesExample(of: stack).map { GeneratedFile(path: "terraform.tfvars.example", bytes: $0) }
    return (configuration + packages + [example].compactMap(\.self)).sorted { $0.path < $1.path }
  }
}

/// The root module: one block that holds the sections.
func configuration(of stack: DeclaredStack) -> Block {
  var root = Block()
  root["terraform"] = .blocks([terraform(of: stack)])
  root["provider"] = .blocks([
    Block(uniqueArguments: providers(of: stack).map { ($0.name, .list($0.blocks.map { .blocks([$0]) })) })
  ])
  root["resource"] = section(stack.managedByType, of: stack)
  root["data"] = section(byType(.data, in: stack), of: stack)
  root["ephemeral"] = section(byType(.ephemeral, in: stack), of: stack)
  for section in ConfigurationBlock.Section.allCases {
    let blocks = stack.configuration.filter { $0.section == section }
    if !blocks.isEmpty { root[section.rawValue] = value(of: blocks, in: section) }
  }
  return root
}

/// Blocks with a label are members of one object, those without are a list, and locals are all in one.
private func value(of blocks: [ConfigurationBlock], in section: ConfigurationBlock.Section) -> Value {
  switch section {
  case .variable, .output, .module, .check:
    .blocks([Block(uniqueArguments: blocks.map { ($0.label ?? "", .blocks([$0.block])) })])
  case .locals:
    .blocks([Block(uniqueArguments: blocks.map { ($0.label ?? "", $0.block["value"] ?? "") })])
  case .moved, .import, .removed:
    .blocks(blocks.map(\.block).sorted { source(of: $0) < source(of: $1) })
  }
}

/// Something to order blocks by that have no name.
private func source(of block: Block) -> String {
  Template(compactJSON(.map(block.asMap))).source
}

/// Type → label → block. Duplicates cannot be here: `duplicate-address` is an error.
private func section(_ types: [(type: String, declarations: [Declaration])], of stack: DeclaredStack) -> Value? {
  guard !types.isEmpty else { return nil }
  var section = Block()
  for (type, declarations) in types {
    let objects = ObjectArguments(of: type, declarations.first?.address.mode ?? .managed, in: stack)
    let labelled = declarations.map { declaration in
      (declaration.address.name, Value.blocks([objects.completing(block(of: declaration, in: stack))]))
    }
    section[type] = .blocks([Block(uniqueArguments: labelled)])
  }
  return .blocks([section])
}

private func byType(
  _ mode: Address.Mode, in stack: DeclaredStack
) -> [(type: String, declarations: [Declaration])] {
  let declarations = stack.declarations.filter { $0.address.mode == mode }
  return Dictionary(grouping: declarations, by: \.address.type).map { ($0, $1) }
}

/// A declaration's arguments together with Terraform's own, such as `provider` and `lifecycle`.
func block(of declaration: Declaration, in stack: DeclaredStack) -> Block {
  var block = declaration.block
  if let provider = declaration.provider {
    block["provider"] = .literal(provider.description)
  } else if stack.needsAlias(declaration), declaration.address.type.hasPrefix("aws_") {
    block["provider"] = .literal("aws.\(alias(of: declaration.region))")
  }
  block.merge(declaration.metaArguments)
  return block
}
