import InfraModel
import Stacks

@testable import TerraformModel

/// A deliberate change to a system in memory that breaks a requirement, and the rule that finds it.
struct Breakage: Sendable {
  let system: SystemName
  let changes: [Change]
  let rule: RuleID

  /// One change to one resource or block, in every environment that declares it.
  struct Change: Sendable {
    let address: String
    let kind: Kind
  }

  enum Kind: Sendable {
    /// The argument at the path has another value.
    case set(String, Value)
    /// The argument at the path is left out.
    case dropped(String)
    /// The argument has the value that another resource has for it.
    case copied(String, from: String)
    /// The resource or block is gone.
    case removed
    /// The resource is in another region.
    case moved(Region)
    /// The resource is declared besides.
    case added(RawResource)
    /// The alarm is declared differently; the text says how.
    case alarm(String, @Sendable (inout MetricAlarm) -> Void)
    /// The resource is declared a second time, at another address.
    case duplicated(String)
  }

  init(_ system: SystemName, _ changes: [Change], _ rule: RuleID) {
    self.system = system
    self.changes = changes
    self.rule = rule
  }
}

// MARK: - As the tables write them

extension Breakage {
  static func set(
    _ system: SystemName, _ address: String, _ path: String, _ value: Value, _ rule: RuleID
  ) -> Breakage {
    Breakage(system, [Change(address: address, kind: .set(path, value))], rule)
  }

  static func drop(_ system: SystemName, _ address: String, _ path: String, _ rule: RuleID) -> Breakage {
    Breakage(system, [Change(address: address, kind: .dropped(path))], rule)
  }

  static func remove(_ system: SystemName, _ addresses: String..., by rule: RuleID) -> Breakage {
    Breakage(system, addresses.map { Change(address: $0, kind: .removed) }, rule)
  }

  static func move(_ system: SystemName, _ address: String, to region: Region, _ rule: RuleID) -> Breakage {
    Breakage(system, [Change(address: address, kind: .moved(region))], rule)
  }

  static func add(_ system: SystemName, _ resource: RawResource, _ rule: RuleID) -> Breakage {
    Breakage(
      system, [Change(address: "\(resource.resourceType).\(resource.name)", kind: .added(resource))], rule)
  }

  /// Tracing of a function is off.
  static func untraced(_ system: SystemName, _ function: String) -> Breakage {
    .set(system, "aws_lambda_function.\(function)", "tracing_config.mode", "PassThrough", .requestPathTraced)
  }

  /// A variable of a function has this value.
  static func variable(
    _ system: SystemName, _ function: String, _ name: String, _ value: Value, _ rule: RuleID
  ) -> Breakage {
    .set(system, "aws_lambda_function.\(function)", "environment.variables.\(name)", value, rule)
  }

  /// A policy allows this and nothing else.
  static func allowing(
    _ system: SystemName, _ policy: String, _ action: String, _ rule: RuleID
  ) -> Breakage {
    .set(
      system, policy, "policy.Statement",
      .list([.map(["Effect": "Allow", "Action": .text(Text(action)), "Resource": "*"])]), rule)
  }

  /// CORS of a REST API allows the content type alone.
  static func withoutTraceHeader(_ system: SystemName, _ response: String) -> Breakage {
    .set(
      system, response, "response_parameters",
      .map(["method.response.header.Access-Control-Allow-Headers": "'Content-Type'"]), .corsAllowsTraceHeader)
  }

  /// An alarm is declared differently.
  static func alarm(
    _ system: SystemName, _ name: String, _ difference: String, _ rule: RuleID,
    _ differ: @escaping @Sendable (inout MetricAlarm) -> Void
  ) -> Breakage {
    Breakage(
      system, [Change(address: "aws_cloudwatch_metric_alarm.\(name)", kind: .alarm(difference, differ))], rule)
  }

  /// For the document: what is changed.
  var words: String {
    changes.map { change in
      switch change.kind {
      case .set(let path, let value): "`\(path)` of `\(change.address)` is \(value.words)"
      case .dropped(let path): "`\(change.address)` has no `\(path)`"
      case .copied(let path, let other): "`\(path)` of `\(change.address)` is that of `\(other)`"
      case .removed: "`\(change.address)` is gone"
      case .moved(let region): "`\(change.address)` is in \(region.rawValue)"
      case .added: "there is `\(change.address)`"
      case .alarm(let difference, _): "`\(change.address)` \(difference)"
      case .duplicated(let address): "there is `\(address)`, a copy of `\(change.address)`"
      }
    }.joined(separator: " and ")
  }
}

