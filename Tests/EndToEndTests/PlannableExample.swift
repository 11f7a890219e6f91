import Foundation
import InfraModel

@testable import TFEmit

/// An example of a rule, as a module that can be planned beside others.
struct PlannableExample {
  /// `lambda-error-alarm-bad-1`
  let name: String
  let stack: DeclaredStack

  /// Those of every rule that an audit asks.
  static var all: [PlannableExample] {
    Policy.standardRules.map { $0.description }.filter { $0.reasonNotAudited == nil }.flatMap { rule in
      rule.good.enumerated().map { number, example in
        PlannableExample("\(rule.id)-good-\(number + 1)") { example.declare(&$0) }
      }
        + rule.bad.enumerated().map { number, example in
          PlannableExample("\(rule.id)-bad-\(number + 1)") { _ = example.declare(&$0) }
        }
    }
  }

  private init(_ name: String, _ declare: (inout StackBuilder) -> Void) {
    self.name = name
    var builder = StackBuilder()
    declare(&builder)
    stack = DeclaredStack(builder)
  }

  /// The regions of the module's providers, by the name that it has for each.
  private var regions: [String: Region] {
    let others = Set(stack.declarations.map(\.region)).subtracting([stack.homeRegion])
    return Dictionary(uniqueKeysWithValues: others.map { ("aws.\(alias(of: $0))", $0) } + [("aws", stack.homeRegion)])
  }

  /// Writes `NAME/main.tf.json`. A module has neither providers nor a backend of its own.
  func write(below folder: URL) throws {
    var root = configuration(of: stack)
    root["provider"] = nil
    var provider: Block = ["source": .literal("hashicorp/aws")]
    provider["configuration_aliases"] = .list(regions.keys.sorted().filter { $0 != "aws" }.map { .literal($0) })
    root["terraform"] = .blocks([["required_providers": .blocks([["aws": .blocks([provider])]])]])
    let own = folder.appending(path: name, directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
    try Data(plainJSON(.blocks([root]))).write(to: own.appending(path: "main.tf.json"))
  }

  /// What the root module has, and gives to each. A provider for a region is one process, however many modules use it.
  static func providers(of examples: [PlannableExample]) -> Value {
    let regions = Set(examples.flatMap(\.regions.values)).sorted { $0.rawValue < $1.rawValue }
    let modules = examples.map { example in
      (example.name, Value.literalMap(example.regions.mapValues { .literal("aws.\(alias(of: $0))") }))
    }
    return [
      "terraform": .blocks([
        ["required_providers": .blocks([["aws": .blocks([["source": .literal("hashicorp/aws")]])]])]
      ]),
      "aws": .list(regions.map { ["alias": .literal(alias(of: $0)), "region": .literal($0.rawValue)] }),
      "modules": .literalMap(Dictionary(uniqueKeysWithValues: modules)),
    ]
  }

  /// What the audit of the module's part of a plan says otherwise than `check`, rule by rule.
  func differences(in plan: JSON) throws -> [RuleDifference] {
    let place = SourceLocation(fileID: "", path: name, line: 1, column: 1)
    let own = plan.part(ofModule: name, at: stack.homeRegion)
    let read = try Plan(own, as: stack.identity) { _ in place }
    // A plan is in the order of addresses, and some rules name the first of several.
    let order = Dictionary(
      stack.declarations.enumerated().map { ($1.address, $0) }, uniquingKeysWith: { first, _ in first })
    let resources = read.resources.sorted { order[$0.address, default: 0] < order[$1.address, default: 0] }
    let planned = DeclaredStack(stack.identity, region: read.homeRegion, planned: resources)
    return RuleDifference.all(between: stack, and: planned)
  }
}

extension JSON {
  /// What a plan says of a module, as if it were the root.
  fileprivate func part(ofModule name: String, at region: Region) -> JSON {
    guard case .object(var plan) = self else { return .null }
    let prefix = "module.\(name)."
    let changes = (plan["resource_changes"]?.array ?? []).filter { $0["address"]?.string?.hasPrefix(prefix) ?? false }
    plan["resource_changes"] = .array(changes.map { $0.withoutPrefix(prefix) })
    let prior = (plan["prior_state"]?["values"]?["root_module"]?["child_modules"]?.array ?? []).first {
      $0["address"]?.string == "module.\(name)"
    }
    plan["prior_state"] = prior.map { module in
      let resources = JSON.array((module["resources"]?.array ?? []).map { $0.withoutPrefix(prefix) })
      return .object(["values": .object(["root_module": .object(["resources": resources])])])
    }
    if case .object(var providers)? = plan["configuration"]?["provider_config"] {
      providers["aws"] = providers["aws.\(alias(of: region))"]
      plan["configuration"] = .object([
        "provider_config": .object(providers),
        "root_module": plan["configuration"]?["root_module"]?["module_calls"]?[name]?["module"] ?? .null,
      ])
    }
    plan["planned_values"] = nil
    return .object(plan)
  }

  private func withoutPrefix(_ prefix: String) -> JSON {
    guard case .object(var members) = self, let address = members["address"]?.string else { return self }
    members["address"] = .string(String(address.dropFirst(prefix.count)))
    members["module_address"] = nil
    return .object(members)
  }
}
