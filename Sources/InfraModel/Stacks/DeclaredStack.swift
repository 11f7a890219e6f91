/// A stack in one environment with everything declared: what the rules look at. It cannot be emitted yet; only a
/// `ValidatedStack` can.
///
/// A class, though nothing in it changes, so that every rule can hold on to it without copying it.
public final class DeclaredStack: Sendable {
  public let identity: StackIdentity
  public let homeRegion: Region
  /// The account it is in, where the stack says so.
  public let account: AccountID?
  public let backend: Backend
  /// What it is applied with. `required_version` is younger where the backend needs that.
  public let versions: ToolVersions
  /// What it gives to other stacks, and takes from them.
  public let exports: [ExportMade]
  public let imports: [Import]
  public let tags: [String: String]
  public let isProduction: Bool
  public let declarations: [Declaration]
  /// What components were added with.
  let componentWaivers: [ComponentWaivers]
  /// How much rules matter to the stack, where it disagrees with them or with the program.
  public let ruleLevels: [RuleID: RuleLevel]
  /// What is no resource: variables, outputs and their like, in the order of declaration.
  public let configuration: [ConfigurationBlock]
  /// What is expected to come.
  public let load: Load
  /// The provider's region, where a variable decides it.
  public let regionInput: Input<Region>?
  /// `default_tags` from a variable, besides `tags`.
  public let tagsInput: Input<[String: String]>?
  /// What somebody has said may be destroyed.
  public let destructions: [Destruction]

  /// What the rules have found out about the stack, for each other.
  let facts = StackFacts()
  let index: DeclarationIndex
  /// Whether Terraform says what is declared, and not Swift.
  let isPlanned: Bool

  public convenience init<S: Stack>(_ stack: S) {
    self.init(
      StackBuilder(declaring: stack), account: stack.account, backend: stack.backend, tags: stack.tags,
      ruleLevels: stack.ruleLevels)
  }

  public init(
    _ builder: StackBuilder, account: AccountID? = nil, backend: Backend = .local, tags: [String: String] = [:],
    ruleLevels: [RuleID: RuleLevel] = [:]
  ) {
    identity = builder.identity
    homeRegion = builder.homeRegion
    isProduction = builder.isProduction
    configuration = builder.configuration
    load = builder.load
    regionInput = builder.regionInput
    tagsInput = builder.tagsInput
    destructions = builder.destructions
    // How often a component is used is known only now that everything has been declared.
    declarations = builder.declarations.map { $0.located(in: builder.module, uses: builder.componentUses) }
    componentWaivers = builder.componentWaivers
    self.account = account
    self.backend = backend
    versions = builder.versions
    exports = builder.exports
    imports = builder.imports
    self.tags = tags
    self.ruleLevels = ruleLevels
    isPlanned = false
    index = DeclarationIndex(of: declarations)
  }

  /// A stack as a plan has it.
  init(_ identity: StackIdentity, region: Region, declarations: [Declaration]) {
    self.identity = identity
    homeRegion = region
    isProduction = true
    configuration = []
    account = nil
    load = Load()
    regionInput = nil
    tagsInput = nil
    destructions = []
    self.declarations = declarations
    componentWaivers = []
    backend = .local
    versions = ToolVersions()
    exports = []
    imports = []
    tags = [:]
    ruleLevels = [:]
    isPlanned = true
    index = DeclarationIndex(of: declarations)
  }
}
