import InfraModel

/// Resolves what an expression refers to, through the inputs and outputs of modules, to the resources of the plan.
struct PlanReferences {
  let identity: StackIdentity
  let configuration: PlanConfiguration
  let catalog: ResourceCatalog
  private let instances: [BlockName: [(address: Address, modules: ModulePath)]]
  /// The same, where it is known which of a module's instances is meant: a plan has thousands of some.
  private let instancesByPlace: [Place: [Address]]
  /// Whom a value that AWS makes up belongs to, such as an ARN.
  private let owners: [String: Reference]
  private let values: [Address: JSON]
  private let named: [Name: [Address]]

  /// A place from which something is referred to.
  struct Scope {
    var modules: ModulePath
    /// `[0]` or `["orders"]`, where `each.key` and `count.index` lead to.
    var index: String
    /// Whether what is said there is a name, where the plan leaves out which attribute is read.
    var meansNames = false
  }

  private struct Name: Hashable {
    let type: String
    let attribute: String
    let value: String
  }

  private struct Place: Hashable {
    let block: BlockName
    let modules: ModulePath
  }

  init(
    _ instances: [PlannedInstance], in configuration: PlanConfiguration, of identity: StackIdentity,
    catalog: ResourceCatalog
  ) {
    self.catalog = catalog
    let namedTypes = catalog.namedTypes
    self.identity = identity
    self.configuration = configuration
    var byBlock: [BlockName: [(address: Address, modules: ModulePath)]] = [:]
    var byPlace: [Place: [Address]] = [:]
    var owners: [String: Reference] = [:]
    var named: [Name: [Address]] = [:]
    for instance in instances {
      let modules = ModulePath(instance.address.module)
      byBlock[instance.block, default: []].append((instance.address, modules))
      byPlace[Place(block: instance.block, modules: modules), default: []].append(instance.address)
      for attribute in catalog.identifyingAttributes(of: instance.address.type) {
        guard let value = instance.after[attribute]?.string, !value.isEmpty else { continue }
        owners[value] = Reference(address: instance.address, attribute: attribute, stack: identity)
      }
      let type = instance.address.type
      let attribute = catalog.nameAttribute(of: type)
      if namedTypes.contains(type), let value = instance.after[attribute]?.string {
        named[Name(type: type, attribute: attribute, value: value), default: []].append(instance.address)
      }
    }
    self.instances = byBlock
    instancesByPlace = byPlace
    self.owners = owners
    self.named = named
    values = Dictionary(instances.map { ($0.address, $0.after) }, uniquingKeysWith: { first, _ in first })
  }

  /// The resource that a known value leads to.
  func owner(of value: String) -> Reference? {
    owners[value]
  }

  /// The attribute that a known value was taken from, as far as an expression says: the one of those it reads that has
  /// the value.
  func origin(of value: String, in expression: JSON?, _ scope: Scope) -> Reference? {
    guard let expression else { return nil }
    var words = expression["references"]?.array?.compactMap(\.string) ?? []
    if let template = expression["constant_value"]?.string, template.hasPrefix("${"), template.hasSuffix("}") {
      words = [String(template.dropFirst(2).dropLast())].filter(isPlainReference)
    }
    guard !words.isEmpty else { return nil }
    let found = resolved(words, in: scope).filter { values[$0.address]?[$0.attribute]?.string == value }
    return found.count == 1 ? found[0] : nil
  }

  /// The one resource of a type that goes by a name.
  func resource(_ type: String, named name: String) -> Reference? {
    let attribute = catalog.nameAttribute(of: type)
    guard let found = named[Name(type: type, attribute: attribute, value: name)], found.count == 1 else { return nil }
    return Reference(address: found[0], attribute: attribute, stack: identity)
  }

  /// The resources that an expression's `references` lead to, each once.
  ///
  /// `byName`: Whether a reference without an attribute means the name of the resource, not its ARN.
  func resolved(_ references: [String], in scope: Scope, byName: Bool = false) -> [Reference] {
    var scope = scope
    scope.meansNames = byName
    // Terraform lists `a.b.c` and then `a.b` for one and the same.
    var seen: Set<Reference> = []
    return wholeReferences(references).flatMap { resolved(Traversal($0).words[...], in: scope, depth: 0) }
      .filter { seen.insert($0).inserted }
  }

