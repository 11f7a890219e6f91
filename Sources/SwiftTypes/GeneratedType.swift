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
  package let attributes: [Attribute]

  /// An argument or a nested block.
  package struct Member: Sendable {
    /// Terraform's name.
    package let name: String
    package let swiftName: String
    package let kind: SwiftKind
    package let isRequired: Bool
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

  package struct Attribute: Sendable {
    package let name: String
    package let swiftName: String
    /// The property's type; `nil` for an `Expression`.
    package let kind: SwiftKind?
  }
}

extension GeneratedType.Member {
  /// The type of the parameter.
  package var swiftType: String { kind.spelling }
  /// The label of the argument in a call, where most of Swift's own words are names as well.
  package var label: String { SwiftName.escapedInUse(swiftName) }
}

extension GeneratedType.Attribute {
  /// The property's name behind a dot.
  package var property: String { SwiftName.escapedInUse(swiftName) }
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
      Attribute(name: member.name, swiftName: swiftName, kind: member.kind.attribute)
    }
  }
}

extension SchemaKind {
  fileprivate var attribute: SwiftKind? {
    switch self {
    case .text, .number, .bool: scalar
    case .any, .object: nil
    case .list(let element), .set(let element): element.scalar.map { .list($0) }
    case .map(let element): element.scalar.map { .map($0) }
    }
  }

  /// The Swift type of a text, a number, or true and false.
  var scalar: SwiftKind? {
    switch self {
    case .text: .text
    case .number: .number
    case .bool: .flag
    case .any, .list, .set, .map, .object: nil
    }
  }
}
