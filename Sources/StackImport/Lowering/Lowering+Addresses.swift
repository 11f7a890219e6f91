import HCLSyntax

// Addresses, which Terraform reads and does not evaluate.

/// An address, taken apart.
struct AddressParts {
  var mode = Entity.Mode.managed
  var module = ""
  /// Empty for a module.
  var type = ""
  var label = ""
  var index = ""
  /// What follows the resource, such as `id`.
  var attribute = ""

  init?(_ expression: HCLExpression) {
    guard let steps = Self.steps(of: expression) else { return nil }
    var rest = steps[...]
    func takeName() -> String? {
      guard case .attribute(let name)? = rest.first else { return nil }
      rest = rest.dropFirst()
      return name
    }
    func takeIndex() -> String {
      switch rest.first {
      case .index(let key):
        rest = rest.dropFirst()
        return "[\(key.inlineSource)]"
      case .legacyIndex(let number):
        rest = rest.dropFirst()
        return "[\(number)]"
      default: return ""
      }
    }
    while case .attribute("module")? = rest.first {
      rest = rest.dropFirst()
      guard let name = takeName() else { return nil }
      module += "\(module.isEmpty ? "" : ".")module.\(name)\(takeIndex())"
    }
    guard !rest.isEmpty else { return }
    // An output of a module, which `depends_on` may have.
    if !module.isEmpty, rest.count == 1, let output = takeName() {
      module += ".\(output)"
      return
    }
    if case .attribute("data")? = rest.first {
      mode = .data
    } else if case .attribute("ephemeral")? = rest.first {
      mode = .ephemeral
    }
    if mode != .managed { rest = rest.dropFirst() }
    guard let type = takeName(), let label = takeName() else { return nil }
    (self.type, self.label) = (type, label)
    index = takeIndex()
    var attributes: [String] = []
    while !rest.isEmpty {
      if let name = takeName() {
        attributes.append((attributes.isEmpty ? "" : ".") + name)
      } else {
        let index = takeIndex()
        guard !index.isEmpty, !attributes.isEmpty else { return nil }
        attributes.append(index)
      }
    }
    attribute = attributes.joined()
  }

  private static func steps(of expression: HCLExpression) -> [HCLStep]? {
    switch expression.unwrapped.kind {
    case .traversal(let base, let rest):
      if case .name(let root) = base.kind { return [.attribute(root)] + rest }
    case .template(let template):
      // Old files have addresses between quotation marks.
      if let inner = template.literal.flatMap({ try? HCLExpression(reading: $0) }), inner.text == nil {
        return steps(of: inner)
      }
    default: break
    }
    return nil
  }

  /// The address as Swift makes it.
  var code: SwiftCode {
    if type.isEmpty {
      return .call(
        "Address.configuration",
        [SwiftArgument(.text(".module")), SwiftArgument(.literal(String(module.dropFirst("module.".count))))])
    }
    if ["var", "local"].contains(type) {
      return .call(
        "Address",
        [
          SwiftArgument("mode", .text(".configuration")), SwiftArgument("type", .literal(type)),
          SwiftArgument("name", .literal(label)),
        ])
    }
    var arguments: [SwiftArgument] = []
    if mode != .managed { arguments.append(SwiftArgument("mode", .text(".\(mode.rawValue)"))) }
    arguments += [SwiftArgument("type", .literal(type)), SwiftArgument("name", .literal(label))]
    if !module.isEmpty { arguments.append(SwiftArgument("module", .literal(module))) }
    if !index.isEmpty { arguments.append(SwiftArgument("index", .literal(index))) }
    return .call("Address", arguments)
  }

  /// What it refers to in the root module, where that is all of it.
  var key: Entity.Key? {
    guard index.isEmpty, attribute.isEmpty else { return nil }
    if module.isEmpty { return .resource(mode, type, label) }
    let name = String(module.dropFirst("module.".count))
    return type.isEmpty && !name.contains(where: { $0 == "." || $0 == "[" }) ? .module(name) : nil
  }
}

extension Lowering {
  func address(_ expression: HCLExpression, _ scope: Scope) throws(ImportError) -> SwiftCode {
    guard let parts = AddressParts(expression), parts.attribute.isEmpty else { throw notAnAddress(expression, scope) }
    return parts.code
  }

  func notAnAddress(_ expression: HCLExpression, _ scope: Scope) -> ImportError {
    .unsupported(
      scope.lines.place(of: expression.range.lowerBound), what: "`\(expression.inlineSource)` in place of an address")
  }

  /// `depends_on`
  mutating func dependencies(_ body: HCLBody, _ scope: Scope) throws(ImportError) -> SwiftCode? {
    guard let value = body["depends_on"] else { return nil }
    guard case .tuple(let elements, _) = value.kind else { throw notAnAddress(value, scope) }
    looseComments += value.comments
    var codes: [SwiftCode] = []
    for element in elements {
      guard let parts = AddressParts(element.value), parts.attribute.isEmpty else {
        throw notAnAddress(element.value, scope)
      }
      if let name = parts.key.flatMap({ use($0) }) {
        codes.append(.text("\(name).address"))
      } else {
        codes.append(parts.code)
      }
    }
    return codes.isEmpty ? nil : .list(codes)
  }
}
