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
  private let index: DeclarationIndex
  /// What could not be read of a plan, by type.
  let unreadable: [ObjectIdentifier: [Declaration]]
  /// Which types a rule looks at, where that matters: what it does not find may be among the unreadable.
  let looks: Looks?
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
    unreadable = [:]
    looks = nil
    isPlanned = false
    index = DeclarationIndex(of: declarations)
  }

  /// A stack as a plan has it.
  init(
    _ identity: StackIdentity, region: Region, declarations: [Declaration],
    unreadable: [ObjectIdentifier: [Declaration]]
  ) {
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
    self.unreadable = unreadable
    looks = nil
    isPlanned = true
    index = DeclarationIndex(of: declarations)
  }

  /// The same stack, which remembers what it is asked for.
  private init(_ other: DeclaredStack, remembering looks: Looks) {
    identity = other.identity
    homeRegion = other.homeRegion
    isProduction = other.isProduction
    configuration = other.configuration
    account = other.account
    load = other.load
    regionInput = other.regionInput
    tagsInput = other.tagsInput
    destructions = other.destructions
    declarations = other.declarations
    componentWaivers = other.componentWaivers
    backend = other.backend
    versions = other.versions
    exports = other.exports
    imports = other.imports
    tags = other.tags
    ruleLevels = other.ruleLevels
    unreadable = other.unreadable
    isPlanned = other.isPlanned
    index = other.index
    self.looks = looks
  }

  /// The stack for one rule, which remembers what it is asked for if anything of it could not be read.
  func forOneRule() -> DeclaredStack {
    unreadable.isEmpty ? self : DeclaredStack(self, remembering: Looks())
  }

  /// Everything of one kind, in the order of declaration.
  public func declared<R: Resource>(_: R.Type) -> [Declared<R>] {
    looks?.insert(R.self)
    return fact { stack in
      stack.index.byModel[ObjectIdentifier(R.self), default: []].compactMap { position in
        let declaration = stack.declarations[position]
        return (declaration.resource as? R).map {
          Declared(resource: $0, declaration: declaration, stack: stack.identity)
        }
      }
    }
  }

  /// Every managed resource, by type in the provider's words, in the order of the types and then of declaration.
  public var managedByType: [(type: String, declarations: [Declaration])] {
    index.managedByType.sorted { $0.key < $1.key }.map { ($0.key, $0.value.map { declarations[$0] }) }
  }

  /// Every managed resource of a type in the provider's words, through its model or not, in the order of declaration.
  func managed(_ type: String) -> [Declaration] {
    (index.managedByType[type] ?? []).map { declarations[$0] }
  }

  /// The same for several types.
  func managed(anyOf types: some Collection<String>) -> [Declaration] {
    let groups = types.compactMap { index.managedByType[$0] }
    return (groups.count == 1 ? groups[0] : groups.flatMap(\.self).sorted()).map { declarations[$0] }
  }

  /// What a table has to say about each type of resource, with the managed resources of that type. Asking by type saves
  /// a look into the table for each of thousands of resources.
  func managed<Entry>(in table: [String: Entry]) -> [(entry: Entry, declarations: [Declaration])] {
    index.managedByType.compactMap { type, positions in
      table[type].map { (entry: $0, positions: positions) }
    }
    .sorted { $0.positions[0] < $1.positions[0] }
    .map { ($0.entry, $0.positions.map { declarations[$0] }) }
  }

  /// Whether anything of a kind is declared.
  func declares(any type: any Resource.Type) -> Bool {
    index.byModel[ObjectIdentifier(type)] != nil || unreadable[ObjectIdentifier(type)] != nil
  }

  /// Whether no address is declared twice.
  var declaresEachOnce: Bool { index.byAddress.count == declarations.count }

  public func declares(_ address: Address) -> Bool {
    index.byAddress[address] != nil
  }

  public func declaration(at address: Address) -> Declaration? {
    index.byAddress[address].map { declarations[$0] }
  }

  /// The declaration that an ARN or another single reference points at; `nil` for a literal, which points outside.
  public func target(of text: Text) -> Declaration? {
    guard let expression = text.onlyExpression else { return nil }
    // A plain reference, as nearly all are, needs no look inside.
    let reference = if case .attribute(let reference) = expression { reference } else { expression.onlyReference }
    guard let target = reference.flatMap({ declaration(at: $0.address) }) else { return nil }
    if target.unreadable != nil, let type = readableTypes[target.address.type] { looks?.insert(type) }
    return target
  }

  /// The text as AWS will see it, as far as that is known before Terraform runs: a reference to a name is that name,
  /// a reference to an ARN is not known.
  public func resolved(_ text: Text) -> String? {
    if let literal = text.literal { return literal }
    var steps = 1_024
    return resolved(text, depth: 0, within: &steps)
  }

  /// `depth`: How many references have been followed one after another, for a plan may be damaged into a circle.
  /// `steps`: How many may still be followed in all, for texts may hold each other more than once.
  private func resolved(_ text: Text, depth: Int, within steps: inout Int) -> String? {
    if let literal = text.literal { return literal }
    guard depth < 64 else { return nil }
    // A reference that is all of the text needs no text put together.
    if case .attribute(let reference) = text.onlyExpression {
      steps -= 1
      guard steps > 0, case .text(let text) = declaration(at: reference.address)?.block[reference.attribute] else {
        return nil
      }
      return resolved(text, depth: depth + 1, within: &steps)
    }
    var resolved = ""
    for part in text.parts {
      switch part {
      case .literal(let literal): resolved += literal
      case .expression(.attribute(let reference)):
        steps -= 1
        guard steps > 0, case .text(let text) = declaration(at: reference.address)?.block[reference.attribute],
          let value = self.resolved(text, depth: depth + 1, within: &steps)
        else { return nil }
        resolved += value
      case .expression(let expression):
        guard let word = expression.known?.word else { return nil }
        resolved += word
      }
    }
    return resolved
  }
}
