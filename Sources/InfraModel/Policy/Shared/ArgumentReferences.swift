/// What the arguments of a stack's resources read and are made of, found by one walk for all the rules that ask.
struct ArgumentReferences: Sendable {
  /// What is in one declaration.
  struct Reading: Sendable {
    var references: [Reference] = []
    /// The variables and locals.
    var configuration: Set<Address> = []
    /// The resources that text in Terraform's own language refers to.
    var addresses: Set<Address> = []
    /// What is wrong with text in Terraform's own language.
    var faults: [HCLText.Fault] = []
    /// The functions of Terraform that are called.
    var functions: Set<String> = []
    /// Whether a number is infinite or none.
    var hasStrangeNumber = false
  }

  /// One for each declaration, in their order.
  let readings: [Reading]

  init(of stack: DeclaredStack) {
    self = stack.cached { ArgumentReferences(readings: $0.declarations.map { Reading($0.block) }) }
  }

  private init(readings: [Reading]) {
    self.readings = readings
  }
}

extension ArgumentReferences.Reading {
  init(_ block: Block) {
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
    case .variable, .local, .module:
      if let address = expression.configurationAddress { configuration.insert(address) }
    case .literal(let value): note(value)
    case .sensitive, .named, .bound: break
    case .call(let function, _):
      functions.insert(function)
      for part in expression.parts { note(part) }
    case .conditional, .binary, .unary, .member, .index, .splat, .comprehension:
      for part in expression.parts { note(part) }
    case .hcl(let text):
      let reading = text.reading
      addresses.formUnion(reading.resources)
      configuration.formUnion(reading.configuration)
      functions.formUnion(reading.functions)
      if let fault = reading.fault { faults.append(fault) }
    }
  }
}
