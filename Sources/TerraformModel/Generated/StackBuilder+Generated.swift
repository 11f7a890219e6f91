extension StackBuilder {
  /// Declares a resource, data source or ephemeral resource of a generated type.
  ///
  /// - Parameters:
  ///   - resource: What `infra-gen types` wrote the type of.
  ///   - region: Where it lives, by default the stack's own region. Another region becomes a provider alias.
  ///   - dependencies: `depends_on`
  ///   - arguments: Terraform arguments that override the type's own, such as `dynamic` blocks.
  ///   - provider: A provider that the stack declares; by default the one for the region.
  ///   - lifecycle: How Terraform treats changes of this resource.
  ///   - provisioners: What Terraform runs when it creates or destroys the resource.
  ///   - keepsLabel: Whether the Terraform label has the hyphens of the resource's label, in place of `_`.
  ///   - waivers: Waivers of findings about this resource.
  /// - Returns: The declared resource, whose attributes others may refer to.
  @discardableResult
  public mutating func add<Source: GeneratedResource>(
    _ resource: Source, in region: Region? = nil, after dependencies: [Address] = [], with arguments: Block = [:],
    provider: ProviderReference? = nil, lifecycle: Lifecycle? = nil, provisioners: [Provisioner] = [],
    keepsLabel: Bool = false, waiving waivers: [Waiver] = [], fileID: String = #fileID, path: String = #filePath,
    line: Int = #line,
    column: Int = #column
  ) -> Source.Declared {
    let declaration = declare(
      resource, in: region, after: dependencies, with: arguments,
      MetaArguments(provider: provider, lifecycle: lifecycle, provisioners: provisioners), keepsLabel, waiving: waivers,
      at: SourceLocation(fileID: fileID, path: path, line: line, column: column))
    return Source.Declared(DeclaredBlock(declaration: declaration, stack: identity, instance: nil))
  }

  /// Declares a generated resource with an instance for each member of a map or of a set of texts (`for_each`).
  ///
  /// - Parameters:
  ///   - members: The map or set; `.set([…])` for texts. Terraform has to know its keys before it applies.
  ///   - region: Where it lives, by default the stack's own region.
  ///   - dependencies: `depends_on`
  ///   - arguments: Terraform arguments that override the type's own.
  ///   - provider: A provider that the stack declares; by default the one for the region.
  ///   - lifecycle: How Terraform treats changes of this resource.
  ///   - provisioners: What Terraform runs when it creates or destroys an instance.
  ///   - keepsLabel: Whether the Terraform label has the hyphens of the resource's label, in place of `_`.
  ///   - waivers: Waivers of findings about this resource.
  ///   - resource: The resource, with the instance's key and value.
  @discardableResult
  public mutating func add<Source: GeneratedResource>(
    forEach members: Expression, in region: Region? = nil, after dependencies: [Address] = [],
    with arguments: (EachInstance) -> Block = { _ in [:] }, provider: ProviderReference? = nil,
    lifecycle: (EachInstance) -> Lifecycle? = { _ in nil }, provisioners: (EachInstance) -> [Provisioner] = { _ in [] },
    keepsLabel: Bool = false, waiving waivers: [Waiver] = [],
    _ resource: (EachInstance) -> Source, fileID: String = #fileID, path: String = #filePath, line: Int = #line,
    column: Int = #column
  ) -> DeclaredBlocks<Source, String> {
    let each = EachInstance()
    let declaration = declare(
      resource(each), in: region, after: dependencies, with: arguments(each),
      MetaArguments(
        provider: provider, lifecycle: lifecycle(each), repetition: .forEach(members),
        provisioners: provisioners(each)), keepsLabel, waiving: waivers,
      at: SourceLocation(fileID: fileID, path: path, line: line, column: column))
    return DeclaredBlocks(declaration: declaration, stack: identity)
  }

  /// Declares a generated resource with a number of instances (`count`).
  ///
  /// - Parameters:
  ///   - number: A number, a variable or an expression. Terraform has to know it before it applies.
  ///   - region: Where it lives, by default the stack's own region.
  ///   - dependencies: `depends_on`
  ///   - arguments: Terraform arguments that override the type's own.
  ///   - provider: A provider that the stack declares; by default the one for the region.
  ///   - lifecycle: How Terraform treats changes of this resource.
  ///   - provisioners: What Terraform runs when it creates or destroys an instance.
  ///   - keepsLabel: Whether the Terraform label has the hyphens of the resource's label, in place of `_`.
  ///   - waivers: Waivers of findings about this resource.
  ///   - resource: The resource, with the instance's number, `count.index`.
  @discardableResult
  public mutating func add<Source: GeneratedResource>(
    count number: some ArgumentValue, in region: Region? = nil, after dependencies: [Address] = [],
    with arguments: (Expression) -> Block = { _ in [:] }, provider: ProviderReference? = nil,
    lifecycle: (Expression) -> Lifecycle? = { _ in nil }, provisioners: (Expression) -> [Provisioner] = { _ in [] },
    keepsLabel: Bool = false, waiving waivers: [Waiver] = [],
    _ resource: (Expression) -> Source, fileID: String = #fileID, path: String = #filePath, line: Int = #line,
    column: Int = #column
  ) -> DeclaredBlocks<Source, Int> {
    let index = Expression.named(.countIndex)
    let declaration = declare(
      resource(index), in: region, after: dependencies, with: arguments(index),
      MetaArguments(
        provider: provider, lifecycle: lifecycle(index), repetition: .count(Expression(number)),
        provisioners: provisioners(index)), keepsLabel,
      waiving: waivers, at: SourceLocation(fileID: fileID, path: path, line: line, column: column))
    return DeclaredBlocks(declaration: declaration, stack: identity)
  }

  private mutating func declare<Source: GeneratedResource>(
    _ resource: Source, in region: Region?, after dependencies: [Address], with arguments: Block, _ meta: MetaArguments,
    _ keepsLabel: Bool, waiving waivers: [Waiver], at here: SourceLocation
  ) -> Declaration {
    let (type, name) = (Source.type, resource.label)
    func declare(_ raw: some Resource) -> Declaration {
      self.declare(raw, named: name, in: region, after: dependencies, with: arguments, meta, waiving: waivers, at: here)
        .declaration
    }
    return switch (Source.mode, keepsLabel) {
    case (.data, false): declare(RawDataSource(type, name, resource.arguments))
    case (.data, true): declare(RawDataSource(type, label: name, resource.arguments))
    case (.ephemeral, false): declare(RawEphemeralResource(type, name, resource.arguments))
    case (.ephemeral, true): declare(RawEphemeralResource(type, label: name, resource.arguments))
    case (.managed, false), (.configuration, false): declare(RawResource(type, name, resource.arguments))
    case (.managed, true), (.configuration, true): declare(RawResource(type, label: name, resource.arguments))
    }
  }
}
