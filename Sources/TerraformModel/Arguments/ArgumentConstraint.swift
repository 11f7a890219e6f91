/// What AWS asks of several arguments of one resource together. A class, so that going through hundreds copies none.
package final class ArgumentConstraint: Sendable {
  /// What is wrong where it does not hold, after the resource's name: `has more datapoints than periods`.
  package let fault: String
  /// What to do about it, before the resource's name: `set 'datapoints_to_alarm' to 'evaluation_periods' or less`.
  package let fix: String
  /// Less than an error where AWS accepts the arguments and only advises against them.
  package let severityInAudit: Severity
  package let holds: @Sendable (KnownArguments) -> Bool

  package init(
    _ fault: String, fix: String, severityInAudit: Severity = .error,
    unless holds: @escaping @Sendable (KnownArguments) -> Bool
  ) {
    self.fault = fault
    self.fix = fix
    self.severityInAudit = severityInAudit
    self.holds = holds
  }
}

/// A block's arguments as far as they are known before Terraform runs.
package struct KnownArguments {
  package let block: Block
  package let stack: DeclaredStack

  package init(block: Block, stack: DeclaredStack) {
    self.block = block
    self.stack = stack
  }

  /// Whether an argument is set, to whatever. The provider takes an empty list for none.
  package func has(_ name: String) -> Bool {
    switch block[name] {
    case nil, .list([]), .blocks([]): false
    default: true
    }
  }

  package func text(_ name: String) -> String? { block[name]?.text(in: stack) }

  package func number(_ name: String) -> Double? { block[name]?.number(in: stack) }

  package func isTrue(_ name: String) -> Bool { text(name) == "true" }

  /// The entries of a list that are known.
  package func texts(_ name: String) -> [String] {
    guard case .list(let values) = block[name] else { return [] }
    return values.compactMap { $0.text(in: stack) }
  }

  /// Whether an argument is a list, which says how long it is, or nothing, which is as long as none.
  package func isList(_ name: String) -> Bool {
    switch block[name] {
    case nil, .list: true
    default: false
    }
  }

  package func count(_ name: String) -> Int { block[name]?.count ?? 0 }

  /// Nested blocks, however they are written: Terraform takes a map or a list of maps for them as well.
  package func blocks(_ name: String) -> [KnownArguments] {
    let blocks: [Block] =
      switch block[name] {
      case .blocks(let blocks): blocks
      case .map(let arguments): [Block(arguments)]
      case .list(let values):
        values.compactMap { value in
          if case .map(let arguments) = value { Block(arguments) } else { nil }
        }
      default: []
      }
    return blocks.map { KnownArguments(block: $0, stack: stack) }
  }
}

extension Block {
  fileprivate init(_ arguments: [String: Value]) {
    self.init(uniqueArguments: arguments.map { ($0.key, $0.value) })
  }
}
