public import TerraformModel

/// A resource type of the AWS provider with everything that the program knows of it: its arguments and its facts.
public protocol ResourceModel: TypedResource, DecodableResource {
  static var facts: ResourceFacts { get }
}

extension ResourceModel {
  public static var namingRule: NamingRule? { facts.name }
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
