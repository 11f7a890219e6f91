/// A resource type whose arguments are declared in a table.
public protocol TypedResource: Resource, ArgumentOwner {}

extension TypedResource {
  public func encode(into block: inout Block) {
    Self.arguments.encode(self, into: &block)
  }
}
