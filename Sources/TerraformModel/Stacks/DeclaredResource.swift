/// A resource that a stack has, whose attributes others may refer to.
public protocol DeclaredResource<Model>: Sendable {
  associatedtype Model: Resource
  var declaration: Declaration { get }
  var stack: StackIdentity { get }
  /// Which of the resource's instances it is; `nil` for a resource without `count` and `for_each`.
  var instance: Reference.Instance? { get }
}

extension DeclaredResource {
  public var instance: Reference.Instance? { nil }
  /// The address, with the key where that is known before Terraform runs.
  public var address: Address {
    guard let instance, let index = instance.knownIndex else { return declaration.address }
    let whole = declaration.address
    return Address(mode: whole.mode, type: whole.type, name: whole.name, module: whole.module, index: index)
  }
  public var location: SourceLocation { declaration.location }
  public var region: Region { declaration.region }
  /// The Terraform label, as the stack's author wrote it.
  public var name: String { declaration.resource.name }
  /// The name AWS knows it by. Empty for what has none.
  public var physicalName: String { declaration.physicalName ?? "" }

  /// An attribute that Terraform knows, for `RawResource` and for types of one's own.
  public func attribute(_ name: String) -> Text {
    Text(reference(to: name))
  }

  /// The attribute as a bare reference, for `Lifecycle.replaceTriggeredByAttributes`.
  public func reference(to attribute: String) -> Reference {
    Reference(address: declaration.address, attribute: attribute, stack: stack, instance: instance)
  }
}
