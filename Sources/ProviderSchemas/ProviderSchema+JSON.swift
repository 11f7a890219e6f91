import Synchronization
package import TerraformModel

/// The schemas of several providers, as `terraform providers schema -json` prints them.
///
/// Source: https://developer.hashicorp.com/terraform/cli/commands/providers/schema
package struct PrintedSchemas: Sendable {
  /// By the provider's address with the registry's host.
  package let schemas: [String: ProviderSchema]

  /// Why a document is no such output.
  package struct Fault: Error, Hashable {
    /// A clause, such as `it has no 'provider_schemas'`.
    package let reason: String
  }

  /// - Parameter document: What the command printed.
  package init(_ document: JSONDocument) throws(Fault) {
    guard case .object(let members) = document, case .object(let providers)? = members["provider_schemas"] else {
      throw Fault(reason: "it has no 'provider_schemas', which `terraform providers schema -json` prints")
    }
    var schemas: [String: ProviderSchema] = [:]
    for (name, provider) in providers {
      schemas[name] = try ProviderSchema(printed: provider, named: name)
    }
    self.schemas = schemas
  }

  /// The same, but each type is read when it is asked for. One that cannot be read has no block.
  package init(skimming text: JSONOutline) throws(Fault) {
    guard let providers = text["provider_schemas"]?.members else {
      throw Fault(reason: "it has no 'provider_schemas', which `terraform providers schema -json` prints")
    }
    var schemas: [String: ProviderSchema] = [:]
    for (name, provider) in providers {
      let parts = Dictionary(provider.members ?? [], uniquingKeysWith: { $1 })
      var outlines: [SchemaMode: [String: JSONOutline]] = [:]
      for mode in SchemaMode.allCases {
        outlines[mode] = Dictionary(parts[mode.printedName]?.members ?? [], uniquingKeysWith: { $1 })
      }
      schemas[name] = ProviderSchema(PrintedTypes(outlines, of: name))
    }
    self.schemas = schemas
  }
}

/// The types of a printed schema, each read once.
final class PrintedTypes: Sendable {
  let outlines: [SchemaMode: [String: JSONOutline]]
  private let provider: String
  private let read = Mutex<[SchemaMode: [String: (block: SchemaBlock, isDeprecated: Bool)?]]>([:])

  init(_ outlines: [SchemaMode: [String: JSONOutline]], of provider: String) {
    self.outlines = outlines
    self.provider = provider
  }

  /// `nil` for a type that is not there, or that cannot be read.
  func type(_ name: String, _ mode: SchemaMode) -> (block: SchemaBlock, isDeprecated: Bool)? {
    if let known = read.withLock({ $0[mode]?[name] }) { return known }
    let type = outlines[mode]?[name].flatMap { outline in try? readType(name, outline) }
    read.withLock { $0[mode, default: [:]][name] = .some(type) }
    return type
  }

  private func readType(_ name: String, _ outline: JSONOutline) throws -> (SchemaBlock, Bool) {
    let reader = SchemaReader(provider: provider)
    let type = try reader.object(try outline.document(), name)
    let block = try reader.object(type["block"], "the block of '\(name)'")
    return (try reader.block(block, of: name), reader.flag(block["deprecated"]))
  }
}

extension ProviderSchema {
  fileprivate init(printed document: JSONDocument, named name: String) throws(PrintedSchemas.Fault) {
    let reader = SchemaReader(provider: name)
    let members = try reader.object(document, "the provider")
    var blocks: [SchemaMode: [String: SchemaBlock]] = [:]
    var deprecated: [SchemaMode: Set<String>] = [:]
    for mode in SchemaMode.allCases {
      for (type, schema) in try reader.object(members[mode.printedName], mode.printedName) {
        let block = try reader.object(try reader.object(schema, type)["block"], "the block of '\(type)'")
        blocks[mode, default: [:]][type] = try reader.block(block, of: type)
        if reader.flag(block["deprecated"]) { deprecated[mode, default: []].insert(type) }
      }
    }
    var functions: [ProviderFunction] = []
    for (name, function) in try reader.object(members["functions"], "functions") {
      functions.append(try reader.function(try reader.object(function, name), named: name))
    }
    self.init(blocks, deprecated: deprecated, functions: functions)
  }
}

extension SchemaMode {
  /// What the output calls the types of the mode.
  fileprivate var printedName: String {
    switch self {
    case .resource: "resource_schemas"
    case .data: "data_source_schemas"
    case .ephemeral: "ephemeral_resource_schemas"
    }
  }
}

/// Reads the schema of one provider.
private struct SchemaReader {
  let provider: String

  func fault(_ reason: String) -> PrintedSchemas.Fault { PrintedSchemas.Fault(reason: "\(reason) in '\(provider)'") }

  /// No members where there is nothing.
  func object(_ document: JSONDocument?, _ what: String) throws(PrintedSchemas.Fault) -> [String: JSONDocument] {
    switch document {
    case nil, .null: return [:]
    case .object(let members): return members
    case .bool, .number, .string, .array: throw fault("\(what) is not an object")
    }
  }

  func flag(_ document: JSONDocument?) -> Bool { document == .bool(true) }

