/// The `configuration` of a plan: the configured arguments, as expressions.
///
/// A class, for module calls nest.
final class PlanConfiguration {
  private let module: JSON
  private var resources: [String: JSON] = [:]
  private var calls: [String: (call: JSON, module: PlanConfiguration)] = [:]
  /// The variables of this module with `sensitive = true`.
  let sensitiveVariables: Set<String>

  init(_ module: JSON) {
    self.module = module
    sensitiveVariables = Set((module["variables"]?.members ?? [:]).filter { $0.value["sensitive"] == .bool(true) }.keys)
    for resource in module["resources"]?.array ?? [] {
      guard let type = resource["type"]?.string, let name = resource["name"]?.string else { continue }
      let prefix = resource["mode"]?.string == "data" ? "data." : ""
      resources["\(prefix)\(type).\(name)"] = resource
    }
    guard case .object(let calls)? = module["module_calls"] else { return }
    for (name, call) in calls {
      self.calls[name] = (call, PlanConfiguration(call["module"] ?? .null))
    }
  }

  /// The module at the end of a way through module calls.
  func module(at path: ArraySlice<String>) -> PlanConfiguration? {
    guard let name = path.first else { return self }
    return calls[name]?.module.module(at: path.dropFirst())
  }

  subscript(block: BlockName) -> JSON? {
    module(at: block.modules[...])?.resources[block.name]
  }

  /// What an output of this module is made of.
  func output(_ name: String) -> JSON? {
    module["outputs"]?[name]?["expression"]
  }

  /// Whether an expression reads a sensitive variable of this module, or a sensitive output of one that it calls.
  func readsSensitive(_ expression: JSON?) -> Bool {
    (expression?["references"]?.array ?? []).contains { reference in
      let words = Traversal(reference.string ?? "").words.prefix(3).map(\.name)
      switch (words.first, words.count) {
      case ("var", 2...): return sensitiveVariables.contains(words[1])
      case ("module", 3): return calls[words[1]]?.module.module["outputs"]?[words[2]]?["sensitive"] == .bool(true)
      default: return false
      }
    }
  }

  /// What the call of a module depends on as a whole, in Terraform's words.
  func dependencies(ofCallOf module: String) -> [String] {
    calls[module]?.call["depends_on"]?.array?.compactMap(\.string) ?? []
  }

  /// What the call of a module gives for one of its variables.
  func argument(_ name: String, ofCallOf module: String) -> JSON? {
    calls[module]?.call["expressions"]?[name]
  }
}
