import HCLSyntax

// Each block as a statement of `declare(in:)`.

extension Lowering {
  /// - Returns: `nil` for what needs no statement.
  mutating func statement(for entity: Entity) throws(ImportError) -> Statement? {
    let scope = Scope(lines: entity.lines)
    switch (entity.key, entity.content) {
    case (.local(let name), .local(let attribute)): return local(name, attribute.value, scope)
    case (.provider(let name, _), .impliedProvider): return provider(name, nil, entity, scope)
    case (.provider("aws", nil), .block(let block)): return try homeProvider(block, scope)
    case (.provider(let name, let alias), .block(let block)):
      return try provider(name, alias, block: block, entity, scope)
    case (.variable(let name), .block(let block)): return try variable(name, block, scope)
    case (.module(let name), .block(let block)): return try module(name, block, entity, scope)
    case (.resource(let mode, let type, let label), .block(let block)):
      return try resource(mode, type, label, block, entity, scope)
    case (_, .block(let block)):
      report.otherBlocks += 1
      return try other(block, scope)
    default: return nil
    }
  }

  /// A closure among the arguments and one behind them would be hard to tell apart, so both are arguments then.
  private func added(_ arguments: [SwiftArgument], _ closure: SwiftClosure? = nil) -> SwiftCode {
    let hasClosure = arguments.contains { if case .closure = $0.value { true } else { false } }
    guard let closure, hasClosure else { return .call("stack.add", arguments, closure) }
    return .call("stack.add", arguments + [SwiftArgument(.closure(closure))])
  }

  private func plain(_ key: Entity.Key?, _ code: SwiftCode, needed: Bool = false) -> Statement {
    Statement(key: key, comments: [], startsParagraph: false, code: code, hasNeededResult: needed)
  }

  private mutating func local(_ name: String, _ value: HCLExpression, _ scope: Scope) -> Statement {
    report.otherBlocks += 1
    let element = argument(name, value, [], scope)
    var statement = plain(
      .local(name),
      added([
        SwiftArgument(
          .call(
            "Local",
            [
              SwiftArgument(.literal(name)),
              element.value.asText.map { SwiftArgument($0) } ?? SwiftArgument("value", element.value),
            ]))
      ]), needed: true)
    statement.comments = element.comments
    return statement
  }

  // MARK: Resources

  private mutating func resource(
    _ mode: Entity.Mode, _ type: String, _ label: String, _ block: HCLBlock, _ entity: Entity, _ outer: Scope
  ) throws(ImportError) -> Statement {
    report.resources[type, default: 0] += 1
    var scope = outer
    scope.hasEach = entity.repetition == .forEach
    scope.hasIndex = entity.repetition == .count
    var arguments: [SwiftArgument] = []
    if entity.repetition == .count, block.body["for_each"] != nil {
      throw .unsupported(entity.place, what: "`count` and `for_each` together")
    }
    if let count = block.body["count"] { arguments.append(SwiftArgument("count", countCode(count, outer))) }
    if let members = block.body["for_each"] { arguments.append(SwiftArgument("forEach", counted(members, outer))) }
    let spelled = try spelling(of: entity.key, type, label, block.body, scope)
    /// What depends on the instance is in a closure.
    func ofInstance(_ code: SwiftCode) -> SwiftCode {
      guard let parameter = entity.repetition.parameter else { return code }
      return .closure(SwiftClosure(parameters: [code.mentions(parameter) ? parameter : "_"], body: code))
    }
    if entity.repetition == .none { arguments.append(SwiftArgument(spelled.code)) }
    if let after = try dependencies(block.body, outer) { arguments.append(SwiftArgument("after", after)) }
    if let rest = spelled.rest { arguments.append(SwiftArgument("with", ofInstance(rest))) }
    if let reference = block.body["provider"] {
      arguments.append(SwiftArgument("provider", try provider(reference, outer)))
    }
    if let lifecycle = spelled.lifecycle { arguments.append(SwiftArgument("lifecycle", ofInstance(lifecycle))) }
    if let provisioners = try provisioners(block.body, scope) {
      arguments.append(SwiftArgument("provisioners", ofInstance(provisioners)))
    }
    if spelled.keepsLabel { arguments.append(SwiftArgument("keepsLabel", .text("true"))) }
    let closure = entity.repetition.parameter.map { parameter in
      SwiftClosure(parameters: [spelled.code.mentions(parameter) ? parameter : "_"], body: spelled.code)
    }
    return plain(entity.key, added(arguments, closure))
  }

