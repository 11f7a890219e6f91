import InfraModel

@testable import TerraformModel

// What a plan makes of a block: every variable and choice has its value, and only attributes of resources are left.
extension Block {
  var settled: Block {
    Block(uniqueArguments: arguments.map { ($0.name, $0.value.settled) })
  }
}

extension Value {
  var settled: Value {
    switch self {
    case .bool, .integer, .number, .literal, .address: self
    case .text(let text): text.settled
    case .list(let values): .list(values.map(\.settled))
    case .map(let members): .map(members.mapValues(\.settled))
    case .literalMap(let members): .literalMap(members.mapValues(\.settled))
    case .blocks(let blocks): .blocks(blocks.map(\.settled))
    case .json(let document): .json(document.settled)
    }
  }
}

extension Text {
  fileprivate var settled: Value {
    if parts.count == 1, case .expression(let expression) = parts[0], let value = expression.settled { return value }
    var text = Text("")
    for part in parts {
      switch part {
      case .literal(let literal): text.append(literal: literal)
      case .expression(let expression):
        if let word = expression.settled?.word { text.append(literal: word) } else { text.append(Text(expression)) }
      }
    }
    return .text(text)
  }
}

extension Expression {
  fileprivate var settled: Value? {
    switch self {
    case .binary(let left, .equal, let right):
      guard let left = left.settled?.word, let right = right.settled?.word else { return nil }
      return .bool(left == right)
    case .call("min", let arguments):
      let numbers = arguments.compactMap { if case .integer(let number)? = $0.settled { number } else { nil } }
      return numbers.min().map { .integer($0) }
    default: return known?.settled
    }
  }
}

extension DeclaredStack {
  /// The stack as its plan would be read.
  var planned: DeclaredStack {
    DeclaredStack(
      identity, region: homeRegion,
      planned: declarations.map {
        PlannedResource(
          address: $0.address, region: $0.region, block: $0.block.settled, dependencies: $0.dependencies,
          location: $0.location)
      })
  }
}