  func block(_ members: [String: JSONDocument], of name: String) throws(PrintedSchemas.Fault) -> SchemaBlock {
    var read: [String: SchemaMember] = [:]
    for (name, attribute) in try object(members["attributes"], "'attributes' of '\(name)'") {
      read[name] = SchemaMember(name: name, traits: try traits(of: try object(attribute, "'\(name)'"), named: name))
    }
    for (name, nested) in try object(members["block_types"], "'block_types' of '\(name)'") {
      read[name] = SchemaMember(name: name, traits: try nestedTraits(try object(nested, "'\(name)'"), named: name))
    }
    return SchemaBlock(read)
  }

  private func traits(
    of attribute: [String: JSONDocument], named name: String
  ) throws(PrintedSchemas.Fault) -> SchemaMember.Traits {
    var traits = SchemaMember.Traits(kind: try kind(of: attribute, named: name))
    traits.isRequired = flag(attribute["required"])
    traits.isOptional = flag(attribute["optional"])
    traits.isComputed = flag(attribute["computed"])
    traits.isSensitive = flag(attribute["sensitive"])
    traits.isWriteOnly = flag(attribute["write_only"])
    traits.isDeprecated = flag(attribute["deprecated"])
    if case .string(let text)? = attribute["description"] { traits.description = text.onOneLine }
    return traits
  }

  private func kind(of attribute: [String: JSONDocument], named name: String) throws(PrintedSchemas.Fault) -> SchemaKind
  {
    guard let nested = attribute["nested_type"] else {
      guard let type = attribute["type"] else { throw fault("'\(name)' has no 'type'") }
      return try kind(type, of: name)
    }
    let members = try object(nested, "'nested_type' of '\(name)'")
    return try collection(members["nesting_mode"], of: .object(try block(members, of: name)), named: name)
  }

  private func nestedTraits(
    _ nested: [String: JSONDocument], named name: String
  ) throws(PrintedSchemas.Fault) -> SchemaMember.Traits {
    let block = try object(nested["block"], "the block of '\(name)'")
    let object = SchemaKind.object(try self.block(block, of: name))
    var traits = SchemaMember.Traits(kind: try collection(nested["nesting_mode"], of: object, named: name))
    traits.isBlock = true
    traits.isOptional = true
    traits.isDeprecated = flag(block["deprecated"])
    traits.fewest = try number(nested["min_items"], named: name) ?? 0
    if let most = try number(nested["max_items"], named: name), most > 0 { traits.most = most }
    return traits
  }

  private func collection(
    _ mode: JSONDocument?, of element: SchemaKind, named name: String
  ) throws(PrintedSchemas.Fault) -> SchemaKind {
    switch mode {
    case .string("single"), .string("group"): return element
    case .string("list"): return .list(element)
    case .string("set"): return .set(element)
    case .string("map"): return .map(element)
    default: throw fault("'\(name)' has an unknown 'nesting_mode'")
    }
  }

  private func number(_ document: JSONDocument?, named name: String) throws(PrintedSchemas.Fault) -> Int? {
    guard let document else { return nil }
    guard case .number(let digits) = document, let number = Int(digits) else {
      throw fault("'\(name)' has a limit that is not a number")
    }
    return number
  }

  func function(
    _ members: [String: JSONDocument], named name: String
  ) throws(PrintedSchemas.Fault) -> ProviderFunction {
    var parameters: [ProviderFunction.Parameter] = []
    if case .array(let listed)? = members["parameters"] {
      for parameter in listed { parameters.append(try self.parameter(parameter, of: name)) }
    }
    var description = ""
    if case .string(let text)? = members["description"] ?? members["summary"] { description = text.onOneLine }
    let variadic = members["variadic_parameter"]
    return ProviderFunction(
      name: name, description: description, parameters: parameters,
      variadic: variadic == nil || variadic == .null ? nil : try parameter(variadic, of: name),
      result: try members["return_type"].map { type throws(PrintedSchemas.Fault) in try kind(type, of: name) } ?? .any)
  }

  private func parameter(
    _ document: JSONDocument?, of function: String
  ) throws(PrintedSchemas.Fault) -> ProviderFunction.Parameter {
    let members = try object(document, "a parameter of '\(function)'")
    guard case .string(let name)? = members["name"], let type = members["type"] else {
      throw fault("a parameter of '\(function)' has no name or no type")
    }
    return ProviderFunction.Parameter(name: name, kind: try kind(type, of: name))
  }

  /// A type as Terraform writes it: a word, or a list of a word and what it is of.
  private func kind(_ type: JSONDocument, of name: String) throws(PrintedSchemas.Fault) -> SchemaKind {
    switch type {
    case .string("string"): return .text
    case .string("number"): return .number
    case .string("bool"): return .bool
    case .string("dynamic"): return .any
    case .array(let parts):
      guard parts.count > 1, case .string(let word) = parts[0] else { break }
      switch word {
      case "list": return .list(try kind(parts[1], of: name))
      case "set": return .set(try kind(parts[1], of: name))
      case "map": return .map(try kind(parts[1], of: name))
      case "tuple": return .any
      case "object":
        var members: [String: SchemaMember] = [:]
        for (member, type) in try object(parts[1], "the type of '\(name)'") {
          members[member] = SchemaMember(name: member, traits: SchemaMember.Traits(kind: try kind(type, of: member)))
        }
        return .object(SchemaBlock(members))
      default: break
      }
    default: break
    }
    throw fault("'\(name)' has an unknown type")
  }
}

extension String {
  /// Without what would end a comment's line.
  fileprivate var onOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
