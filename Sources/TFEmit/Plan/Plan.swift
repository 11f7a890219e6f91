public import InfraModel

/// What `terraform show -json` says of a plan or of a state, as resources that rules can look at.
public struct Plan {
  /// A plan is of what will be, a state of what is.
  public enum Kind: String {
    case plan
    case state
  }

  public let kind: Kind
  public let resources: [PlannedResource]
  /// Resources whose region is not known, because the environment decides it.
  public let withoutRegion: [Address]
  /// Resources of other providers, which no rule is about.
  public let foreign: Int
  /// Resources that the plan destroys and does not create again. They are in no `resources`.
  public let destroyed: Int
  public let homeRegion: Region
  /// Why it may not hold all that there will be.
  public let gaps: [PlanGap]

  /// - `identity`: What findings call the plan.
  /// - `locate`: Where a resource is written.
  public init(
    reading bytes: [UInt8], as identity: StackIdentity, catalog: ResourceCatalog = .aws,
    locate: (Address) -> SourceLocation
  ) throws(PlanError) {
    let document: JSON
    let text = utf8(of: bytes)
    do throws(JSONError) { document = try JSON(reading: text, without: unread) } catch {
      throw isStream(text) ? .stream : beginsWithOtherOutput(text) ? .otherOutput : .notJSON(error)
    }
    try self.init(document, as: identity, catalog: catalog, locate: locate)
  }

  init(
    _ document: JSON, as identity: StackIdentity, catalog: ResourceCatalog = .aws, locate: (Address) -> SourceLocation
  ) throws(PlanError) {
    try checkFormat(of: document)
    gaps = PlanGap.all(in: document)
    destroyed = document["resource_changes"]?.array?.count { isDestroyed($0) && $0["mode"]?.string != "data" } ?? 0
    let instances: [PlannedInstance]
    if document["resource_changes"] != nil || document["planned_values"] != nil {
      kind = .plan
      instances = try plannedInstances(document)
    } else {
      kind = .state
      guard let root = document["values"]?["root_module"] else { throw .nothingPlanned }
      var found: [PlannedInstance] = []
      try collectState(root, into: &found, depth: 0)
      instances = found
    }
    let configuration = PlanConfiguration(document["configuration"]?["root_module"] ?? .null)
    var variables: [String: JSON] = [:]
    if case .object(let given)? = document["variables"] { variables = given.compactMapValues { $0["value"] } }
    let shown = variables.filter { !configuration.sensitiveVariables.contains($0.key) }
    var regions = PlanRegions(document["configuration"] ?? .null, variables: shown, catalog: catalog)
    let references = PlanReferences(instances, in: configuration, of: identity, catalog: catalog)
    var blocks = PlanBlocks(references: references, variables: variables)
    func block(_ instance: PlannedInstance) -> Block {
      blocks.block(
        instance, configuration[instance.block]?["expressions"],
        in: PlanReferences.Scope(modules: ModulePath(instance.address.module), index: instance.address.index))
    }
    var documents: [Address: Block] = [:]
    for instance in instances where instance.address.mode == .data && instance.address.type == "aws_iam_policy_document"
    {
      documents[instance.address] = block(instance)
    }
    blocks.documents = blocks.policyDocuments(documents)
    let own = instances.filter { $0.address.type.hasPrefix("aws_") }
    foreign = instances.count { !$0.address.type.hasPrefix("aws_") && $0.address.mode == .managed }
    func provider(of instance: PlannedInstance) -> String? {
      configuration[instance.block]?["provider_config_key"]?.string
    }
    for instance in own { regions.learn(from: instance, of: provider(of: instance)) }
    homeRegion = regions.home ?? .unknown
    var withoutRegion: [Address] = []
    resources = own.map { instance in
      let region = regions.region(of: provider(of: instance), instance)
      if region == nil, instance.address.mode == .managed { withoutRegion.append(instance.address) }
      return PlannedResource(
        address: instance.address, region: region ?? .unknown, block: block(instance),
        dependencies: references.dependencies(of: instance), location: locate(instance.address))
    }
    self.withoutRegion = withoutRegion
  }
}

/// What of a plan nothing is read of, which is more than half of one that changes what exists.
private let unread = JSONOmissions(
  ["relevant_attributes", "resource_drift"],
  in: [
    "resource_changes": { JSONOmissions(in: ["change": { JSONOmissions(["before", "before_sensitive"]) }]) },
    "planned_values": { JSONOmissions(["outputs"], in: ["root_module": { unreadOfPlannedModule }]) },
  ])

/// Of the resources of a module, the marks of sensitive values count; the values are those of their changes.
private let unreadOfPlannedModule: JSONOmissions = JSONOmissions(
  in: ["resources": { JSONOmissions(["values"]) }, "child_modules": { unreadOfPlannedModule }])

/// What Terraform 0.12 to 1.x and OpenTofu write; a number before the point that we do not know may mean anything.
private func checkFormat(of document: JSON) throws(PlanError) {
  guard case .object(let members) = document else { throw .notAnObject }
  if members["serial"] != nil || members["lineage"] != nil { throw .stateFile }
  guard let version = document["format_version"]?.string else { throw .noFormat }
  guard version.hasPrefix("0.") || version.hasPrefix("1.") else { throw .futureFormat(version) }
  if members["resource_changes"] == nil, members["planned_values"] == nil, members["values"] == nil {
    throw .nothingPlanned
  }
}

