/// A stack in one environment with everything declared: the input of the rules. It cannot be emitted yet; only a
/// `ValidatedStack` can.
///
/// A class, although it is immutable, so that every rule can keep a reference to it without copying it.
public final class DeclaredStack: Sendable {
  public let identity: StackIdentity
  public let homeRegion: Region
  /// The account it is in, where the stack declares one.
  public let account: AccountID?
  public let backend: Backend
  /// The tool versions it is applied with. `required_version` is newer where the backend needs that.
  public let versions: ToolVersions
  /// What it exports to other stacks, and imports from them.
  public let exports: [ExportMade]
  public let imports: [Import]
  public let tags: [String: String]
  public let isProduction: Bool
  public let declarations: [Declaration]
  /// The waivers that components were added with.
  package let componentWaivers: [ComponentWaivers]
  /// The changes that components were added with.
  package let adjustments: [Adjustment]
  /// The rule levels that the stack sets, which override those of the rules and of the program.
  public let ruleLevels: [RuleID: RuleLevel]
  /// The blocks that are not resources: variables, outputs and similar, in the order of declaration.
  public let configuration: [ConfigurationBlock]
  /// The providers besides AWS's in the stack's own regions.
  public let providers: [DeclaredProvider]
  /// The expected load.
  public let load: Load
  /// The provider's region, where a variable decides it.
  public let regionInput: Input<Region>?
  /// `default_tags` from a variable, besides `tags`.
  public let tagsInput: Input<[String: String]>?
  /// The tag `Environment`, where a variable decides it.
  public let environmentInput: Input<String>?
  /// The AWS provider's arguments besides region, account and tags.
  public let providerArguments: Block
  /// The destructions that the stack allows.
  public let allowedDestructions: [AllowedDestruction]

  /// The schemas of providers that the repository keeps; `nil` where it keeps none.
  package let schemas: (any KeptSchemas)?

  /// The analysis results about the stack that rules share.
  let cache = AnalysisCache()
  let index: DeclarationIndex
  /// Whether the stack is from Terraform rather than declared in Swift.
  package let isPlanned: Bool
  /// What a message calls the stack: the reader of an audit has a plan.
  package var noun: String { isPlanned ? "plan" : "stack" }

  public convenience init<S: Stack>(_ stack: S, provider: ProviderModel) {
    self.init(
      StackBuilder(declaring: stack, provider: provider), account: stack.account, backend: stack.backend,
      tags: stack.tags, ruleLevels: stack.ruleLevels)
  }

  public init(
    _ builder: StackBuilder, account: AccountID? = nil, backend: Backend = .local, tags: [String: String] = [:],
    ruleLevels: [RuleID: RuleLevel] = [:]
  ) {
    identity = builder.identity
    homeRegion = builder.homeRegion
    isProduction = builder.isProduction
    configuration = builder.configuration
    providers = builder.providers
    load = builder.load
    regionInput = builder.regionInput
    tagsInput = builder.tagsInput
    environmentInput = builder.environmentInput
    providerArguments = builder.providerArguments
    allowedDestructions = builder.allowedDestructions
    // How often a component is used is known only now that everything has been declared.
    declarations = builder.declarations.map { $0.located(in: builder.module, uses: builder.componentUses) }
    componentWaivers = builder.componentWaivers
    adjustments = builder.adjustments
    schemas = builder.providerModel.schemas
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

  /// A stack that is read from a plan.
  init(_ identity: StackIdentity, region: Region, declarations: [Declaration]) {
    self.identity = identity
    homeRegion = region
    isProduction = true
    configuration = []
    providers = []
    account = nil
    load = Load()
    regionInput = nil
    tagsInput = nil
    environmentInput = nil
    providerArguments = [:]
    allowedDestructions = []
    self.declarations = declarations
    componentWaivers = []
    adjustments = []
    schemas = nil
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
