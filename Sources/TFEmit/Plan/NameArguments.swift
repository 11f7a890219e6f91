import InfraModel

/// How the resources of a type name others, and how others name them.
extension ResourceCatalog {
  /// The arguments that name another resource of the configuration rather than hold its ARN, with that resource's type.
  ///
  /// Where a plan knows the name it does not say which resource has it, and a state never does.
  func nameArguments(of type: String) -> [String: String] { facts[type]?.namesOf ?? [:] }

  /// The attribute that holds the name of a type's resources.
  func nameAttribute(of type: String) -> String { facts[type]?.nameAttribute ?? "name" }

  /// The attributes that no two resources have in common.
  func identifyingAttributes(of type: String) -> [String] { facts[type]?.identifiedBy ?? ["arn"] }

  /// The types that other resources name.
  var namedTypes: Set<String> { Set(facts.values.flatMap(\.namesOf.values)) }
}

/// The arguments that hold a name in whatever type they are.
let argumentsOfNames: Set = ["bucket", "event_bus_name", "function_name", "log_group_name", "rule"]
