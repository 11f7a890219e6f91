package import ProviderSchemas
package import TerraformModel

/// What of a stack the schemas of its AWS provider do not allow, found by one walk for all the rules that ask.
package struct SchemaFaults: Sendable {
  /// What one declaration has.
  package struct OfDeclaration: Sendable {
    package let declaration: Declaration
    /// What is wrong in its block; `nil` where the provider does not have the type.
    package let faults: [SchemaFault]?
  }

  /// Of the declarations that have any, in their order.
  package let all: [OfDeclaration]

  /// Against the newest schema of the major version that the stack is for.
  package init(of stack: DeclaredStack) {
    self = stack.cached { stack in
      guard let schema = ProviderSchema.aws(stack.versions.provider).last else { return SchemaFaults(all: []) }
      return SchemaFaults(of: stack, in: schema)
    }
  }

  private init(of stack: DeclaredStack, in schema: ProviderSchema) {
    var check = SchemaCheck()
    var blocks: [SchemaMode: [String: SchemaBlock?]] = [:]
    all = stack.declarations.compactMap { declaration in
      let type = declaration.address.type
      guard declaration.isOfAWS, let mode = SchemaMode(declaration.address.mode) else { return nil }
      let block = blocks[mode]?[type] ?? schema.block(of: type, mode)
      blocks[mode, default: [:]][type] = .some(block)
      let faults = block.map { check.faults(in: declaration.block, of: $0) }
      return faults?.isEmpty == true ? nil : OfDeclaration(declaration: declaration, faults: faults)
    }
  }

  private init(all: [OfDeclaration]) {
    self.all = all
  }
}

extension Declaration {
  /// Whether hashicorp/aws manages or reads it.
  package var isOfAWS: Bool { address.type.hasPrefix("aws_") }
}

extension ProviderSchema {
  /// Whether the version has what is at the end of a path, or the type where the path is empty.
  package func has(_ path: [String] = [], of address: Address) -> Bool {
    guard let mode = SchemaMode(address.mode), var block = block(of: address.type, mode) else { return false }
    for (index, name) in path.enumerated() {
      guard let member = block[name] else { return false }
      guard index + 1 < path.count else { return true }
      guard let inner = member.kind.object else { return false }
      block = inner
    }
    return true
  }

  /// What of a declaration this version does not have and another has, as a path of names; the path is empty where it is
  /// the type.
  package func lacks(of declaration: Declaration, comparedWith other: ProviderSchema) -> [[String]] {
    guard let mode = SchemaMode(declaration.address.mode) else { return [] }
    guard let block = block(of: declaration.address.type, mode) else {
      return other.has(of: declaration.address) ? [[]] : []
    }
    return block.faults(in: declaration.block).filter(\.isUnknown).map(\.path)
      .filter { other.has($0, of: declaration.address) }
  }
}

extension SchemaFault {
  /// Whether the schema has nothing of that name.
  package var isUnknown: Bool {
    if case .unknown = problem { true } else { false }
  }
}
