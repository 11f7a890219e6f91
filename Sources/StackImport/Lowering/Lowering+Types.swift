import HCLSyntax
import ProviderSchemas
import SwiftTypes

// Resources as values of generated types.

/// A nested type, with the one that it is in.
struct NestedPlace {
  let type: GeneratedType
  let nested: GeneratedType.NestedType

  var members: [GeneratedType.Member] { nested.members }
  var swiftName: String { "\(type.swiftName).\(nested.swiftName)" }
}

extension Lowering {
  /// The type in Swift; `nil` where no schema has one.
  mutating func generatedType(_ mode: Entity.Mode, _ type: String) -> GeneratedType? {
    let used = UsedType(source: configuration.source(of: type), type: type, mode: mode.schemaMode)
    if let known = generatedTypes[used] { return known }
    let schema = schemas.schema(of: used.source, for: providerVersion)
    let generated = schema.flatMap { GeneratedType(type, used.mode, in: $0) }
    generatedTypes[used] = .some(generated)
    return generated
  }

  /// How a resource is written in Swift: the one place that decides which type it has.
  mutating func spelling(
    of key: Entity.Key, _ type: String, _ label: String, _ body: HCLBody, _ scope: Scope
  ) throws(ImportError) -> Spelling {
    guard case .resource(let mode, _, _) = key else { return Spelling(code: .text("")) }
    let apart = mode == .managed ? Self.metaArguments : Self.metaArguments.subtracting(["connection", "provisioner"])
    if let generated = generatedType(mode, type) {
      let before = snapshot
      let counted = report.arguments
      switch try initializer(of: generated, label, body, except: apart, scope) {
      case .success(var spelling):
        report.resourceArguments += report.arguments - counted
        spelling.lifecycle = try lifecycle(body, scope)
        note(
          generated, used: UsedType(source: configuration.source(of: type), type: type, mode: mode.schemaMode), for: key
        )
        return spelling
      case .failure(let missing):
        restore(before)
        noteUntyped(
          "\(type).\(label) stays a raw resource: its type requires `\(missing.argument)`, which \(missing.reason)",
          at: body.items.first, scope)
      }
      let spelling = try rawSpelling(mode, type, label, body, except: apart, scope)
      report.resourceArguments += report.arguments - counted
      return spelling
    }
    return try rawSpelling(mode, type, label, body, except: apart, scope)
  }

  private mutating func rawSpelling(
    _ mode: Entity.Mode, _ type: String, _ label: String, _ body: HCLBody, except apart: Set<String>, _ scope: Scope
  ) throws(ImportError) -> Spelling {
    let name =
      switch mode {
      case .managed: "RawResource"
      case .data: "RawDataSource"
      case .ephemeral: "RawEphemeralResource"
      }
    let arguments = try block(body, except: apart, scope)
    let lifecycle = try lifecycle(body, scope)
    let keepsLabel = label.contains("-") || (mode == .ephemeral && lifecycle != nil)
    return Spelling(
      code: .call(
        name,
        [
          SwiftArgument(.literal(type)), SwiftArgument(keepsLabel ? "label" : nil, .literal(label)),
          arguments.isEmptyCollection ? nil : SwiftArgument(arguments),
          lifecycle.map { SwiftArgument("lifecycle", $0) },
        ].compactMap(\.self)))
  }

  /// Why there is no initializer of a block.
  private struct Missing: Error {
    let argument: String
    let reason: String
  }

  private mutating func noteUntyped(_ text: String, at item: HCLItem?, _ scope: Scope) {
    report.untyped.append(ImportReport.Note(place: scope.lines.place(of: item?.offset ?? 0), text: text))
  }

  private mutating func initializer(
    of type: GeneratedType, _ label: String, _ body: HCLBody, except apart: Set<String>, _ scope: Scope
  ) throws(ImportError) -> Result<Spelling, Missing> {
    let typed = try typedBody(body, of: type, type.arguments, except: apart, scope)
    if let missing = typed.missing {
      return .failure(
        Missing(
          argument: missing, reason: body.mentions(missing) ? "is written in a way that it cannot take" : "is not there"
        ))
    }
    var spelling = Spelling(code: .call(type.swiftName, [SwiftArgument(.literal(label))] + typed.arguments))
    spelling.keepsLabel = label.contains("-")
    if !typed.rest.isEmpty {
      for item in typed.rest where !item.isDynamic {
        let isKnown = type.arguments.contains { $0.name == item.name }
        noteUntyped(
          "\(type.type).\(label): `\(item.name)` is in `with:`, for "
            + (isKnown ? "its value does not fit the type" : "the provider's schema does not have it"),
          at: item, scope)
      }
      spelling.rest = try block(HCLBody(items: typed.rest), scope, typing: (type, type.arguments))
    }
    looseComments += body.closingComments.flatMap(\.readableLines)
    return .success(spelling)
  }

  /// A nested block as `Block`; `nil` if something in it does not fit.
  mutating func typedBlock(_ body: HCLBody, as place: NestedPlace, _ scope: Scope) throws(ImportError) -> SwiftCode? {
    let before = snapshot
    let typed = try typedBody(body, of: place.type, place.members, scope)
    guard typed.missing == nil, typed.rest.allSatisfy(\.isDynamic) else {
      restore(before)
      return nil
    }
    looseComments += body.closingComments.flatMap(\.readableLines)
    let base = SwiftCode.sequence([.call(place.swiftName, typed.arguments), .text(".arguments")])
    if typed.rest.isEmpty { return base }
    return try block(HCLBody(items: typed.rest), scope, typing: (place.type, place.members), base: base)
  }

  /// A nested block, or an object, as `.init(…)`; `nil` if something in it does not fit.
  mutating func nestedInitializer(
    _ body: HCLBody, as name: String, in type: GeneratedType, _ scope: Scope
  ) throws(ImportError) -> SwiftCode? {
    guard let nested = type.nested(named: name) else { return nil }
    let typed = try typedBody(body, of: type, nested.members, scope)
    guard typed.missing == nil, typed.rest.isEmpty else { return nil }
    looseComments += body.closingComments.flatMap(\.readableLines)
    return .call(".init", typed.arguments)
  }
}

extension ImportedConfiguration {
  /// The address of the provider that has a type.
  func source(of type: String) -> String {
    let name = String(type.prefix { $0 != "_" })
    let source = requirements[name]?.source ?? "hashicorp/\(name)"
    return source.split(separator: "/").suffix(2).joined(separator: "/")
  }
}

extension HCLItem {
  /// The argument, or the type of the block.
  var name: String {
    switch content {
    case .attribute(let attribute): attribute.name
    case .block(let block): block.type
    }
  }

  var isDynamic: Bool {
    if case .block(let block) = content { block.type == "dynamic" } else { false }
  }

  var offset: Int {
    switch content {
    case .attribute(let attribute): attribute.range.lowerBound
    case .block(let block): block.range.lowerBound
    }
  }
}

extension HCLBody {
  fileprivate func mentions(_ name: String) -> Bool {
    self[name] != nil || blocks.contains { $0.type == name || ($0.type == "dynamic" && $0.labels == [name]) }
  }
}