extension Value {
  /// For the document; what is longer than a word is not spelled out.
  var words: String {
    switch self {
    case .text(let text): text.literal.map { $0.count > 40 ? "too long" : "`\($0.isEmpty ? "\"\"" : $0)`" } ?? "another"
    case .bool(let bool): "`\(bool)`"
    case .integer(let integer): "`\(integer)`"
    case .number(let number): "`\(number)`"
    case .list([]): "empty"
    default: "another"
    }
  }
}

// MARK: - To a stack

extension Breakage {
  /// The stack with all changes; `nil` where it declares none of what they change.
  func breaking(_ stack: StackBuilder) -> StackBuilder? {
    var broken = stack
    var isChanged = false
    for change in changes where change.apply(to: &broken) { isChanged = true }
    return isChanged ? broken : nil
  }
}

extension Breakage.Change {
  fileprivate func apply(to stack: inout StackBuilder) -> Bool {
    if case .added(let resource) = kind {
      stack.add(resource)
      return true
    }
    if let block = stack.configuration.firstIndex(where: { "\($0.section.rawValue).\($0.label ?? "")" == address }) {
      stack.configuration.remove(at: block)
      return true
    }
    guard let index = stack.declarations.firstIndex(where: { "\($0.address)" == address }) else { return false }
    let old = stack.declarations[index]
    switch kind {
    case .removed: stack.declarations.remove(at: index)
    case .moved(let region): stack.declarations[index] = old.with(old.block, in: region)
    case .set(let path, let value): stack.declarations[index] = old.with(path, value)
    case .dropped(let path):
      guard old.block.value(at: path) != nil else { return false }
      stack.declarations[index] = old.with(path, nil)
    case .copied(let argument, let other):
      guard let value = stack.declarations.first(where: { "\($0.address)" == other })?.block[argument] else {
        return false
      }
      stack.declarations[index] = old.with(argument, value)
    case .alarm(_, let differ):
      guard var alarm = old.resource as? MetricAlarm else { return false }
      differ(&alarm)
      stack.declarations[index] = old.redeclared(alarm)
    case .duplicated(let address):
      stack.declarations.append(
        old.copied(to: Address(type: old.address.type, name: String(address.split(separator: ".")[1]))))
    case .added: break
    }
    return true
  }
}

extension Declaration {
  fileprivate func copied(to address: Address) -> Declaration {
    Declaration(
      resource: resource, address: address, physicalName: physicalName, region: region, isPinned: isPinned,
      block: block, lifecycle: lifecycle, dependencies: dependencies, waivers: waivers, path: path)
  }

  fileprivate func redeclared(_ resource: MetricAlarm) -> Declaration {
    var block: Block = ["alarm_name": self.block["alarm_name"] ?? ""]
    resource.encode(into: &block)
    return Declaration(
      resource: resource, address: address, physicalName: physicalName, region: region, isPinned: isPinned,
      block: block, lifecycle: lifecycle, dependencies: dependencies, waivers: waivers, path: path)
  }

  fileprivate func with(_ path: String, _ value: Value?) -> Declaration {
    let steps = path.split(separator: ".").map(String.init)
    var changed = block
    changed[steps[0]] = (block[steps[0]]).setting(steps.dropFirst(), to: value)
    return with(changed, in: region, replacing: steps[0])
  }

  /// As an extra argument would change it, so that rules read the block and not what Swift declared.
  fileprivate func with(_ block: Block, in region: Region, replacing argument: String? = nil) -> Declaration {
    Declaration(
      resource: resource, address: address,
      physicalName: type(of: resource).namingRule.flatMap { block[$0.argument]?.knownText } ?? physicalName,
      region: region, isPinned: isPinned, block: block, lifecycle: lifecycle, dependencies: dependencies,
      provider: provider, repetition: repetition, provisioners: provisioners,
      extraArguments: extraArguments + [argument].compactMap(\.self), waivers: waivers, path: path)
  }
}

extension Block {
  /// The value at a path through nested blocks, maps, lists by position, and documents.
  func value(at path: String) -> Value? {
    let steps = path.split(separator: ".").map(String.init)
    return self[steps[0]]?.member(at: steps.dropFirst())
  }
}

extension Value {
  fileprivate func member(at path: ArraySlice<String>) -> Value? {
    guard let step = path.first else { return self }
    let rest = path.dropFirst()
    switch self {
    case .blocks(let blocks): return (blocks.first?[step])?.member(at: rest)
    case .map(let members), .literalMap(let members): return members[step]?.member(at: rest)
    case .list(let values):
      return Int(step).flatMap { values.indices.contains($0) ? values[$0] : nil }?.member(at: rest)
    case .json(let document): return document.member(at: path)
    default: return nil
    }
  }
}

extension Value? {
  fileprivate func setting(_ path: ArraySlice<String>, to new: Value?) -> Value? {
    guard let step = path.first else { return new }
    let rest = path.dropFirst()
    switch self {
    case .blocks(let blocks)?:
      guard var first = blocks.first else { return .blocks([]) }
      first[step] = first[step].setting(rest, to: new)
      return .blocks([first] + blocks.dropFirst())
    case .list(var values)?:
      guard let position = Int(step), values.indices.contains(position) else { return self }
      if let value = Value?.some(values[position]).setting(rest, to: new) {
        values[position] = value
      } else {
        values.remove(at: position)
      }
      return .list(values)
    case .json(let document)?: return Value?.some(document).setting(path, to: new).map { .json($0) }
    case .map(var members)?, .literalMap(var members)?:
      members[step] = members[step].setting(rest, to: new)
      return .map(members)
    case nil: return .blocks([Block(uniqueArguments: [(step, Value?.none.setting(rest, to: new) ?? "")])])
    default: return self
    }
  }
}
