import InfraModel

/// Resources that rules and reports cannot judge, because their type has no model: only the limits of arguments are
/// checked of them. Every command says how many there are, so that its silence is no approval.
struct Unexamined {
  /// By type, with how many there are.
  let types: [(type: String, count: Int)]

  init(_ stacks: [DeclaredStack]) {
    let raw = stacks.flatMap(\.declarations).filter { declaration in
      declaration.address.mode == .managed && declaration.resource is RawResource
        && ResourceCatalog.aws.models[declaration.address.type] == nil
    }
    types = Dictionary(grouping: raw, by: \.address.type).map { ($0.key, $0.value.count) }.sorted { $0.type < $1.type }
  }

  /// One line without a line feed; `nil` if everything has a model.
  var line: String? {
    guard !types.isEmpty else { return nil }
    let count = types.reduce(0) { $0 + $1.count }
    let list = types.map { $0.count > 1 ? "\($0.type) (\($0.count))" : $0.type }.joined(separator: ", ")
    return inLine("not examined, without a model: \(counted(count, "resource")): \(list)")
  }

  /// The line with its line feed, or nothing.
  var text: String { line.map { "\($0)\n" } ?? "" }
}
