package import ProviderSchemas
package import TerraformModel

/// What of a stack the schemas of its providers do not allow, found by one walk for all the rules that ask.
package struct SchemaFaults: Sendable {
  /// What one declaration has.
  package struct OfDeclaration: Sendable {
    package let declaration: Declaration
    /// What it was compared with.
    package let provider: OtherSchemas.Provider
    /// What is wrong in its block; `nil` where the provider does not have the type.
    package let faults: [SchemaFault]?
  }

  /// Of the declarations that have any, in their order.
  package let all: [OfDeclaration]
  /// Those of other providers whose schema the repository does not keep.
  package let unknown: [Declaration]

  /// Against the newest schema of the major version that the stack is for.
  package init(of stack: DeclaredStack) {
    self = stack.cached { SchemaFaults(comparing: $0) }
  }

  private init(comparing stack: DeclaredStack) {
    let schemas = StackSchemas(of: stack)
    var known: [SchemaMode: [String: (provider: OtherSchemas.Provider, block: SchemaBlock?)?]] = [:]
    var all: [OfDeclaration] = []
    var unknown: [Declaration] = []
    for declaration in stack.declarations {
      let type = declaration.address.type
      guard let mode = SchemaMode(declaration.address.mode), type != TerraformData.type else { continue }
      let found =
        known[mode]?[type] ?? schemas.provider(of: type, mode).map { ($0, $0.schema.block(of: type, mode)) }
      known[mode, default: [:]][type] = .some(found)
      guard let (provider, block) = found else {
        unknown.append(declaration)
        continue
      }
      let faults = block.map { $0.faults(in: declaration.block) }
      if faults?.isEmpty != true {
        all.append(OfDeclaration(declaration: declaration, provider: provider, faults: faults))
      }
    }
    (self.all, self.unknown) = (all, unknown)
  }
}

/// The schemas that a stack is compared with.
package struct StackSchemas: Sendable {
  private let aws: OtherSchemas.Provider?
  private let others: OtherSchemas?

  package init(of stack: DeclaredStack) {
    aws = ProviderSchema.aws(stack.versions.provider).last.map {
      OtherSchemas.Provider(source: ProviderSchema.awsSource, schema: $0)
    }
    others = stack.schemas as? OtherSchemas
  }

  /// The provider of a type; `nil` where its schema is not known.
  package func provider(of type: String, _ mode: SchemaMode) -> OtherSchemas.Provider? {
    type.hasPrefix("aws_") ? aws : others?.provider(of: type, mode)
  }
}

extension OtherSchemas.Provider {
  /// Its name in a sentence.
  package var name: String { source == ProviderSchema.awsSource ? "AWS provider" : "provider \(source)" }
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
