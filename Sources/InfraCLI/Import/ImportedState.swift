import InfraModel
import StackImport
import TFEmit

/// What a state or a plan of the configuration has.
struct ImportedState {
  let path: String
  /// The addresses of resources and data sources, each without its key; of what is in a module, the module's.
  private let addresses: Set<String>
  /// The values of the variables in a plan, as a file that sets them.
  let values: ImportedFile?

  /// - Parameter path: A state file, or the output of `terraform show -json` for a state or a plan.
  init(_ path: String) throws {
    guard let bytes = try readFile(path) else { throw FileError.noSuchFile(path: path) }
    let document: JSON
    do { document = try JSON(reading: bytes) } catch {
      throw InputError.badImport(path: path, reason: "it is not JSON: \(error)")
    }
    self.path = path
    let modules = ["values", "planned_values"].compactMap { document[$0]?["root_module"] }
    let prior = document["prior_state"]?["values"]?["root_module"]
    guard document["version"] != nil || document["format_version"] != nil else {
      throw InputError.badImport(
        path: path, reason: "it is neither a state file nor the output of `terraform show -json`")
    }
    var addresses = Set((document["resources"]?.array ?? []).compactMap(\.addressInState))
    for module in modules + [prior].compactMap(\.self) { addresses.formUnion(module.addressesInModule) }
    self.addresses = addresses
    values = document["variables"].map { ImportedFile(path: path + ".json", bytes: Array($0.assignments.utf8)) }
  }

  /// What a configuration does not declare, one a line.
  func text(comparedWith stack: StackImport) -> (lines: String, count: Int) {
    let missing = addresses.subtracting(stack.addresses).sorted()
    let kept = addresses.count - missing.count
    return (
      missing.map { "\($0): in \(path), and not in the configuration\n" }.joined()
        + "\(kept) of \(counted(addresses.count, "resource")) in \(path) are declared\n",
      missing.count
    )
  }
}

extension JSON {
  /// Of a resource in a state file.
  fileprivate var addressInState: String? {
    guard let type = self["type"]?.string, let name = self["name"]?.string else { return nil }
    if let module = self["module"]?.string { return module.rootModule }
    return (self["mode"]?.string == "data" ? "data." : "") + "\(type).\(name)"
  }

  /// Of the resources in a module of `terraform show -json`.
  fileprivate var addressesInModule: Set<String> {
    var addresses = Set((self["resources"]?.array ?? []).compactMap { $0["address"]?.string?.withoutKeys })
    for module in self["child_modules"]?.array ?? [] {
      if let address = module["address"]?.string { addresses.insert(address.rootModule) }
    }
    return addresses
  }

  /// The variables of a plan as `.tfvars.json`.
  fileprivate var assignments: String {
    guard case .object(let members) = self else { return "{}" }
    return JSON.object(members.compactMapValues { $0["value"] }).template
  }

  /// As JSON in which Terraform takes every text as it stands.
  private var template: String {
    switch self {
    case .null: "null"
    case .bool(let flag): "\(flag)"
    case .integer(let number): "\(number)"
    case .number(let number): "\(number)"
    case .string(let text): text.quotedTemplate
    case .array(let elements): "[\(elements.map(\.template).joined(separator: ","))]"
    case .object(let members):
      "{"
        + members.sorted { $0.key < $1.key }.map { "\($0.key.quotedTemplate):\($0.value.template)" }
        .joined(separator: ",") + "}"
    }
  }
}

extension String {
  /// Between quotation marks, with the signs that begin interpolations doubled.
  fileprivate var quotedTemplate: String {
    let escaped = split(separator: "${", omittingEmptySubsequences: false).joined(separator: "$${")
      .split(separator: "%{", omittingEmptySubsequences: false).joined(separator: "%%{")
    return String(json(.literal(escaped)).dropLast())
  }

  /// `aws_sqs_queue.orders` of `aws_sqs_queue.orders["a.b"]`.
  fileprivate var withoutKeys: String { String(prefix { $0 != "[" }) }

  /// `module.a` of `module.a["b"].module.c`.
  fileprivate var rootModule: String {
    withoutKeys.split(separator: ".").prefix(2).joined(separator: ".")
  }
}
