import HCLSyntax
import ProviderSchemas
import SwiftTypes

/// What two configurations have otherwise than each other, whether they are in HCL or in JSON.
///
/// Blocks are compared at their addresses, argument by argument: constants by their value, expressions by their text without
/// what means nothing. Not compared are versions: those of Terraform and of the AWS provider are infra-gen's.
public struct ConfigurationComparison: Sendable {
  /// One line each, in the order of the addresses.
  public let differences: [String]
  /// How many blocks and locals were compared.
  public let blocks: Int

  /// Compares two root modules.
  ///
  /// - Parameters:
  ///   - files: Those of the one.
  ///   - others: Those of the other.
  public init(of files: [ImportedFile], with others: [ImportedFile]) throws(ImportError) {
    try self.init(of: files, with: others, in: ImportedEnvironment(""), among: 1, schemas: ImportedSchemas())
  }

  /// Compares two root modules.
  ///
  /// - Parameters:
  ///   - files: Those of the one.
  ///   - others: Those of the other.
  ///   - environment: That of the others, whose values are the defaults of their variables.
  ///   - count: How many environments there are.
  ///   - schemas: What tells blocks from arguments in Terraform JSON.
  package init(
    of files: [ImportedFile], with others: [ImportedFile], in environment: ImportedEnvironment, among count: Int,
    schemas: ImportedSchemas
  ) throws(ImportError) {
    var mine = try ImportedConfiguration(files)
    mine.apply(try VariableValues([environment]), of: environment.name, among: count)
    let theirs = try ImportedConfiguration(others)
    var differences: [String] = []
    let (values, otherValues) = (mine.comparedValues(schemas), theirs.comparedValues(schemas))
    for address in Set(values.keys).union(otherValues.keys).sorted() {
      switch (values[address], otherValues[address]) {
      case (let value?, let other?):
        if let found = value.difference(from: other) { differences.append("\(address): \(found)") }
      case (let value?, nil): if !isNothing(value, at: address) { differences.append("\(address): only in the first") }
      case (nil, let other?): if !isNothing(other, at: address) { differences.append("\(address): only in the second") }
      case (nil, nil): break
      }
    }
    self.differences = differences
    blocks = values.count
  }
}

/// Terraform takes a provider without a block as one with an empty block.
private func isNothing(_ value: ComparedValue, at address: String) -> Bool {
  address.hasPrefix("provider.") && value == .object([:])
}

extension ImportedConfiguration {
  fileprivate func comparedValues(_ schemas: ImportedSchemas) -> [String: ComparedValue] {
    var values: [String: ComparedValue] = [:]
    for (key, entity) in entities {
      switch entity.content {
      case .local(let attribute): values[key.address] = ComparedValue(attribute.value)
      case .impliedProvider: values[key.address] = .object([:])
      case .block(let block):
        let (address, value) = compared(key, block, schemas)
        values[values[address] == nil ? address : "\(address) again"] = value
      }
    }
    if let (block, _) = backend {
      values[([block.type] + block.labels).joined(separator: ".")] = ComparedValue(block.body)
    }
    for case .provider(let name, _) in entities.keys where name != "aws" {
      let requirement = requirements[name] ?? ProviderRequirement(source: "hashicorp/\(name)")
      let version = requirement.version ?? entities[.provider(name, alias: nil)]?.block?.body["version"]?.text
      values["required_providers.\(name)"] = .constant("\(requirement.source) \(version ?? "")")
    }
    return values
  }

  private func compared(_ key: Entity.Key, _ block: HCLBlock, _ schemas: ImportedSchemas) -> (String, ComparedValue) {
    switch key {
    case .variable:
      var value = ComparedValue(block.body, without: ["type"]).without([
        "sensitive": "false", "ephemeral": "false", "nullable": "true",
      ])
      if let type = block.body["type"], case .object(var members) = value {
        members["type"] = .constant(type.canonicalType)
        value = .object(members)
      }
      return (key.address, value)
    case .resource(let mode, let type, _):
      let value = ComparedValue(block.body).withoutDefaultLifecycle.withConnectionsInside
      let schema = schemas.shapes(of: source(of: type), for: providerVersion)
      return (key.address, schema?.block(of: type, mode.schemaMode).map(value.withBlocks) ?? value)
    case .provider: return (key.address, ComparedValue(block.body, without: ["version"]))
    case .other:
      let value = ComparedValue(block.body).without(["sensitive": "false"])
      let label = block.labels.first ?? value.description
      return ("\(block.type).\(label)", value)
    case .local, .module: return (key.address, ComparedValue(block.body))
    }
  }
}

extension ComparedValue {
  /// With the blocks that Terraform JSON has as lists or objects.
  fileprivate func withBlocks(of schema: SchemaBlock) -> ComparedValue {
    guard case .object(var members) = self else { return self }
    for (name, value) in members {
      guard let member = schema[name], member.isBlock, let inner = member.kind.object else { continue }
      switch value {
      case .blocks(let values), .list(let values): members[name] = .blocks(values.map { $0.withBlocks(of: inner) })
      case .object: members[name] = .blocks([value.withBlocks(of: inner)])
      case .constant, .expression: break
      }
    }
    return .object(members)
  }

  /// Without members that have the value they would have anyway.
  fileprivate func without(_ standards: [String: String]) -> ComparedValue {
    guard case .object(let members) = self else { return self }
    return .object(members.filter { name, value in standards[name].map { value != .constant($0) } ?? true })
  }

  /// A resource's `connection` is that of each of its provisioners, where those have no argument of their own.
  fileprivate var withConnectionsInside: ComparedValue {
    guard case .object(var members) = self, case .blocks(let outer)? = members["connection"],
      case .object(let connection)? = outer.first
    else { return self }
    members["connection"] = nil
    if case .blocks(let provisioners)? = members["provisioner"] {
      members["provisioner"] = .blocks(provisioners.map { $0.connected(connection) })
    }
    return .object(members)
  }

  private func connected(_ connection: [String: ComparedValue]) -> ComparedValue {
    guard case .object(let labelled) = self, let (type, value) = labelled.first, case .blocks(let bodies) = value,
      case .object(var body)? = bodies.first
    else { return self }
    var own: [String: ComparedValue] = [:]
    if case .blocks(let blocks)? = body["connection"], case .object(let members)? = blocks.first { own = members }
    body["connection"] = .blocks([.object(connection.merging(own) { _, own in own })])
    return .object([type: .blocks([.object(body)])])
  }

  fileprivate var withoutDefaultLifecycle: ComparedValue {
    guard case .object(var members) = self, case .blocks(let blocks)? = members["lifecycle"] else { return self }
    let rest = blocks.map { $0.without(["create_before_destroy": "false", "prevent_destroy": "false"]) }
    members["lifecycle"] = rest.allSatisfy { $0 == .object([:]) } ? nil : .blocks(rest)
    return .object(members)
  }
}

extension HCLExpression {
  /// Old files have types between quotation marks, and lists and maps of no type.
  fileprivate var canonicalType: String {
    let type = text.flatMap { try? HCLExpression(reading: $0) } ?? self
    if case .name(let name) = type.kind, ["list", "map", "set"].contains(name) { return "\(name)(any)" }
    return type.canonical
  }
}
