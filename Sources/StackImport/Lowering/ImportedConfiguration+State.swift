import HCLSyntax

extension ImportedConfiguration {
  /// What a state of the configuration may have: its resources, data sources and modules, and those that a block says to
  /// have moved or to be gone.
  var stateAddresses: Set<String> {
    var addresses: Set<String> = []
    for (key, entity) in entities {
      switch key {
      case .resource, .module: addresses.insert(key.address)
      case .other:
        guard let block = entity.block, ["moved", "removed"].contains(block.type),
          let from = block.body["from"].flatMap(AddressParts.init)
        else { continue }
        let mode = from.mode == .managed ? "" : "\(from.mode.rawValue)."
        let module = from.module.split(separator: ".").prefix(2).joined(separator: ".").prefix { $0 != "[" }
        addresses.insert(from.module.isEmpty ? "\(mode)\(from.type).\(from.label)" : String(module))
      case .variable, .local, .provider: continue
      }
    }
    return addresses
  }
}
