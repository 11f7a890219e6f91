/// A value with a name (`locals`).
public struct Local: Sendable {
  public let name: String
  public let value: Value

  public init(_ name: String, _ value: Text) {
    self.name = name
    self.value = .text(value)
  }
}
