/// A resource as a stack declared it: what it is, what it is called, where it lives, and where it was written.
///
/// A class, though nothing in it changes, so that the rules can hand thousands of them around without copying each.
public final class Declaration: Sendable {
  public let resource: any Resource
  public let address: Address
  /// The name AWS knows it by; `nil` where AWS makes one up.
  public let physicalName: String?
  public let region: Region
  /// Whether it was sent there with `in:`, and stays there when a variable moves the stack.
  public let isPinned: Bool
  /// What Terraform will be given, extra arguments included.
  public let block: Block
  public let lifecycle: Lifecycle
  /// `depends_on`: what must exist first although no argument refers to it.
  public let dependencies: [Address]
  /// `provider`; `nil` for the one of its region.
  public let provider: ProviderReference?
  /// `count` or `for_each`; `nil` where there is one of it.
  public let repetition: Repetition?
  /// `provisioner`
  public let provisioners: [Provisioner]
  /// The arguments that the call gave besides those of the type, with `with:`.
  public let extraArguments: [String]
  public let waivers: [Waiver]
  public let path: DeclarationPath
  /// Why the type that belongs to the address cannot hold the block, where Terraform and not Swift declared it. The
  /// resource is a `RawResource` then.
  public let unreadable: DecodingFailure?
  /// Where findings about it point.
  public var location: SourceLocation { path.location }
  /// Whether no model says what it is. Comparing types costs a hundredth of a cast.
  package var isRaw: Bool { type(of: resource) == RawResource.self }

  init(
    resource: any Resource, address: Address, physicalName: String?, region: Region, isPinned: Bool,
    block: Block, lifecycle: Lifecycle, dependencies: [Address], provider: ProviderReference? = nil,
    repetition: Repetition? = nil, provisioners: [Provisioner] = [],
    extraArguments: [String] = [], waivers: [Waiver], path: DeclarationPath, unreadable: DecodingFailure? = nil
  ) {
    self.resource = resource
    self.address = address
    self.physicalName = physicalName
    self.region = region
    self.isPinned = isPinned
    self.block = block
    self.lifecycle = lifecycle
    self.dependencies = dependencies
    self.provider = provider
    self.repetition = repetition
    self.provisioners = provisioners
    self.extraArguments = extraArguments
    self.waivers = waivers
    self.path = path
    self.unreadable = unreadable
  }

  func located(in module: String, uses: [ObjectIdentifier: Int]) -> Declaration {
    // One call leaves no choice.
    guard path.calls.count > 1 else { return self }
    return Declaration(
      resource: resource, address: address, physicalName: physicalName, region: region, isPinned: isPinned,
      block: block, lifecycle: lifecycle, dependencies: dependencies, provider: provider,
      repetition: repetition, provisioners: provisioners, extraArguments: extraArguments, waivers: waivers,
      path: path.located(in: module, uses: uses))
  }
}

extension Declaration {
  /// Whether there are any; most resources have none.
  var hasMetaArguments: Bool {
    repetition != nil || !dependencies.isEmpty || !provisioners.isEmpty || lifecycle != Lifecycle()
  }

  /// What Terraform evaluates itself: `count`, `for_each`, `lifecycle`, `provisioner` and `depends_on`. Not `provider`, which
  /// depends on the regions of the stack.
  package var metaArguments: Block {
    var block = repetition?.block ?? Block()
    if !dependencies.isEmpty { block["depends_on"] = .list(dependencies.map(Value.address)) }
    if let lifecycle = lifecycle.block { block["lifecycle"] = .blocks([lifecycle]) }
    if !provisioners.isEmpty { block["provisioner"] = .list(provisioners.map { .blocks([$0.block]) }) }
    return block
  }
}

/// A resource a stack has declared. Only declared resources have attributes to refer to, so a reference to something
/// that was never declared does not compile.
@dynamicMemberLookup
public struct Declared<R: Resource>: Sendable, DeclaredResource {
  public typealias Model = R

  /// One object behind a reference: rules hand these around by the thousand, and a resource has many parts to copy.
  private final class Contents: Sendable {
    let resource: R
    let declaration: Declaration
    let stack: StackIdentity

    init(resource: R, declaration: Declaration, stack: StackIdentity) {
      self.resource = resource
      self.declaration = declaration
      self.stack = stack
    }
  }

  private let contents: Contents

  init(resource: R, declaration: Declaration, stack: StackIdentity) {
    contents = Contents(resource: resource, declaration: declaration, stack: stack)
  }

  public var resource: R { contents.resource }
  public var declaration: Declaration { contents.declaration }
  public var stack: StackIdentity { contents.stack }

  public subscript<T>(dynamicMember keyPath: KeyPath<R, T>) -> T { contents.resource[keyPath: keyPath] }
}
