/// Collects what a stack declares. Each declaration is a statement that returns what others may refer to:
///
/// ```swift
/// let alerts = stack.add(Topic("alerts"))
/// ```
public struct StackBuilder: Sendable {
  public let identity: StackIdentity
  /// The region of everything that has no other region with `in:`.
  public let homeRegion: Region
  public let isProduction: Bool
  /// The tool versions that the stack is applied with: those of the `Stack`, unless they are changed here.
  public var versions = ToolVersions()
  public package(set) var declarations: [Declaration] = []

  /// The blocks that are not resources: variables, outputs and similar.
  var configuration: [ConfigurationBlock] = []
  /// The providers besides AWS's in the stack's own regions.
  var providers: [DeclaredProvider] = []
  /// The expected load.
  package var load = Load()
  /// The exports to other stacks, and the imports from them.
  var exports: [ExportMade] = []
  var imports: [Import] = []
  private(set) var regionInput: Input<Region>?
  private(set) var tagsInput: Input<[String: String]>?
  private(set) var environmentInput: Input<String>?
  /// The AWS provider's arguments besides region, account and tags.
  private(set) var providerArguments: Block = [:]
  /// The destructions that the stack allows.
  var allowedDestructions: [AllowedDestruction] = []
  /// What conventional names start with.
  private var namePrefix: Text

  /// What is known of the types of its resources.
  let providerModel: ProviderModel
  /// The module whose lines findings point at.
  let module: String
  /// How often each type of component has been added.
  private(set) var componentUses: [ObjectIdentifier: Int] = [:]
  /// In the order in which components were complete.
  private(set) var componentWaivers: [ComponentWaivers] = []
  /// The changes that components were added with, and which of them are about what is declared now: those of the innermost
  /// component last.
  private(set) var adjustments: [Adjustment] = []
  private var activeAdjustments: [Range<Int>] = []
  /// The components being declared, outermost first.
  private var components: [DeclarationPath.Step] = []
  /// The region of what is declared now, and whether it was given with `in:`.
  private var regions: [(region: Region, isPinned: Bool)]

  /// An empty stack.
  ///
  /// - Parameters:
  ///   - module: The module whose lines findings point at.
  ///   - provider: What is known of the types of its resources.
  public init(
    _ identity: StackIdentity, region: Region, isProduction: Bool, module: String, provider: ProviderModel
  ) {
    providerModel = provider
    self.identity = identity
    self.isProduction = isProduction
    self.module = module
    namePrefix = Text("\(identity.stack)-\(identity.environment)")
    homeRegion = region
    regions = [(region, false)]
  }

  /// Everything that a stack declares.
  init<S: Stack>(declaring stack: S, provider: ProviderModel) {
    // `String(reflecting:)` is `Module.Type`, the only way to learn the module a stack was written in.
    let module = String(reflecting: S.self).prefix { $0 != "." }
    self.init(
      StackIdentity(stack: S.name, environment: stack.environment.rawValue), region: stack.region,
      isProduction: stack.environment.isProduction, module: String(module), provider: provider)
    versions = stack.versions
    stack.declare(in: &self)
  }

  /// The AWS provider of the stack's own region, for the `providers` of a module.
  public var homeProvider: ProviderReference {
    ProviderReference(name: "aws", alias: nil, region: homeRegion, stack: identity)
  }

  /// The region that a declaration made now would live in.
  public var region: Region { regions[regions.count - 1].region }

  /// The same for a text such as an ARN: the variable if one sets the stack's own region.
  public var currentRegion: Input<Region> {
    guard let regionInput, !regions[regions.count - 1].isPinned else { return .fixed(region) }
    return regionInput
  }

  /// Declares a resource.
  ///
  /// - `region`: Where it lives, by default the stack's own region. Another region becomes a provider alias.
  /// - `dependencies`: `depends_on`: what must exist first although no argument refers to it.
  /// - `arguments`: Terraform arguments that the type does not model. They override the type's own.
  /// - `provider`: A provider that the stack declares; by default the one for the region.
  /// - `lifecycle`: How Terraform treats changes of this resource, instead of what its type has.
  /// - `provisioners`: What Terraform runs when it creates or destroys the resource.
  /// - `waivers`: Waivers of findings about this resource.
  /// - Returns: The declared resource, whose attributes others may refer to.
  @discardableResult
  public mutating func add<R: Resource>(
    _ resource: R, in region: Region? = nil, after dependencies: [Address] = [], with arguments: Block = [:],
    provider: ProviderReference? = nil, lifecycle: Lifecycle? = nil, provisioners: [Provisioner] = [],
    waiving waivers: [Waiver] = [], fileID: String = #fileID, path: String = #filePath, line: Int = #line,
    column: Int = #column
  ) -> Declared<R> {
    let here = SourceLocation(fileID: fileID, path: path, line: line, column: column)
    return declare(
      resource, named: resource.name, in: region, after: dependencies, with: arguments,
      MetaArguments(provider: provider, lifecycle: lifecycle, provisioners: provisioners), waiving: waivers, at: here)
  }

  /// - Parameter name: What the conventional physical name is made of.
  mutating func declare<R: Resource>(
    _ resource: R, named name: String, in region: Region?, after dependencies: [Address], with arguments: Block,
    _ meta: MetaArguments, waiving waivers: [Waiver], at here: SourceLocation
  ) -> Declared<R> {
    guard !activeAdjustments.isEmpty else {
      return declareAsIs(resource, named: name, in: region, after: dependencies, with: arguments, meta, waivers, here)
    }
    var adjusted = Adjustable(
      resource: resource, arguments: arguments, lifecycle: meta.lifecycle, waivers: waivers, name: name)
    // The component that is added by hand has the last word.
    for range in activeAdjustments.reversed() {
      for position in range { adjusted.apply(&adjustments[position]) }
    }
    var meta = meta
    meta.lifecycle = adjusted.lifecycle
    return declareAsIs(
      adjusted.resource, named: name, in: region, after: dependencies, with: adjusted.arguments, meta, adjusted.waivers,
      here)
  }

