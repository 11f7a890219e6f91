/// The generated id of one kind of thing, such as `subnet-0a1b2c3d`: an `ID<Subnet>` is not an `ID<SecurityGroup>`.
public struct ID<Target>: Hashable, Sendable, ArgumentValue {
  public let text: Text
  public var value: Value { .text(text) }

  /// An id from outside the stack, such as that of a network that the stack does not declare.
  public init(_ text: Text) {
    self.text = text
  }
}

extension ID: ExpressibleByStringLiteral {
  public init(stringLiteral id: String) {
    text = Text(id)
  }
}
