/// A resource type of the provider with everything that the program knows of it: its arguments and its facts.
public protocol ResourceModel: Resource, ArgumentOwner {
  static var facts: ResourceFacts { get }
}

extension ResourceModel {
  public static var namingRule: NamingRule? { facts.name }

  public func encode(into block: inout Block) {
    Self.arguments.encode(self, into: &block)
  }
}

/// A resource that a stack has, whose attributes others may refer to.
public protocol DeclaredResource<Model>: Sendable {
  associatedtype Model: Resource
  var declaration: Declaration { get }
  var stack: StackIdentity { get }
}

extension DeclaredResource {
  public var address: Address { declaration.address }
  public var location: SourceLocation { declaration.location }
  public var region: Region { declaration.region }
  /// The Terraform label, as the stack's author wrote it.
  public var name: String { declaration.resource.name }
  /// The name AWS knows it by. Empty for what has none.
  public var physicalName: String { declaration.physicalName ?? "" }

  /// An attribute that Terraform knows, for `RawResource` and for types of one's own.
  public func attribute(_ name: String) -> Text {
    Text(Reference(address: address, attribute: name, stack: stack))
  }
}

extension DeclaredResource where Model: ResourceModel {
  /// A metric that AWS publishes about it, by CloudWatch's name. Namespace, dimension and what missing data means come
  /// from the facts of the type.
  package func metric(_ name: String) -> Metric {
    metric(name, by: Model.facts.dimension.map { [$0.name: attribute($0.attributes[0])] } ?? [:])
  }

  /// A metric that AWS publishes about it by dimensions that its own attributes do not make up.
  package func metric(_ name: String, by dimensions: [String: Text]) -> Metric {
    let facts = Model.facts
    return Metric(
      name, in: facts.metrics?.name ?? "", dimensions: dimensions,
      missingDataMeaning: facts.metrics?.metrics[name]?.missingDataMeaning ?? .undeclared)
  }
}
