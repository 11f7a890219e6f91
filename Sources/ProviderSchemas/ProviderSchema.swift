/// What Terraform does with a type.
package enum SchemaMode: UInt8, Hashable, Sendable, CaseIterable {
  /// A `resource` block.
  case resource = 0x72
  /// A `data` block.
  case data = 0x64
  /// An `ephemeral` block.
  case ephemeral = 0x65
}

/// What one version of a provider says of its types: which arguments, attributes and nested blocks each has.
///
/// Source: https://developer.hashicorp.com/terraform/cli/commands/providers/schema
package struct ProviderSchema: Sendable {
  private enum Source: Sendable {
    case table(SchemaTable, version: Int)
    case blocks([SchemaMode: [String: SchemaBlock]], deprecated: [SchemaMode: Set<String>])
    case printed(PrintedTypes)
  }

  private let source: Source
  /// The provider's version, such as `5.100.0`; empty where it is not known.
  package let version: String
  /// In the order of their names.
  package let functions: [ProviderFunction]

  init(_ table: SchemaTable, at version: Int, functions: [ProviderFunction]) {
    source = .table(table, version: version)
    self.version = table.versions[version]
    self.functions = functions
  }

  init(
    _ blocks: [SchemaMode: [String: SchemaBlock]], deprecated: [SchemaMode: Set<String>], functions: [ProviderFunction]
  ) {
    source = .blocks(blocks, deprecated: deprecated)
    version = ""
    self.functions = functions.sorted { $0.name < $1.name }
  }

  /// Without functions.
  init(_ types: PrintedTypes) {
    source = .printed(types)
    version = ""
    functions = []
  }

  /// The block of a type; `nil` where the version does not have the type.
  package func block(of type: String, _ mode: SchemaMode = .resource) -> SchemaBlock? {
    switch source {
    case .table(let table, let version):
      table.shape(of: type, mode, at: version).map { SchemaBlock(table, $0) }
    case .blocks(let blocks, _): blocks[mode]?[type]
    case .printed(let types): types.type(type, mode)?.block
    }
  }

  /// Whether the version has the type, even if its block cannot be read.
  package func has(type: String, _ mode: SchemaMode) -> Bool {
    if case .printed(let types) = source { types.outlines[mode]?[type] != nil } else { block(of: type, mode) != nil }
  }

  /// Every type, in the order of their names.
  package func types(_ mode: SchemaMode = .resource) -> [String] {
    switch source {
    case .table(let table, let version): table.types(mode, at: version)
    case .blocks(let blocks, _): blocks[mode, default: [:]].keys.sorted()
    case .printed(let types): types.outlines[mode, default: [:]].keys.sorted()
    }
  }

  /// Whether the provider deprecates the type as a whole.
  package func isDeprecated(_ type: String, _ mode: SchemaMode = .resource) -> Bool {
    switch source {
    case .table(let table, _): table.isDeprecated(type, mode)
    case .blocks(_, let deprecated): deprecated[mode]?.contains(type) == true
    case .printed(let types): types.type(type, mode)?.isDeprecated == true
    }
  }
}

/// The arguments, attributes and nested blocks of a type, of a nested block, or of an object.
package struct SchemaBlock: Sendable {
  private enum Source: Sendable {
    case table(SchemaTable, SchemaTable.Shape)
    case members([String: SchemaMember])
  }

  private let source: Source

  init(_ table: SchemaTable, _ shape: SchemaTable.Shape) {
    source = .table(table, shape)
  }

  init(_ members: [String: SchemaMember]) {
    source = .members(members)
  }

  /// The member with a name.
  package subscript(name: String) -> SchemaMember? {
    switch source {
    case .table(let table, let shape):
      table.member(named: name, of: shape).map { SchemaMember(name: name, traits: table.traits(of: $0)) }
    case .members(let members): members[name]
    }
  }

  /// All of them, in the order of their names.
  package var members: [SchemaMember] {
    switch source {
    case .table(let table, let shape):
      table.members(of: shape).map { SchemaMember(name: table.name(of: $0), traits: table.traits(of: $0)) }
    case .members(let members): members.values.sorted { $0.name < $1.name }
    }
  }

  /// What equal blocks of one table have in common, and no others; `nil` where the schema is not packed.
  package var place: Int? {
    if case .table(_, let shape) = source { shape.place } else { nil }
  }

  /// All of them by their names, and those that have to be set.
  var membersByName: SchemaMembers {
    guard case .table(let table, let shape) = source else { return SchemaMembers(of: self) }
    return table.read.members(of: shape) { SchemaMembers(of: self) }
  }

  /// The paths of the arguments that a configuration can set and a list of paths does not have; of a nested block without
  /// any of them, its own path alone.
  package func arguments(besides paths: [String]) -> [String] {
    members.filter(\.isSettable).flatMap { member -> [String] in
      guard !paths.contains(member.name) else { return [] }
      let prefix = "\(member.name)."
      let inner = paths.filter { $0.hasPrefix(prefix) }.map { String($0.dropFirst(prefix.count)) }
      guard !inner.isEmpty, let block = member.kind.object else { return inner.isEmpty ? [member.name] : [] }
      return block.arguments(besides: inner).map { prefix + $0 }
    }
  }

  /// The names of those that the configuration has to set, in the order of their names.
  package var required: [String] {
    switch source {
    case .table(let table, let shape): table.required(of: shape)
    case .members: members.filter(\.isRequired).map(\.name)
    }
  }
}

/// The members of a block, for checking one.
struct SchemaMembers: Sendable {
  let byName: [String: SchemaMember]
  let required: [String]

  init(of block: SchemaBlock) {
    byName = Dictionary(uniqueKeysWithValues: block.members.map { ($0.name, $0) })
    required = block.required
  }
}

/// An argument, an attribute or a nested block.
@dynamicMemberLookup
package struct SchemaMember: Sendable {
  /// Terraform's name.
  package let name: String
  package let traits: Traits

  /// What a provider says of one.
  package struct Traits: Sendable {
    package var kind: SchemaKind
    /// Whether the configuration has to set it.
    package var isRequired = false
    /// Whether the configuration may set it.
    package var isOptional = false
    /// Whether the provider sets it, where the configuration does not.
    package var isComputed = false
    package var isSensitive = false
    /// Whether its value is in no plan and no state.
    package var isWriteOnly = false
    package var isDeprecated = false
    /// Whether it is a nested block, and not an attribute of that kind.
    package var isBlock = false
    /// What the provider says of it, in its own words; packed schemas have none.
    package var description: String?
    /// How many blocks there have to be.
    package var fewest = 0
    /// How many blocks there may be; any number where `nil`.
    package var most: Int?

    init(kind: SchemaKind) {
      self.kind = kind
    }
  }

  init(name: String, traits: Traits) {
    self.name = name
    self.traits = traits
  }

  package subscript<Trait>(dynamicMember trait: KeyPath<Traits, Trait>) -> Trait { traits[keyPath: trait] }

  /// Whether the configuration may set it.
  package var isSettable: Bool { traits.isRequired || traits.isOptional }
}

/// What a value has to be.
package indirect enum SchemaKind: Sendable {
  case text
  case number
  case bool
  /// Whatever the provider makes of it.
  case any
  case list(SchemaKind)
  case set(SchemaKind)
  case map(SchemaKind)
  case object(SchemaBlock)
}

extension SchemaKind {
  /// The members of the object, or of the objects in the collection.
  package var object: SchemaBlock? {
    switch self {
    case .object(let block): block
    case .list(let element), .set(let element), .map(let element): element.object
    case .text, .number, .bool, .any: nil
    }
  }
}
