/// What became of a configuration.
public struct ImportReport: Hashable, Sendable {
  /// What stands in Swift as Terraform's own text.
  public struct RawExpression: Hashable, Sendable {
    /// Where it was read.
    public let place: ImportPlace
    /// The expression.
    public let source: String
    /// Why, in a clause.
    public let reason: String
  }

  /// Something that Terraform had and that infra-gen sets by itself, or that has to be done by hand.
  public struct Note: Hashable, Sendable {
    /// Where it was read.
    public let place: ImportPlace
    /// In a clause.
    public let text: String
  }

  /// How many resources, data sources and ephemeral resources there are, by type in the provider's words.
  public internal(set) var resources: [String: Int] = [:]
  /// How many of those have a generated type.
  public internal(set) var typedResources = 0
  /// Why others, and some of the arguments, have none although there is a schema, in the order of the files.
  public internal(set) var untyped: [Note] = []
  /// How many other blocks and locals there are.
  public internal(set) var otherBlocks = 0
  /// How many arguments there are, in nested blocks too.
  public internal(set) var arguments = 0
  /// How many of those are of resources that have a schema.
  public internal(set) var resourceArguments = 0
  /// How many of those are arguments of a generated type's initializers without a raw expression.
  public internal(set) var typedArguments = 0
  /// How many of all arguments have some raw expression.
  public internal(set) var rawArguments = 0
  /// In the order of the files.
  public internal(set) var rawExpressions: [RawExpression] = []
  /// In the order of the files.
  public internal(set) var notes: [Note] = []
}

extension ImportReport {
  /// Takes over what became of something else.
  mutating func add(_ other: ImportReport) {
    resources.merge(other.resources, uniquingKeysWith: +)
    typedResources += other.typedResources
    untyped += other.untyped
    otherBlocks += other.otherBlocks
    arguments += other.arguments
    resourceArguments += other.resourceArguments
    typedArguments += other.typedArguments
    rawArguments += other.rawArguments
    rawExpressions += other.rawExpressions
    notes += other.notes
  }
}
