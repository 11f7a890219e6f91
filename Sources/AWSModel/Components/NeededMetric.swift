import TerraformModel

/// A metric on which resources of a type need an alarm, as the facts of the type have it: its namespace, and what missing
/// data means.
///
/// - Parameters:
///   - name: One of the names in the type's `NeededAlarm`s.
///   - type: The provider's name for the type.
///   - dimensions: What tells the resource from others.
func neededMetric(_ name: String, of type: String, by dimensions: [String: Text]) -> Metric {
  let facts = ResourceCatalog.aws.facts[type]
  let namespace = facts?.alarms.flatMap(\.metrics).first { $0.name == name }?.namespace ?? ""
  let published = facts?.namespaces.first { $0.name == namespace }?.metrics[name]
  return Metric(
    name, in: namespace, dimensions: dimensions, missingDataMeaning: published?.missingDataMeaning ?? .undeclared)
}
