import InfraModel

extension PlanReferences {
  /// What Terraform makes before a resource because `depends_on` says so, of the resource or of a module around it.
  func dependencies(of instance: PlannedInstance) -> [Address] {
    let path = ModulePath(instance.address.module)
    var words = (configuration[instance.block]?["depends_on"]?.array?.compactMap(\.string) ?? []).map { ($0, path) }
    for depth in path.steps.indices {
      let outer = ModulePath(Array(path.steps[..<depth]))
      let caller = configuration.module(at: outer.names[...])
      words += (caller?.dependencies(ofCallOf: path.steps[depth].name) ?? []).map { ($0, outer) }
    }
    var seen: Set<Address> = []
    return words.flatMap { word, modules in addresses(named: word, in: modules) }.filter { seen.insert($0).inserted }
  }

  /// The resources that a word of `depends_on` stands for: those of a block, or all of a module.
  private func addresses(named word: String, in modules: ModulePath) -> [Address] {
    var words = Traversal(word).words[...]
    var path = modules
    while words.first?.name == "module", words.count >= 2 {
      let call = words[words.startIndex + 1]
      path = path + ModulePath.Step(name: call.name, index: call.index.isEmpty ? nil : call.index)
      words = words.dropFirst(2)
    }
    // An output of a module stands for all of it, as far as that matters to an order.
    if path != modules { return all(below: path) }
    if words.first?.name == "data" { return [] }
    guard words.count >= 2, let type = words.first, let name = words.dropFirst().first else { return [] }
    return addresses(of: BlockName(modules: path.names, name: "\(type.name).\(name.name)"), in: path)
  }
}
