/// A resource, data source or ephemeral resource whose Swift type `infra-gen types` wrote from the provider's schema.
///
/// `stack.add` declares it as the raw resource that it is, so that rules, waivers and audits see what they see of any
/// other block of its type.
public protocol GeneratedResource: Sendable {
  /// What others refer to once a stack has it, with a property for each attribute.
  associatedtype Declared: GeneratedDeclaration
  /// The provider's name for the type, such as `aws_kinesis_stream`.
  static var type: String { get }
  /// Which kind of block it is.
  static var mode: Address.Mode { get }
  /// The Terraform label, with `_` for every `-`.
  var label: String { get }
  /// What its initializer was given, by Terraform's names.
  var arguments: Block { get }
}

/// A nested block, or an object, of a generated type.
public protocol GeneratedBlock: ArgumentValue, Sendable {
  /// What its initializer was given, by Terraform's names.
  var arguments: Block { get }
}

extension GeneratedBlock {
  /// As an object. A nested block is written by `Block.nest(_:_:)`.
  public var value: Value { .map(arguments.asMap) }
}

extension Block {
  /// Sets the nested blocks of one name; `nil` leaves them out.
  public mutating func nest<Nested: GeneratedBlock>(_ name: String, _ blocks: [Nested]?) {
    if let blocks { self[name] = .blocks(blocks.map(\.arguments)) }
  }

  /// Sets the one nested block of a name; `nil` leaves it out.
  public mutating func nest<Nested: GeneratedBlock>(_ name: String, _ block: Nested?) {
    if let block { self[name] = .blocks([block.arguments]) }
  }

  /// Sets a member of an object. Terraform asks for every member of one, so that `nil` is `null`.
  public mutating func setMember<Member: ArgumentValue>(_ name: String, _ member: Member?) {
    self[name] = member?.value ?? Expression.raw("null").value
  }
}
