import HCLSyntax

extension ImportedConfiguration {
  /// The configuration of one environment: what its variables are set to becomes their default, and the state has the
  /// place of the workspace where there are several.
  mutating func apply(_ values: VariableValues, of environment: String, among count: Int) {
    for case .variable(let name) in order {
      guard let entity = entities[.variable(name)], var block = entity.block, let given = values.common(name),
        block.body["sensitive"]?.flag != true, block.body["ephemeral"]?.flag != true
      else { continue }
      block.body.items.removeAll {
        if case .attribute(let other) = $0.content { other.name == "default" } else { false }
      }
      block.body.items.append(HCLItem(.attribute(HCLAttribute("default", given.value))))
      entities[.variable(name)] = Entity(
        key: entity.key, content: .block(block), comments: entity.comments, startsParagraph: entity.startsParagraph,
        lines: entity.lines, offset: entity.offset)
    }
    guard count > 1, let (backend, lines) = backend, let type = backend.labels.first,
      let prefix = WorkspaceState.prefix(of: type, backend.body), let key = backend.body["key"]?.text
    else { return }
    var block = backend
    block.body.items.removeAll { if case .attribute(let other) = $0.content { other.name == "key" } else { false } }
    let place = HCLExpression(.template(HCLTemplate(.bare, [.literal("\(prefix)/\(environment)/\(key)")])))
    block.body.items.append(HCLItem(.attribute(HCLAttribute("key", place))))
    self.backend = (block, lines)
  }
}

/// Where the states of workspaces are.
enum WorkspaceState {
  /// What stands before the workspace's name and the key; `nil` for a backend that has them elsewhere.
  ///
  /// Source: https://developer.hashicorp.com/terraform/language/backend/s3
  static func prefix(of type: String, _ body: HCLBody) -> String? {
    type == "s3" ? body["workspace_key_prefix"]?.text ?? "env:" : nil
  }
}
