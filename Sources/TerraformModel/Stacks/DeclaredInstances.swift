/// A resource that `count` or `for_each` makes several of. Its attributes are those of an instance: without a key, or
/// `all`, there are none, so a reference that lacks the key does not compile.
///
/// ```swift
/// let topics = stack.add(forEach: .map(["orders": "Orders", "bills": "Bills"]), with: { ["display_name": $0.value.value] }) { _ in
///   Topic("events")
/// }
/// stack.add(Output("orders", topics["orders"].arn.text, description: "Where orders are told of"))
/// stack.add(Output("all", value: topics.all(\.arn).value, description: "Every topic"))
/// ```
///
/// Rules see the resource once. What depends on `each` or on `count.index` they cannot tell.
public struct DeclaredInstances<R: Resource, Key: InstanceKey>: Sendable {
  public let declaration: Declaration
  public let stack: StackIdentity

  /// The resource as a whole, for `after:`, waivers and `Lifecycle.replaceTriggeredBy`.
  public var address: Address { declaration.address }

  /// The instance with this key.
  public subscript(key: Key) -> DeclaredInstance<R> {
    DeclaredInstance(declaration: declaration, stack: stack, instance: .key(key.expression))
  }

  /// The instance with a key that Terraform evaluates.
  public subscript(at key: Expression) -> DeclaredInstance<R> {
    DeclaredInstance(declaration: declaration, stack: stack, instance: .key(key))
  }

  /// An attribute of every instance, in the order of the keys, as a list.
  public func all<Attribute: ArgumentValue>(_ attribute: KeyPath<DeclaredInstance<R>, Attribute>) -> Expression {
    let element = DeclaredInstance<R>(declaration: declaration, stack: stack, instance: .element)
    return .list(for: Reference.Instance.elementName, in: instances) { _ in
      Expression(element[keyPath: attribute])
    }
  }

  /// An attribute of every instance by its name in the provider's words, for types without a model.
  public func all(_ attribute: String) -> Expression {
    .list(for: Reference.Instance.elementName, in: instances) { $0.member(attribute) }
  }

  /// The instances themselves: a map by key with `for_each`, a list with `count`.
  public var instances: Expression { .attribute(Reference(address: address, attribute: "", stack: stack)) }
}

extension DeclaredInstances where Key == String {
  /// The instance with the key of another resource's instance, `each.key`.
  public subscript(key: Text) -> DeclaredInstance<R> { self[at: .text(key)] }
}

/// One of the instances that `count` or `for_each` make.
public struct DeclaredInstance<Model: Resource>: DeclaredResource {
  public let declaration: Declaration
  public let stack: StackIdentity
  public let instance: Reference.Instance?
}

extension StackBuilder {
  /// Declares a resource with an instance for each member of a map or of a set of texts (`for_each`).
  ///
  /// - Parameters:
  ///   - members: The map or set; `.set([…])` for texts. Terraform has to know its keys before it applies.
  ///   - region: Where it lives, by default the stack's own region.
  ///   - dependencies: `depends_on`
  ///   - arguments: Terraform arguments that the type does not model. They override the type's own.
  ///   - provider: A provider that the stack declares; by default the one for the region.
  ///   - lifecycle: How Terraform treats changes of this resource, instead of what its type has.
  ///   - provisioners: What Terraform runs when it creates or destroys an instance.
  ///   - waivers: Waivers of findings about this resource.
  ///   - resource: The resource, with the instance's key and value. A conventional name ends in the key.
  @discardableResult
  public mutating func add<R: Resource>(
    forEach members: Expression, in region: Region? = nil, after dependencies: [Address] = [],
    with arguments: (EachInstance) -> Block = { _ in [:] }, provider: ProviderReference? = nil,
    lifecycle: (EachInstance) -> Lifecycle? = { _ in nil }, provisioners: (EachInstance) -> [Provisioner] = { _ in [] },
    waiving waivers: [Waiver] = [],
    _ resource: (EachInstance) -> R, fileID: String = #fileID, path: String = #filePath, line: Int = #line,
    column: Int = #column
  ) -> DeclaredInstances<R, String> {
    let each = EachInstance()
    let resource = resource(each)
    let declared = declare(
      resource, named: resource.name, in: region, after: dependencies, with: arguments(each),
      MetaArguments(
        provider: provider, lifecycle: lifecycle(each), repetition: .forEach(members),
        provisioners: provisioners(each)),
      waiving: waivers, at: SourceLocation(fileID: fileID, path: path, line: line, column: column))
    return DeclaredInstances(declaration: declared.declaration, stack: identity)
  }

  /// Declares a resource with a number of instances (`count`): 0 or 1 where a variable decides whether there is one.
  ///
  /// - Parameters:
  ///   - number: A number, a variable or an expression. Terraform has to know it before it applies.
  ///   - region: Where it lives, by default the stack's own region.
  ///   - dependencies: `depends_on`
  ///   - arguments: Terraform arguments that the type does not model. They override the type's own.
  ///   - provider: A provider that the stack declares; by default the one for the region.
  ///   - lifecycle: How Terraform treats changes of this resource, instead of what its type has.
  ///   - provisioners: What Terraform runs when it creates or destroys an instance.
  ///   - waivers: Waivers of findings about this resource.
  ///   - resource: The resource, with the instance's number, `count.index`. A conventional name ends in the number.
  @discardableResult
  public mutating func add<R: Resource>(
    count number: some ArgumentValue, in region: Region? = nil, after dependencies: [Address] = [],
    with arguments: (Expression) -> Block = { _ in [:] }, provider: ProviderReference? = nil,
    lifecycle: (Expression) -> Lifecycle? = { _ in nil }, provisioners: (Expression) -> [Provisioner] = { _ in [] },
    waiving waivers: [Waiver] = [],
    _ resource: (Expression) -> R, fileID: String = #fileID, path: String = #filePath, line: Int = #line,
    column: Int = #column
  ) -> DeclaredInstances<R, Int> {
    let index = Expression.named(.countIndex)
    let resource = resource(index)
    let declared = declare(
      resource, named: resource.name, in: region, after: dependencies, with: arguments(index),
      MetaArguments(
        provider: provider, lifecycle: lifecycle(index), repetition: .count(Expression(number)),
        provisioners: provisioners(index)),
      waiving: waivers, at: SourceLocation(fileID: fileID, path: path, line: line, column: column))
    return DeclaredInstances(declaration: declared.declaration, stack: identity)
  }

  /// Calls a module once for each member of a map or of a set of texts (`for_each`).
  @discardableResult
  public mutating func add(
    forEach members: Expression, _ module: (EachInstance) -> ModuleCall, fileID: String = #fileID,
    path: String = #filePath, line: Int = #line, column: Int = #column
  ) -> DeclaredModules<String> {
    var module = module(EachInstance())
    module.repetition = .forEach(members)
    add(module, fileID: fileID, path: path, line: line, column: column)
    return DeclaredModules(name: module.name)
  }

  /// Calls a module a number of times (`count`).
  @discardableResult
  public mutating func add(
    count number: some ArgumentValue, _ module: (Expression) -> ModuleCall, fileID: String = #fileID,
    path: String = #filePath, line: Int = #line, column: Int = #column
  ) -> DeclaredModules<Int> {
    var module = module(.named(.countIndex))
    module.repetition = .count(Expression(number))
    add(module, fileID: fileID, path: path, line: line, column: column)
    return DeclaredModules(name: module.name)
  }
}
