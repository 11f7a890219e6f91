/// A resource that a stack has, whose attributes others may refer to.
public protocol DeclaredResource<Model>: Sendable {
  associatedtype Model: Resource
  var declaration: Declaration { get }
  var stack: StackIdentity { get }
}

extension DeclaredResource {
  public var address: Address { declaration.address }
  public var location: SourceLocation { declaration.location }
  public var region: Region { declaration.region }
  /// The Terraform label, as the stack's author wrote it.
  public var name: String { declaration.resource.name }
  /// The name AWS knows it by. Empty for what has none.
  public var physicalName: String { declaration.physicalName ?? "" }

  /// An attribute that Terraform knows, for `RawResource` and for types of one's own.
  public func attribute(_ name: String) -> Text {
    Text(Reference(address: address, attribute: name, stack: stack))
  }
}