  /// - Parameter depth: How many modules have been entered and left, for a plan may be damaged into a circle.
  private func resolved(_ words: ArraySlice<Traversal.Word>, in scope: Scope, depth: Int) -> [Reference] {
    guard depth < 64, let first = words.first else { return [] }
    let rest = words.dropFirst()
    switch first.name {
    case "var": return throughArgument(rest.first?.name ?? "", in: scope, depth: depth)
    case "module":
      guard let call = rest.first, let output = rest.dropFirst().first else { return [] }
      let step = ModulePath.Step(name: call.name, index: call.index.isEmpty ? nil : call.index)
      let inner = Scope(modules: scope.modules + step, index: scope.index, meansNames: scope.meansNames)
      let module = configuration.module(at: inner.modules.names[...])
      return expression(module?.output(output.name), in: inner, depth: depth)
    case "local", "each", "count", "path", "terraform", "self": return []
    case "data":
      guard let type = rest.first, let name = rest.dropFirst().first else { return [] }
      return resource("data.\(type.name).\(name.name)", name.index, rest.dropFirst(2).first, in: scope)
    default:
      guard let name = rest.first else { return [] }
      return resource("\(first.name).\(name.name)", name.index, rest.dropFirst().first, in: scope)
    }
  }

  private func throughArgument(_ name: String, in scope: Scope, depth: Int) -> [Reference] {
    guard let step = scope.modules.steps.last else { return [] }
    let outer = ModulePath(Array(scope.modules.steps.dropLast()))
    let caller = configuration.module(at: outer.names[...])
    return expression(
      caller?.argument(name, ofCallOf: step.name),
      in: Scope(modules: outer, index: step.index ?? "", meansNames: scope.meansNames), depth: depth)
  }

  private func expression(_ expression: JSON?, in scope: Scope, depth: Int) -> [Reference] {
    let references = expression?["references"]?.array?.compactMap(\.string) ?? []
    return wholeReferences(references).flatMap { resolved(Traversal($0).words[...], in: scope, depth: depth + 1) }
  }

  private func resource(_ name: String, _ index: String, _ attribute: Traversal.Word?, in scope: Scope) -> [Reference] {
    var chosen = addresses(of: BlockName(modules: scope.modules.names, name: name), in: scope.modules)
    if isKey(index) { chosen = chosen.filter { $0.index == index } }
    if chosen.count > 1 {
      // `aws_x.y[each.key]` and `aws_x.y[count.index]` are written in the plan without the key.
      let same = chosen.filter { $0.index == scope.index }
      if !same.isEmpty { chosen = same }
    }
    // Behind a key that is computed the plan leaves out the attribute as well. What is known only after apply and leads
    // somewhere is an ARN, nearly always.
    return chosen.map { address in
      let likely = scope.meansNames ? catalog.nameAttribute(of: address.type) : "arn"
      let isARN = !scope.meansNames && attribute?.name == "id" && catalog.facts[address.type]?.isARNItsID == true
      return Reference(address: address, attribute: isARN ? "arn" : attribute?.name ?? likely, stack: identity)
    }
  }

  /// Every managed resource in a module and in those below it.
  func all(below path: ModulePath) -> [Address] {
    instances.values.flatMap(\.self).filter { instance in
      instance.address.mode == .managed && instance.modules.steps.count >= path.steps.count
        && zip(instance.modules.steps, path.steps).allSatisfy {
          $0.name == $1.name && ($1.index == nil || $0.index == $1.index)
        }
    }.map(\.address).sorted()
  }

  func addresses(of block: BlockName, in modules: ModulePath) -> [Address] {
    if modules.steps.allSatisfy({ $0.index != nil }) {
      return instancesByPlace[Place(block: block, modules: modules), default: []]
    }
    return instances[block, default: []].filter { instance in
      zip(instance.modules.steps, modules.steps).allSatisfy { $1.index == nil || $0.index == $1.index }
    }.map(\.address)
  }

  /// Whether it is `[0]` or `["orders"]`, not `[*]` or nothing.
  private func isKey(_ index: String) -> Bool {
    guard let first = index.utf8.dropFirst().first else { return false }
    return first == UInt8(ascii: "\"") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
  }
}