  private mutating func declareAsIs<R: Resource>(
    _ resource: R, named name: String, in region: Region?, after dependencies: [Address], with arguments: Block,
    _ meta: MetaArguments, _ waivers: [Waiver], _ here: SourceLocation
  ) -> Declared<R> {
    var block = Block()
    block.reserveRoom()
    if let rule = R.namingRule {
      block.set(rule.argument, resource.physicalName.resolved(for: name, prefix: namePrefix, repeated: meta.repetition))
    }
    resource.encode(into: &block)
    block.merge(arguments)
    // Out of the block, for an extra argument may have changed it.
    let naming = R.namingRule ?? (R.self == RawResource.self ? providerModel.namingRule(resource.address.type) : nil)
    let physicalName = naming.flatMap { block[$0.argument]?.knownText }
    let declaration = Declaration(
      resource: resource, address: resource.address, physicalName: physicalName,
      region: region ?? meta.provider?.region ?? self.region,
      isPinned: region != nil || regions[regions.count - 1].isPinned, block: block,
      lifecycle: meta.lifecycle ?? resource.lifecycle, dependencies: dependencies, provider: meta.provider,
      repetition: meta.repetition, provisioners: meta.provisioners,
      extraArguments: arguments.arguments.map(\.name), waivers: waivers,
      path: DeclarationPath(through: components, to: here))
    declarations.append(declaration)
    return Declared(resource: resource, declaration: declaration, stack: identity)
  }

  /// Declares what a component consists of.
  ///
  /// - `region`: Where all of it lives, by default the stack's own region.
  /// - `waivers`: Waivers of findings about any resource it declares.
  /// - `adjusting`: Changes resources that it declares, for what it has no parameter for.
  @discardableResult
  public mutating func add<C: Component>(
    _ component: C, in region: Region? = nil, waiving waivers: [Waiver] = [],
    adjusting adjust: (inout Adjustments) -> Void = { _ in }, fileID: String = #fileID, path: String = #filePath,
    line: Int = #line, column: Int = #column
  ) -> C.Product {
    var adjustments = Adjustments(of: "\(C.self)")
    adjust(&adjustments)
    let own = self.adjustments.count..<self.adjustments.count + adjustments.all.count
    self.adjustments += adjustments.all
    if !own.isEmpty { activeAdjustments.append(own) }
    let here = SourceLocation(fileID: fileID, path: path, line: line, column: column)
    components.append(DeclarationPath.Step(call: here, component: C.self))
    componentUses[ObjectIdentifier(C.self), default: 0] += 1
    regions.append(region.map { ($0, true) } ?? regions[regions.count - 1])
    let first = declarations.count
    defer {
      components.removeLast()
      regions.removeLast()
      if !own.isEmpty {
        activeAdjustments.removeLast()
        for position in own where first < declarations.count {
          self.adjustments[position].neighbor = declarations[first].address
        }
      }
      if !waivers.isEmpty, first < declarations.count {
        componentWaivers.append(
          ComponentWaivers(waivers: waivers, location: here, declarations: first..<declarations.count))
      }
    }
    return component.declare(in: &self)
  }

  @available(*, unavailable, message: "only resources and components can be added to a stack")
  @_disfavoredOverload
  public mutating func add<Other>(_ other: Other) {}

  /// Everything of one kind that has been declared so far, in the order of declaration. Not what has `count` or `for_each`,
  /// whose attributes need a key.
  public func declared<R: Resource>(_: R.Type) -> [Declared<R>] {
    let model = ObjectIdentifier(R.self)
    // Comparing types costs a hundredth of a cast that fails.
    let ofKind = declarations.filter { ObjectIdentifier(type(of: $0.resource)) == model && $0.repetition == nil }
    return ofKind.compactMap { declaration in
      (declaration.resource as? R).map { Declared(resource: $0, declaration: declaration, stack: identity) }
    }
  }

  /// The physical name that a resource called `name` here would have in AWS.
  public func conventionalName(for name: String) -> Text {
    PhysicalName.conventional.resolved(for: name, prefix: namePrefix)
  }

  /// Sets the provider's region, whose default is the stack's own, and additional `default_tags` from variables.
  ///
  /// - Parameters:
  ///   - region: `region`, of everything that is not sent elsewhere with `in:`.
  ///   - tags: Additional `default_tags`.
  ///   - environment: The tag `Environment`, where a variable that names are made of decides the environment; without it
  ///     the tag is the `Stack`'s own environment whatever the variable says.
  ///   - arguments: Further arguments of the AWS provider in all regions, such as `profile`, `assume_role` or `endpoints`. The
  ///     stack's own region, account and tags override them.
  public mutating func configureProvider(
    region: Input<Region>? = nil, tags: Input<[String: String]>? = nil, environment: Input<String>? = nil,
    with arguments: Block = [:]
  ) {
    regionInput = region
    tagsInput = tags
    environmentInput = environment
    providerArguments = arguments
  }

  /// Sets another prefix of conventional names than `<stack>-<environment>`, for everything declared afterwards.
  public mutating func startNames(with prefix: Text) {
    namePrefix = prefix
  }
}
