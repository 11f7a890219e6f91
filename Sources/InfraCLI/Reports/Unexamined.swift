import InfraModel

/// Resources that rules and reports cannot judge, because their type has no model: only the limits of arguments are
/// checked of them. Every command says how many there are, so that its silence is no approval.
struct Unexamined {
  /// By type, with how many there are.
  let types: [(type: String, count: Int)]
  /// The modules that are called: their resources are in the plan alone.
  let modules: [String]

  init(_ stacks: [DeclaredStack]) {
    let raw = stacks.flatMap(\.declarations).filter { declaration in
      declaration.address.mode == .managed && declaration.resource is RawResource
        && ResourceCatalog.aws.models[declaration.address.type] == nil
    }
    modules = Set(stacks.flatMap(\.configuration).filter { $0.section == .module }.compactMap(\.label)).sorted()
    types = Dictionary(grouping: raw, by: \.address.type).map { ($0.key, $0.value.count) }.sorted { $0.type < $1.type }
  }

  /// One line without a line feed; `nil` if everything has a model.
  var line: String? {
    let count = types.reduce(0) { $0 + $1.count }
    let list = types.map { $0.count > 1 ? "\($0.type) (\($0.count))" : $0.type }.joined(separator: ", ")
    let parts = [
      types.isEmpty ? nil : "without a model: \(counted(count, "resource")): \(list)",
      modules.isEmpty
        ? nil : "in modules, which an audit of the plan examines: \(modules.joined(separator: ", "))",
    ].compactMap(\.self)
    return parts.isEmpty ? nil : inLine("not examined, \(parts.joined(separator: "; not examined, "))")
  }

  /// The line with its line feed, or nothing.
  var text: String { line.map { "\($0)\n" } ?? "" }
}
