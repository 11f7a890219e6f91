/// The id AWS made up for one kind of thing, such as `subnet-0a1b2c3d`: an `ID<Subnet>` is not an `ID<SecurityGroup>`.
public struct ID<Target>: Hashable, Sendable, ArgumentValue {
  public let text: Text
  public var value: Value { .text(text) }

  /// An id from outside the stack, where the network is somebody else's.
  public init(_ text: Text) {
    self.text = text
  }
}

extension ID: ExpressibleByStringLiteral {
  public init(stringLiteral id: String) {
    text = Text(id)
  }
}
