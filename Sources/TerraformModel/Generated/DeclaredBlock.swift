/// A generated resource that a stack has. `infra-gen types` writes its attributes as properties.
///
/// It has few members besides those, so that the compiler can suggest the right name for a misspelt attribute.
public protocol GeneratedDeclaration: Sendable {
  /// What the attributes are read from. It is what takes any `DeclaredResource`.
  var declaredBlock: DeclaredBlock { get }
  /// - Parameter declaredBlock: What the attributes are read from.
  init(_ declaredBlock: DeclaredBlock)
}

extension GeneratedDeclaration {
  /// The address, for `after:`, waivers and `Lifecycle.replaceTriggeredBy`.
  public var address: Address { declaredBlock.address }
  /// The attribute as a bare reference, for `Lifecycle.replaceTriggeredByAttributes`.
  public func reference(to attribute: String) -> Reference { declaredBlock.reference(to: attribute) }
}

/// What the attributes of a generated resource are read from.
public struct DeclaredBlock: DeclaredResource {
  public typealias Model = RawResource

  public let declaration: Declaration
  public let stack: StackIdentity
  public let instance: Reference.Instance?

  /// An attribute that is a text.
  public func text(_ attribute: String) -> Text { Text(expression(attribute)) }
  /// An attribute that is a number.
  public func number(_ attribute: String) -> Number { Number(expression(attribute)) }
  /// An attribute that is true or false.
  public func flag(_ attribute: String) -> Flag { Flag(expression(attribute)) }
  /// An attribute that is a list or a set.
  public func list<Element>(_ attribute: String) -> List<Element> { List(expression(attribute)) }
  /// An attribute that is a map.
  public func map<Element>(_ attribute: String) -> Map<Element> { Map(expression(attribute)) }
  /// An attribute of any kind.
  public func expression(_ attribute: String) -> Expression { .attribute(reference(to: attribute)) }
}

/// A generated resource that `count` or `for_each` makes several of.
public struct DeclaredBlocks<Source: GeneratedResource, Key: InstanceKey>: Sendable {
  public let declaration: Declaration
  public let stack: StackIdentity

  /// The resource as a whole, for `after:`, waivers and `Lifecycle.replaceTriggeredBy`.
  public var address: Address { declaration.address }

  /// The instance with this key.
  public subscript(key: Key) -> Source.Declared { self[at: key.expression] }

  /// The instance with a key that Terraform evaluates.
  public subscript(at key: Expression) -> Source.Declared { instance(.key(key)) }

  /// An attribute of every instance, in the order of the keys, as a list.
  public func all<Attribute: ArgumentValue>(_ attribute: KeyPath<Source.Declared, Attribute>) -> Expression {
    let element = instance(.element)
    return .list(for: Reference.Instance.elementName, in: instances) { _ in
      Expression(element[keyPath: attribute])
    }
  }

  /// The instances themselves: a map by key with `for_each`, a list with `count`.
  public var instances: Expression { .attribute(Reference(address: address, attribute: "", stack: stack)) }

  private func instance(_ instance: Reference.Instance) -> Source.Declared {
    Source.Declared(DeclaredBlock(declaration: declaration, stack: stack, instance: instance))
  }
}

extension DeclaredBlocks where Key == String {
  /// The instance with the key of another resource's instance, `each.key`.
  public subscript(key: Text) -> Source.Declared { self[at: .text(key)] }
}
