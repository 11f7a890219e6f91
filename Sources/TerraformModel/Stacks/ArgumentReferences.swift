/// What the arguments of a stack's resources read and are made of, found by one walk for all the rules that ask.
package struct ArgumentReferences: Sendable {
  /// What is in one declaration.
  package struct Reading: Sendable {
    package var references: [Reference] = []
    /// The variables and locals.
    package var configuration: Set<Address> = []
    /// The resources that text in Terraform's own language refers to.
    package var addresses: Set<Address> = []
    /// What is wrong with text in Terraform's own language.
    package var faults: [HCLText.Fault] = []
    /// The functions of Terraform that are called.
    var functions: Set<String> = []
    /// The roots of what Terraform has names of its own for: `each`, `count`, `self`, `path` and `terraform`.
    package var named: Set<String> = []
    /// The names that a comprehension gives its elements although one around it has given them to its own.
    package var shadowedNames: Set<String> = []
    /// What the comprehensions around the expression at hand call their elements.
    private var elementNames: [String] = []
    /// Whether a number is infinite or none.
    package var hasStrangeNumber = false
  }

  /// One for each declaration, in their order.
  package let readings: [Reading]

  package init(of stack: DeclaredStack) {
    self = stack.cached { ArgumentReferences(readings: $0.declarations.map { Reading($0) }) }
  }

  private init(readings: [Reading]) {
    self.readings = readings
  }
}

extension ArgumentReferences.Reading {
  package init(_ block: Block) {
    note(block)
  }

  /// What the arguments of a resource read, and its meta-arguments.
  init(_ declaration: Declaration) {
    note(declaration.block)
    if declaration.hasMetaArguments { note(declaration.metaArguments) }
    references += declaration.lifecycle.replaceTriggeredByAttributes
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
    case .attribute(let reference):
      references.append(reference)
      if case .key(let key) = reference.instance { note(key) }
    case .variable, .local, .module:
      if let address = expression.configurationAddress { configuration.insert(address) }
    case .literal(let value): note(value)
    case .named(let value): named.insert(value.root)
    case .sensitive, .bound: break
    case .call(let function, _):
      functions.insert(function)
      for part in expression.parts { note(part) }
    case .conditional, .binary, .unary, .member, .index, .splat:
      for part in expression.parts { note(part) }
    case .comprehension(let comprehension):
      // What is gone through does not know the names yet.
      note(comprehension.collection)
      shadowedNames.formUnion(comprehension.names.filter(elementNames.contains))
      elementNames += comprehension.names
      for part in comprehension.resultParts { note(part) }
      elementNames.removeLast(comprehension.names.count)
    case .hcl(let text):
      let reading = text.reading
      addresses.formUnion(reading.resources)
      configuration.formUnion(reading.configuration)
      functions.formUnion(reading.functions)
      named.formUnion(reading.named)
      if let fault = reading.fault { faults.append(fault) }
    }
  }
}

extension Expression {
  /// What declares the variable, local or module that the expression is.
  package var configurationAddress: Address? {
    switch self {
    case .variable(let name, _): .configuration(.variable, name)
    case .local(let name): .configuration(.locals, name)
    case .module(let name): .configuration(.module, name)
    case .attribute, .named, .literal, .call, .conditional, .binary, .unary, .member, .index, .splat, .comprehension,
      .bound, .hcl, .sensitive:
      nil
    }
  }
}
