/// What the arguments of a stack's resources read and are made of, found by one walk for all the rules that ask.
package struct ArgumentReferences: Sendable {
  /// What is in one declaration.
  package struct Reading: Sendable {
    package var references: [Reference] = []
    /// The variables and locals.
    package var configuration: Set<Address> = []
    /// The functions of Terraform that are called.
    var functions: Set<String> = []
    /// Whether a number is infinite or none.
    package var hasStrangeNumber = false
  }

  /// One for each declaration, in their order.
  package let readings: [Reading]

  package init(of stack: DeclaredStack) {
    self = stack.cached { ArgumentReferences(readings: $0.declarations.map { Reading($0.block) }) }
  }

  private init(readings: [Reading]) {
    self.readings = readings
  }
}

extension ArgumentReferences.Reading {
  package init(_ block: Block) {
    note(block)
  }

  private mutating func note(_ block: Block) {
    for argument in block.arguments { note(argument.value) }
  }

  private mutating func note(_ value: Value) {
    switch value {
    case .bool, .integer, .literal, .address: break
    case .number(let number): if !number.isFinite { hasStrangeNumber = true }
    case .text(let text): text.forEachExpression { note($0) }
    case .list(let values): for value in values { note(value) }
    case .map(let values), .literalMap(let values): for value in values.values { note(value) }
    case .blocks(let blocks): for block in blocks { note(block) }
    case .json(let document): note(document)
    }
  }

  private mutating func note(_ expression: Expression) {
    switch expression {
    case .attribute(let reference): references.append(reference)
    case .variable, .local, .modulePath:
      if let address = expression.configurationAddress { configuration.insert(address) }
    case .literal(let value): note(value)
    case .sensitive: break
    case .call(let function, let arguments):
      functions.insert(function)
      for argument in arguments { note(argument) }
    case .conditional(let condition, let first, let second):
      for part in [condition, first, second] { note(part) }
    case .binary(let left, _, let right):
      for part in [left, right] { note(part) }
    }
  }
}

extension Expression {
  /// What declares the variable or local that the expression is.
  package var configurationAddress: Address? {
    switch self {
    case .variable(let name, _): .configuration(.variable, name)
    case .local(let name): .configuration(.locals, name)
    case .attribute, .modulePath, .literal, .call, .conditional, .binary, .sensitive: nil
    }
  }
}
