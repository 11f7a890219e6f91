import InfraModel

@testable import TerraformModel

/// One argument of one resource that is left out, or says something else.
struct Mutation: Hashable {
  enum Change: String, Hashable {
    case dropped
    case changed
  }

  /// Resource type and way to the argument, such as `aws_scheduler_schedule.target.arn`.
  let argument: String
  let change: Change
}

extension Mutation: CustomStringConvertible {
  var description: String { "\(argument) \(change.rawValue)" }
}

extension Block {
  /// The block with one change in it, for every change there is, in nested blocks too.
  func mutants(of name: String) -> [(mutation: Mutation, block: Block)] {
    arguments.flatMap { argument, value -> [(mutation: Mutation, block: Block)] in
      let path = "\(name).\(argument)"
      func with(_ value: Value?) -> Block {
        var block = self
        block[argument] = value
        return block
      }
      var mutants = [(Mutation(argument: path, change: .dropped), with(nil))]
      if case .blocks(let blocks) = value, let first = blocks.first {
        mutants += first.mutants(of: path).map { mutation, block in
          (mutation, with(.blocks([block] + blocks.dropFirst())))
        }
      } else {
        mutants.append((Mutation(argument: path, change: .changed), with(value.changed)))
      }
      return mutants
    }
  }
}

extension Value {
  /// What nobody means: a word that names nothing, a number below all ranges, the opposite, a collection of nothing.
  fileprivate var changed: Value {
    switch self {
    case .bool(let bool): .bool(!bool)
    case .integer: -7
    case .number: -7.5
    case .text, .literal, .address, .json: "? nothing ?"
    case .list: [""]
    case .map, .literalMap: ["": ""]
    case .blocks: .blocks([])
    }
  }
}

extension StackBuilder {
  /// The stack with another block for one of its declarations.
  func replacing(_ index: Int, with block: Block) -> StackBuilder {
    let old = declarations[index]
    var builder = self
    builder.declarations[index] = Declaration(
      resource: old.resource, address: old.address,
      physicalName: type(of: old.resource).namingRule.flatMap { block[$0.argument]?.knownText },
      region: old.region, isPinned: old.isPinned, block: block, lifecycle: old.lifecycle,
      dependencies: old.dependencies, waivers: old.waivers, path: old.path)
    return builder
  }
}
