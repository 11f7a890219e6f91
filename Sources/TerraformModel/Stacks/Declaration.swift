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
      extraArguments: extraArguments,
      waivers: waivers,
      path: path.located(in: module, uses: uses))
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