private func plannedInstances(_ document: JSON) throws(PlanError) -> [PlannedInstance] {
  var instances: [PlannedInstance] = []
  var seen: Set<Address> = []
  var marks: [String: SensitiveMarks] = [:]
  if let planned = document["planned_values"]?["root_module"] { collectMarks(planned, into: &marks) }
  guard let changes = document["resource_changes"]?.array else {
    if document["resource_changes"] != nil { throw .malformed("resource_changes") }
    return []
  }
  for (index, change) in changes.enumerated() {
    let place = "resource_changes[\(index)]"
    guard case .object? = change["change"], let actions = change["change"]?["actions"]?.array?.compactMap(\.string)
    else {
      throw .malformed("\(place).change")
    }
    // What goes, and what is left of something replaced, is not in what will be.
    if isDestroyed(change) || actions == ["forget"] || change["deposed"] != nil { continue }
    instances.append(
      try instance(
        change, after: change["change"]?["after"] ?? .null, unknown: change["change"]?["after_unknown"] ?? .null,
        sensitive: sensitiveMarks(of: change, planned: marks), isRead: actions == ["read"], at: place))
    seen.insert(instances[instances.count - 1].address)
  }
  // Data that has been read already is nothing that changes.
  guard let prior = document["prior_state"]?["values"]?["root_module"] else { return instances }
  var known: [PlannedInstance] = []
  try collectState(prior, into: &known, depth: 0)
  return instances + known.filter { $0.address.mode == .data && !seen.contains($0.address) }
}

private func isDestroyed(_ change: JSON) -> Bool {
  change["change"]?["actions"] == .array([.string("delete")]) && change["deposed"] == nil
}

private func collectState(_ module: JSON, into instances: inout [PlannedInstance], depth: Int) throws(PlanError) {
  for (index, resource) in (module["resources"]?.array ?? []).enumerated() {
    instances.append(
      try instance(
        resource, after: resource["values"] ?? .null, unknown: .null,
        sensitive: resource["sensitive_values"].map { SensitiveMarks($0) }, isRead: false, at: "resources[\(index)]"))
  }
  for child in module["child_modules"]?.array ?? [] { try collectState(child, into: &instances, depth: depth + 1) }
}

/// The marks of a change, and those that `planned_values` has of the same resource.
private func sensitiveMarks(of change: JSON, planned: [String: SensitiveMarks]) -> SensitiveMarks? {
  let own = change["change"]?["after_sensitive"].map { SensitiveMarks($0) }
  guard let planned = change["address"]?.string.flatMap({ planned[$0] }) else { return own }
  return own?.union(planned) ?? planned
}

private func collectMarks(_ module: JSON, into marks: inout [String: SensitiveMarks]) {
  for resource in module["resources"]?.array ?? [] {
    guard let address = resource["address"]?.string, let own = resource["sensitive_values"] else { continue }
    marks[address] = SensitiveMarks(own)
  }
  for child in module["child_modules"]?.array ?? [] { collectMarks(child, into: &marks) }
}

private func instance(
  _ resource: JSON, after: JSON, unknown: JSON, sensitive: SensitiveMarks?, isRead: Bool, at place: String
) throws(PlanError) -> PlannedInstance {
  guard let type = resource["type"]?.string, let name = resource["name"]?.string,
    let address = resource["address"]?.string
  else { throw .malformed(place) }
  switch after {
  case .object, .null: break
  case .bool, .integer, .number, .string, .array: throw .malformed("\(place).values")
  }
  let isData = resource["mode"]?.string == "data"
  let own = "\(isData ? "data." : "")\(type).\(name)"
  // The address is `<module>.<type>.<name><index>`, and only it has the module's path in a state.
  guard let (module, index) = parts(of: address, around: own) else { throw .malformed("\(place).address") }
  return PlannedInstance(
    address: Address(mode: isData ? .data : .managed, type: type, name: name, module: module, index: index),
    after: after == .null ? .object([:]) : after, unknown: unknown, sensitive: sensitive,
    providerName: resource["provider_name"]?.string ?? "", isRead: isRead)
}

private func parts(of address: String, around own: String) -> (module: String, index: String)? {
  if address.hasPrefix(own) { return ("", String(address.dropFirst(own.count))) }
  // From behind, for a module's key may hold anything, the name itself included.
  let bytes = Array(address.utf8)
  let wanted = Array(".\(own)".utf8)
  guard bytes.count >= wanted.count else { return nil }
  for start in stride(from: bytes.count - wanted.count, through: 0, by: -1)
  where bytes[start..<(start + wanted.count)].elementsEqual(wanted) {
    let index = bytes[(start + wanted.count)...]
    guard index.isEmpty || index.first == UInt8(ascii: "[") else { continue }
    return (
      String(decoding: bytes[..<start], as: UTF8.self), String(decoding: index, as: UTF8.self)
    )
  }
  return nil
}