  /// `count` takes anything that is a value, so nothing can be inferred there.
  private mutating func countCode(_ expression: HCLExpression, _ scope: Scope) -> SwiftCode {
    if case .number(let text) = expression.kind, let number = NumberLiteral(text) {
      report.arguments += 1
      return .text(number.source)
    }
    report.arguments += 1
    rawReasons = []
    let code = operand(expression, scope).code
    if !rawReasons.isEmpty { report.rawArguments += 1 }
    report.rawExpressions += rawReasons
    rawReasons = []
    return code
  }

  // MARK: Modules

  private mutating func module(
    _ name: String, _ block: HCLBlock, _ entity: Entity, _ outer: Scope
  ) throws(ImportError) -> Statement {
    report.otherBlocks += 1
    var scope = outer
    scope.hasEach = entity.repetition == .forEach
    scope.hasIndex = entity.repetition == .count
    guard let source = block.body["source"]?.text else {
      throw .unsupported(entity.place, what: "a module whose `source` is not a text")
    }
    guard block.body.blocks.isEmpty else { throw .unsupported(entity.place, what: "a block in a module call") }
    let place: SwiftCode
    if let version = block.body["version"] {
      guard let version = version.text else { throw .unsupported(entity.place, what: "this `version` of a module") }
      place = .call(".registry", [SwiftArgument(.literal(source)), SwiftArgument("version", .literal(version))])
    } else if source.hasPrefix("./") || source.hasPrefix("../") {
      place = .call(".directory", [SwiftArgument(.literal(source))])
      note("the module `\(source)` is looked for in the folder of the generated files", block.range.lowerBound, scope)
    } else {
      place = .call(".address", [SwiftArgument(.literal(source))])
    }
    var call = [SwiftArgument(.literal(name)), SwiftArgument("from", place)]
    let arguments = try self.block(block.body, except: Self.moduleArguments, scope)
    if !arguments.isEmptyCollection { call.append(SwiftArgument(arguments)) }
    if let providers = block.body["providers"] {
      guard case .object(let members, _) = providers.kind else { throw notAnAddress(providers, scope) }
      var elements: [SwiftElement] = []
      for member in members {
        let key = member.name ?? member.key.inlineSource
        elements.append(
          SwiftElement(key: SwiftString([.literal(key)]).flat, value: try provider(member.value, outer)))
      }
      call.append(SwiftArgument("providers", .collection(elements, isDictionary: true)))
    }
    if let after = try dependencies(block.body, outer) { call.append(SwiftArgument("after", after)) }
    let code = SwiftCode.call("ModuleCall", call)
    if let count = block.body["count"] {
      return plain(
        entity.key,
        added(
          [SwiftArgument("count", countCode(count, outer))],
          SwiftClosure(parameters: [code.mentions("index") ? "index" : "_"], body: code)))
    }
    if let members = block.body["for_each"] {
      return plain(
        entity.key,
        added(
          [SwiftArgument("forEach", counted(members, outer))],
          SwiftClosure(parameters: [code.mentions("each") ? "each" : "_"], body: code)))
    }
    return plain(entity.key, added([SwiftArgument(code)]))
  }

  private static let moduleArguments: Set = [
    "source", "version", "providers", "depends_on", "count", "for_each",
  ]

  // MARK: Providers

