/// A call of a Terraform module (`module`), from a registry, a repository or a directory. Its resources are the module's
/// own: no rule examines them here, every command says so, and an audit of the plan examines them.
///
/// ```swift
/// let network = stack.add(
///   ModuleCall(
///     "network", from: .registry("terraform-aws-modules/vpc/aws", version: "5.1.0"), ["cidr": "10.0.0.0/16"]))
/// let subnets = network.output("private_subnets")
/// ```
///
/// Source: https://developer.hashicorp.com/terraform/language/block/module
public struct ModuleCall: Sendable {
  /// Where Terraform has a module from: `source` and `version`.
  public enum Source: Hashable, Sendable {
    /// A module of a registry, such as `terraform-aws-modules/vpc/aws`, with a version constraint.
    case registry(String, version: String)
    /// A directory, relative to the one that holds the generated files. Begins with `./` or `../`.
    case directory(String)
    /// Anything else that Terraform takes, such as `git::https://example.com/vpc.git?ref=v1.2.0`.
    case address(String)
  }

  public let name: String
  public var source: Source
  /// The module's input variables.
  public var arguments: Block
  /// `providers`, by the names that the module has for them.
  public var providers: [String: ProviderReference]
  /// `count` or `for_each`; the module is called once where `nil`. Set by `stack.add(count:)` and `stack.add(forEach:)`.
  var repetition: Repetition?
  /// `depends_on`
  public var dependencies: [Address]

  public init(
    _ name: String, from source: Source, _ arguments: Block = [:], providers: [String: ProviderReference] = [:],
    after dependencies: [Address] = []
  ) {
    self.name = name
    self.source = source
    self.arguments = arguments
    self.providers = providers
    repetition = nil
    self.dependencies = dependencies
  }

  var block: Block {
    var block = Block(
      uniqueArguments: arguments.arguments.filter { !Self.metaArguments.contains($0.name) }.map { ($0.name, $0.value) })
    switch source {
    case .registry(let source, let version):
      block["source"] = .literal(source)
      block["version"] = .literal(version)
    case .directory(let source), .address(let source): block["source"] = .literal(source)
    }
    if !providers.isEmpty { block["providers"] = .literalMap(providers.mapValues { .literal($0.description) }) }
    if !dependencies.isEmpty { block["depends_on"] = .list(dependencies.map(Value.address)) }
    if let repetition { block.merge(repetition.block) }
    return block
  }

  /// The meta-arguments, which a module cannot have as input variables.
  ///
  /// Source: https://developer.hashicorp.com/terraform/language/block/module
  static let metaArguments: Set = [
    "count", "depends_on", "for_each", "lifecycle", "locals", "providers", "source", "version",
  ]
}

/// A module that a stack calls once.
public struct DeclaredModule: Sendable {
  public let name: String

  /// For `after:`: what depends on everything in the module.
  public var address: Address { .configuration(.module, name) }

  /// All outputs of the module: `module.name`.
  public var outputs: Expression { .module(name) }

  /// `module.name.output`, for an argument that takes text.
  public func output(_ output: String) -> Text { Text(outputs.member(output)) }
}

/// A module that a stack calls with `count` or `for_each`. A single output needs the key of an instance.
public struct DeclaredModules<Key: InstanceKey>: Sendable {
  public let name: String

  /// For `after:`: what depends on everything in all instances.
  public var address: Address { .configuration(.module, name) }

  /// The instances, by key or by number: `module.name`.
  public var instances: Expression { .module(name) }

  /// All outputs of one instance: `module.name["key"]`.
  public subscript(key: Key) -> Expression { instances[key.expression] }

  /// The same with a key that Terraform evaluates.
  public subscript(at key: Expression) -> Expression { instances[key] }

  /// An output of every instance, in the order of the keys.
  public func all(_ output: String) -> Expression {
    .list(for: Reference.Instance.elementName, in: instances) { $0.member(output) }
  }
}
