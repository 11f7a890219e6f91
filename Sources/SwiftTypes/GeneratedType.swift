package import ProviderSchemas

/// What a generated Swift type is written from.
package struct GeneratedType: Sendable {
  /// The provider's name, such as `aws_kinesis_stream`.
  package let type: String
  package let mode: SchemaMode
  /// The Swift name, such as `AWSKinesisStream`.
  package let swiftName: String
  /// Whether the provider deprecates the type as a whole.
  let isDeprecated: Bool
  /// The members of its initializer.
  package let arguments: [Member]
  /// The types of its nested blocks, each of which is written once however often it occurs.
  package let nested: [NestedType]
  /// What others can refer to.
  let attributes: [Attribute]

  /// An argument or a nested block.
  package struct Member: Sendable {
    /// Terraform's name.
    let name: String
    package let swiftName: String
    package let swiftType: String
    let isRequired: Bool
    /// How many nested blocks there have to be.
    package let fewest: Int
    let storage: Storage
    /// What stands behind the name in the documentation.
    let remarks: [String]
  }

  /// How a member gets into the block.
  enum Storage: Sendable {
    case argument
    case nestedBlock
    /// Of an object, which has all of its members.
    case objectMember
  }

  package struct NestedType: Sendable {
    package let swiftName: String
    package let members: [Member]
  }

  struct Attribute: Sendable {
    let name: String
    let swiftName: String
    let kind: AttributeKind
  }

  /// Which property gives the attribute.
  enum AttributeKind: Sendable {
    case text
    case number
    case flag
    case list(String)
    case map(String)
    case expression
  }
}

extension GeneratedType {
  /// - Parameters:
  ///   - type: The provider's name.
  ///   - schema: A schema that has the type.
  package init?(_ type: String, _ mode: SchemaMode, in schema: ProviderSchema) {
    guard let block = schema.block(of: type, mode) else { return nil }
    self.type = type
    self.mode = mode
    swiftName = TypeNames.swiftName(of: type, mode)
    isDeprecated = schema.isDeprecated(type, mode)
    var folding = NestedTypes(in: swiftName)
    let settable = block.members.filter {
      $0.isSettable && ($0.name != "id" || !$0.isComputed || SchemaMember.canSetID(of: type, mode))
    }
    arguments = folding.members(settable, within: "", isObject: false)
    nested = folding.types
    attributes = Self.attributes(block.members)
  }

  private static func attributes(_ members: [SchemaMember]) -> [Attribute] {
    let names = TypeNames.memberNames(members.map(\.name))
    return zip(members, names).map { member, swiftName in
      Attribute(name: member.name, swiftName: swiftName, kind: AttributeKind(member.kind))
    }
  }
}

extension GeneratedType.AttributeKind {
  init(_ kind: SchemaKind) {
    switch kind {
    case .text: self = .text
    case .number: self = .number
    case .bool: self = .flag
    case .any, .object: self = .expression
    case .list(let element), .set(let element): self = element.scalar.map { .list($0) } ?? .expression
    case .map(let element): self = element.scalar.map { .map($0) } ?? .expression
    }
  }
}

extension SchemaKind {
  /// The Swift type of a text, a number, or true and false.
  var scalar: String? {
    switch self {
    case .text: "Text"
    case .number: "Number"
    case .bool: "Flag"
    case .any, .list, .set, .map, .object: nil
    }
  }
}
