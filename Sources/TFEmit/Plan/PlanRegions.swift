import InfraModel

/// Which region each provider of a plan works in, as far as the plan tells.
struct PlanRegions {
  private let catalog: ResourceCatalog
  private var byProvider: [String: Region] = [:]
  /// Where the resources of a provider are that are there already.
  private var seen: [String?: Set<Region>] = [:]
  /// The region of the provider without an alias.
  var home: Region? { byProvider["aws"] ?? onlySeen("aws") }

  init(_ configuration: JSON, variables: [String: JSON], catalog: ResourceCatalog) {
    self.catalog = catalog
    guard case .object(let providers)? = configuration["provider_config"] else { return }
    for (key, provider) in providers {
      let expression = provider["expressions"]?["region"]
      byProvider[key] = (expression.flatMap { literal($0, variables) }).map { Region(rawValue: $0) }
    }
  }

  /// - Parameter key: `provider_config_key`, such as `aws.us_east_1` or `module.shop:aws`.
  func region(of key: String?, _ instance: PlannedInstance) -> Region? {
    // Since version 6 of the provider a resource may say so itself, and the provider fills it in.
    if let region = instance.after["region"]?.string, instance.sensitive?["region"].isAll != true {
      return Region(rawValue: region)
    }
    if let key, let region = byProvider[key] { return region }
    // A module inherits the provider of its caller under its own name.
    if let key, let name = key.split(separator: ":").last, let region = byProvider[String(name)] { return region }
    return regionOfARN(instance) ?? onlySeen(key)
  }

  /// Takes note of where a resource is. Where the environment decides about a provider, what it has made already tells
  /// where it makes the rest.
  mutating func learn(from instance: PlannedInstance, of key: String?) {
    if let region = regionOfARN(instance) { seen[key, default: []].insert(region) }
  }

  private func onlySeen(_ key: String?) -> Region? {
    guard let regions = seen[key], regions.count == 1 else { return nil }
    return regions.first
  }

  private func regionOfARN(_ instance: PlannedInstance) -> Region? {
    guard catalog.identifyingAttributes(of: instance.address.type).contains("arn"),
      instance.sensitive?["arn"].isAll != true
    else { return nil }
    let fields = instance.after["arn"]?.string?.split(separator: ":", omittingEmptySubsequences: false) ?? []
    return fields.count > 5 && !fields[3].isEmpty ? Region(rawValue: String(fields[3])) : nil
  }
}

/// A constant, or the value of the variable that the expression is.
private func literal(_ expression: JSON, _ variables: [String: JSON]) -> String? {
  if let constant = expression["constant_value"]?.string, !constant.contains("${") { return constant }
  guard let references = expression["references"]?.array, references.count == 1,
    let name = references[0].string, name.hasPrefix("var.")
  else { return nil }
  return variables[String(name.dropFirst("var.".count))]?.string
}
