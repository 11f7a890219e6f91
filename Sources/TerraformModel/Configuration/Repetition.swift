/// How many instances a module or a resource has.
public enum Repetition: Hashable, Sendable {
  /// `count`: instances `[0]`, `[1]` and so on.
  case count(Expression)
  /// `for_each`: an instance for each member of a map, or of a set of texts, by its key.
  case forEach(Expression)

  /// How many there are, as far as that is known before Terraform runs: where every variable has its default.
  public var knownCount: Int? {
    switch self {
    case .count(let number):
      if case .integer(let count) = number.known { count } else { nil }
    case .forEach(.call("toset", let arguments)):
      if case .list(let members)? = arguments.first?.known { members.count } else { nil }
    case .forEach(let members):
      switch members.known {
      case .map(let members), .literalMap(let members): members.count
      case .list(let members): members.count
      default: nil
      }
    }
  }

  /// The keys of the instances, as far as they are known before Terraform runs: a variable may come to something else.
  package var knownKeys: [Expression]? {
    switch self {
    case .count(.literal(.integer(let count))): (0..<max(0, count)).map { .literal(.integer($0)) }
    case .forEach(.literal(.map(let members))): members.keys.sorted().map { .literal(.text(Text($0))) }
    case .forEach(.call("toset", let arguments)):
      if case .literal(.list(let members))? = arguments.first {
        Set(members.compactMap(\.knownText)).sorted().map { .literal(.text(Text($0))) }
      } else {
        nil
      }
    case .count, .forEach: nil
    }
  }

  /// What stands behind the address of each instance, such as `["orders"]` or `[0]`, as far as that is known.
  package var knownIndices: Set<String>? {
    knownKeys.map { Set($0.compactMap { Reference.Instance.key($0).knownIndex }) }
  }

  /// What tells one instance's name from that of the next.
  var suffix: Text {
    switch self {
    case .count: Text(.named(.countIndex))
    case .forEach: Text(.named(.eachKey))
    }
  }

  /// The argument as Terraform has it.
  var block: Block {
    switch self {
    case .count(let number): ["count": number.plainValue]
    case .forEach(let members): ["for_each": members.plainValue]
    }
  }
}

/// What tells the instances of a resource from each other: a text for `for_each`, a number for `count`.
public protocol InstanceKey: Sendable {
  /// The key in Terraform's language.
  var expression: Expression { get }
}

extension String: InstanceKey {
  public var expression: Expression { .literal(.text(Text(self))) }
}

extension Int: InstanceKey {
  public var expression: Expression { .literal(.integer(self)) }
}

/// The instance at hand of what `for_each` makes.
public struct EachInstance: Sendable {
  /// `each.key`
  public let key = Text(.named(.eachKey))
  /// `each.value`: what the map has for the key; of a set, the key.
  public let value = Expression.named(.eachValue)
}