  private mutating func homeProvider(_ block: HCLBlock, _ scope: Scope) throws(ImportError) -> Statement? {
    report.otherBlocks += 1
    var arguments: [SwiftArgument] = []
    if let region = block.body["region"] {
      if let name = region.text {
        settings.region = regionCode(name)
      } else {
        settings.region = assumedRegion(region).map(regionCode) ?? ".unknown"
        arguments.append(
          SwiftArgument(
            "region",
            .call(
              "Input",
              [SwiftArgument(counted(region, scope)), SwiftArgument("assuming", .text(settings.region))])))
      }
    }
    if let version = block.body["version"] {
      note(
        "the AWS provider's version \(version.inlineSource) becomes that of `versions`", version.range.lowerBound, scope
      )
    }
    let rest = try self.block(block.body, except: ["region", "version", "alias"], scope)
    if !rest.isEmptyCollection { arguments.append(SwiftArgument("with", rest)) }
    return arguments.isEmpty ? nil : plain(nil, .call("stack.configureProvider", arguments))
  }

  /// The default of the variable that decides the region.
  private func assumedRegion(_ expression: HCLExpression) -> String? {
    guard case .traversal(let base, let steps) = expression.unwrapped.kind, case .name("var") = base.kind,
      case .attribute(let name)? = steps.first
    else { return nil }
    return entities[.variable(name)]?.block?.body["default"]?.text
  }

  private mutating func provider(
    _ name: String, _ alias: String?, block: HCLBlock? = nil, _ entity: Entity, _ scope: Scope
  ) throws(ImportError) -> Statement {
    report.otherBlocks += 1
    let requirement = configuration.requirements[name]
    let body = block?.body ?? HCLBody()
    var code: SwiftCode
    if name == "aws" {
      let region = body["region"]?.text
      let rest = try self.block(
        body, except: region == nil ? ["alias", "version"] : ["alias", "version", "region"], scope)
      code = .call(
        "ProviderConfiguration.aws",
        [
          SwiftArgument("alias", .literal(alias ?? "")),
          SwiftArgument("region", .text(region.map(regionCode) ?? ".unknown")), SwiftArgument(rest),
        ])
    } else {
      let rest = try self.block(body, except: ["alias", "version"], scope)
      var arguments = [
        SwiftArgument(.literal(name)), SwiftArgument("source", .literal(requirement?.source ?? "hashicorp/\(name)")),
      ]
      if let version = requirement?.version ?? body["version"]?.text {
        arguments.append(SwiftArgument("version", .literal(version)))
      }
      if let alias { arguments.append(SwiftArgument("alias", .literal(alias))) }
      if !rest.isEmptyCollection { arguments.append(SwiftArgument(rest)) }
      code = .call("ProviderConfiguration", arguments)
    }
    return plain(entity.key, added([SwiftArgument(code)]))
  }

  private mutating func provider(_ name: String, _ alias: String?, _ entity: Entity, _ scope: Scope) -> Statement? {
    try? provider(name, alias, block: nil, entity, scope)
  }
}

extension Entity.Repetition {
  /// What a closure calls the instance that it is for.
  fileprivate var parameter: String? {
    switch self {
    case .none: nil
    case .count: "index"
    case .forEach: "each"
    }
  }
}

extension SwiftCode {
  /// A `Value` that is a text, as a `Text`; `nil` for other values.
  var asText: SwiftCode? {
    switch self {
    case .string: self
    case .call(.text(".text"), let arguments, nil): arguments.first?.value
    case .text, .sequence, .call, .closure, .collection: nil
    }
  }

  var isEmptyCollection: Bool {
    if case .collection(let elements, _) = self { elements.isEmpty } else { false }
  }

  /// Whether a closure's parameter occurs in the code. A word in a text within an interpolation counts, too.
  func mentions(_ name: String) -> Bool {
    var names: Set<String> = []
    collectNames(into: &names)
    return names.contains(name)
  }
}
