import InfraModel

extension Value {
  /// What a map holds for a key; `nil` for everything else.
  subscript(key: String) -> Value? {
    if case .map(let entries) = self { entries[key] } else { nil }
  }
}

extension Block {
  /// The first nested block of a name.
  func nested(_ name: String) -> Block? {
    if case .blocks(let blocks) = self[name] { blocks.first } else { nil }
  }
}
