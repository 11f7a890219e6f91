import ProviderSchemas
package import TerraformModel

/// The arguments of a type that are lists or sets of objects, which Terraform's own language can write as nested blocks. In
/// JSON they are values, and Terraform refuses an object that lacks a member.
///
/// Source: https://developer.hashicorp.com/terraform/language/attr-as-blocks
package struct ObjectArguments: Sendable {
  /// The members of each argument's objects.
  private let members: [String: [String]]

  /// Those of a type in the provider's words, of the version that a stack is for.
  package init(of type: String, _ mode: Address.Mode, in stack: DeclaredStack) {
    guard type.hasPrefix("aws_"), let mode = SchemaMode(mode),
      let block = ProviderSchema.aws(stack.versions.provider).last?.block(of: type, mode)
    else {
      members = [:]
      return
    }
    var members: [String: [String]] = [:]
    for member in block.members where !member.isBlock {
      if member.isSettable, let object = member.kind.object { members[member.name] = object.members.map(\.name) }
    }
    self.members = members
  }

  /// The block with lists in place of such nested blocks, and `null` for what they lack.
  package func completing(_ block: Block) -> Block {
    var block = block
    for (name, members) in members {
      guard case .blocks(let objects)? = block[name], !objects.isEmpty else { continue }
      block[name] = .list(
        objects.map { object in
          var object = object
          for member in members where object[member] == nil { object[member] = .null }
          return .map(object.asMap)
        })
    }
    return block
  }
}
