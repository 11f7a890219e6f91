/// A value with a name (`locals`).
public struct Local: Sendable {
  public let name: String
  public let value: Value

  public init(_ name: String, _ value: Text) {
    self.name = name
    self.value = .text(value)
  }

  /// A value of any type, such as a list.
  public init(_ name: String, value: Value) {
    self.name = name
    self.value = value
  }
}
