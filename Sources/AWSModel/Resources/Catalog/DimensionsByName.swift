import TerraformModel

extension NamedDimension {
  /// Of every type that has one, by the namespace of its metrics and the dimension's name. Several types may share one:
  /// instances of databases and of clusters do.
  private static let byNamespace: [String: [String: [NamedDimension]]] = {
    var all: [String: [String: [NamedDimension]]] = [:]
    for facts in ResourceCatalog.aws.facts.values.sorted(by: { $0.type < $1.type }) {
      guard let dimension = facts.dimension?.of(facts.type) else { continue }
      for namespace in facts.namespaces {
        all[namespace.name, default: [:]][dimension.name, default: []].append(dimension)
      }
    }
    return all
  }()

  /// What a dimension of a metric names, a resource of one of these types; empty where it names no resource.
  ///
  /// - Parameters:
  ///   - name: CloudWatch's name for the dimension.
  ///   - namespace: The namespace of the metric.
  package static func named(_ name: String, in namespace: String) -> [NamedDimension] {
    byNamespace[namespace]?[name] ?? []
  }

  /// Of every type that has one, sorted by type.
  package static let all = ResourceCatalog.aws.facts.values.sorted { $0.type < $1.type }.compactMap { facts in
    facts.dimension?.of(facts.type)
  }
}
