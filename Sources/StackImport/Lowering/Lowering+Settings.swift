import HCLSyntax
import TerraformModel

// The `terraform` block.

extension Lowering {
  mutating func lowerSettings() throws(ImportError) {
    if let (block, lines) = configuration.backend {
      let scope = Scope(lines: lines)
      settings.backend = block.type == "cloud" ? try cloud(block, scope) : try backend(block, scope)
    }
    settings.versions = versions
  }

  /// The argument that has the place of the state, for backends that tell states apart by one.
  private static let statePlaces = [
    "s3": "key", "gcs": "prefix", "azurerm": "key", "local": "path", "http": "address", "consul": "path", "oss": "key",
    "cos": "key", "pg": "schema_name", "kubernetes": "secret_suffix",
  ]

  private mutating func backend(_ block: HCLBlock, _ scope: Scope) throws(ImportError) -> SwiftCode {
    guard let type = block.labels.first, block.labels.count == 1 else {
      throw .unsupported(scope.lines.place(of: block.range.lowerBound), what: "this backend")
    }
    looseComments += block.body.items.flatMap(\.allComments) + block.body.closingComments.flatMap(\.readableLines)
    let place = Self.statePlaces[type].flatMap { name in block.body[name]?.text.map { (name, $0) } }
    var elements: [SwiftElement] = []
    for attribute in block.body.attributes where attribute.name != place?.0 {
      elements.append(
        SwiftElement(
          key: SwiftString([.literal(attribute.name)]).flat, value: try backendArgument(attribute.value, scope)))
    }
    for inner in block.body.blocks {
      var members: [SwiftElement] = []
      for attribute in inner.body.attributes {
        members.append(
          SwiftElement(
            key: SwiftString([.literal(attribute.name)]).flat, value: try backendArgument(attribute.value, scope)))
      }
      guard inner.labels.isEmpty, inner.body.blocks.isEmpty else {
        throw .unsupported(scope.lines.place(of: inner.range.lowerBound), what: "`\(inner.type)` in a backend")
      }
      elements.append(
        SwiftElement(
          key: SwiftString([.literal(inner.type)]).flat, value: .collection(members, isDictionary: true)))
    }
    let at: SwiftCode =
      place.map {
        .call(".exactly", [SwiftArgument(.literal($0.0)), SwiftArgument(stateKey($0.1, type, block, scope))])
      }
      ?? .text(".givenToInit")
    var arguments = [SwiftArgument(.literal(type)), SwiftArgument("stateAt", at)]
    if !elements.isEmpty { arguments.append(SwiftArgument(.collection(elements, isDictionary: true))) }
    return .call(".raw", [SwiftArgument(.call("RawBackend", arguments))])
  }

  /// Where the state is: environments that share a backend are workspaces of it.
  private mutating func stateKey(
    _ key: String, _ type: String, _ block: HCLBlock, _ scope: Scope
  ) -> SwiftCode {
    guard values.environments.count > 1 else { return .literal(key) }
    guard let prefix = WorkspaceState.prefix(of: type, block.body) else {
      wholeReport.notes.append(
        ImportReport.Note(
          place: scope.lines.place(of: block.range.lowerBound),
          text: "all environments have their state at '\(key)': give each a place of its own in `backend`"))
      return .literal(key)
    }
    wholeReport.notes.append(
      ImportReport.Note(
        place: scope.lines.place(of: block.range.lowerBound),
        text: "each environment has the state of the workspace of its name, at '\(prefix)/NAME/\(key)'"))
    return .string(
      SwiftString([.literal(prefix + "/"), .interpolation("environment.rawValue"), .literal("/" + key)]))
  }

  /// A literal of `BackendArgument`.
  private mutating func backendArgument(_ expression: HCLExpression, _ scope: Scope) throws(ImportError) -> SwiftCode {
    var isSimple = expression.isConstant
    expression.walk { part in
      switch part.kind {
      case .null, .unary: isSimple = false
      case .number(let text): if Int(text) == nil { isSimple = false }
      default: break
      }
    }
    guard isSimple else {
      throw .unsupported(
        scope.lines.place(of: expression.range.lowerBound), what: "`\(expression.inlineSource)` in a backend")
    }
    return value(expression, scope)
  }

  private mutating func cloud(_ block: HCLBlock, _ scope: Scope) throws(ImportError) -> SwiftCode {
    let place = scope.lines.place(of: block.range.lowerBound)
    looseComments += block.body.items.flatMap(\.allComments) + block.body.closingComments.flatMap(\.readableLines)
    let workspaces = block.body.blocks.first { $0.type == "workspaces" }
    guard block.body.blocks.count <= 1,
      block.body.attributes.allSatisfy({ ["organization", "hostname"].contains($0.name) }),
      let organization = block.body["organization"]?.text,
      let workspace = workspaces?.body["name"]?.text,
      workspaces?.body.attributes.allSatisfy({ ["name", "project"].contains($0.name) }) ?? true
    else {
      throw .unsupported(place, what: "this `cloud` block: a stack needs the organization and the workspace's name")
    }
    var arguments = [SwiftArgument("organization", .literal(organization))]
    if let hostname = block.body["hostname"]?.text { arguments.append(SwiftArgument("hostname", .literal(hostname))) }
    if let project = workspaces?.body["project"]?.text { arguments.append(SwiftArgument("project", .literal(project))) }
    arguments.append(SwiftArgument("workspace", .literal(workspace)))
    return .call(".cloud", [SwiftArgument(.call("CloudWorkspaces", arguments))])
  }

  private var versions: SwiftCode? {
    providerVersion == .v6 ? .call("ToolVersions", [SwiftArgument("provider", .text(".v6"))]) : nil
  }
}

extension ImportedConfiguration {
  /// Version 6 of the AWS provider, unless the configuration requires an older one.
  var providerVersion: ProviderVersion {
    let constraints = requirements["aws"]?.version?.split(separator: ",") ?? []
    let needsOlder = constraints.contains { constraint in
      let major = constraint.split { !$0.isNumber }.first.flatMap { Int($0) } ?? 6
      return constraint.contains(">") && !constraint.contains("~>") ? false : major < 6 || constraint.contains("< 6")
    }
    return needsOlder ? .v5 : .v6
  }
}
