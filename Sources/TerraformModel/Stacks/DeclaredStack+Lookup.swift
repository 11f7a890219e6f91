extension Address {
  /// What declares `var.name` or `local.name`, which `depends_on` may have.
  fileprivate var ofReferredValue: Address? {
    switch type {
    case "var": .configuration(.variable, name)
    case "local": .configuration(.locals, name)
    default: nil
    }
  }

  /// The call, in the root module, of the module that it is or is in: `module.shop` for `module.shop["eu"].module.queue`.
  fileprivate var ofCalledModule: Address? {
    let path = mode == .configuration ? description : module
    guard path.hasPrefix("module.") else { return nil }
    return .configuration(.module, String(path.dropFirst("module.".count).prefix { $0 != "." && $0 != "[" }))
  }
}

// What a stack declares, by kind, by type and by address.
extension DeclaredStack {
  /// Everything of one kind, in the order of declaration.
  public func declared<R: Resource>(_: R.Type) -> [Declared<R>] {
    cached { stack in
      stack.index.byModel[ObjectIdentifier(R.self), default: []].compactMap { position in
        let declaration = stack.declarations[position]
        return (declaration.resource as? R).map {
          Declared(resource: $0, declaration: declaration, stack: stack.identity)
        }
      }
    }
  }

  /// Every managed resource, by type in the provider's words, in the order of the types and then of declaration.
  public var managedByType: [(type: String, declarations: [Declaration])] {
    index.managedByType.sorted { $0.key < $1.key }.map { ($0.key, $0.value.map { declarations[$0] }) }
  }

  /// Every managed resource of a type in the provider's words, through its model or not, in the order of declaration.
  package func managed(_ type: String) -> [Declaration] {
    (index.managedByType[type] ?? []).map { declarations[$0] }
  }

  /// The same for several types.
  package func managed(anyOf types: some Collection<String>) -> [Declaration] {
    let groups = types.compactMap { index.managedByType[$0] }
    return (groups.count == 1 ? groups[0] : groups.flatMap(\.self).sorted()).map { declarations[$0] }
  }

  /// What a table has to say about each type of resource, with the managed resources of that type. Asking by type saves
  /// a look into the table for each of thousands of resources.
  package func managed<Entry>(in table: [String: Entry]) -> [(entry: Entry, declarations: [Declaration])] {
    managed { table[$0] }
  }

  /// The same for what is looked up by type.
  package func managed<Entry>(
    by entry: (_ type: String) -> Entry?
  ) -> [(entry: Entry, declarations: [Declaration])] {
    index.managedByType.compactMap { type, positions in
      entry(type).map { (entry: $0, positions: positions) }
    }
    .sorted { $0.positions[0] < $1.positions[0] }
    .map { ($0.entry, $0.positions.map { declarations[$0] }) }
  }

  /// Whether anything of a kind is declared.
  package func declares(any type: any Resource.Type) -> Bool {
    index.byModel[ObjectIdentifier(type)] != nil || index.managedByType[type.type] != nil
  }

  /// Whether no address is declared twice.
  package var declaresEachOnce: Bool { index.byAddress.count == declarations.count }

  public func declares(_ address: Address) -> Bool {
    if address.mode == .configuration {
      let block = address.ofCalledModule ?? address.ofReferredValue ?? address
      return configuration.contains { $0.address == block }
    }
    // What is in a module that the stack calls, only Terraform knows.
    if let module = address.ofCalledModule, !isPlanned { return configuration.contains { $0.address == module } }
    return declaration(at: address) != nil
  }

  /// What is declared at an address; at that of an instance, the resource with `count` or `for_each`.
  public func declaration(at address: Address) -> Declaration? {
    if let position = index.byAddress[address] { return declarations[position] }
    guard !address.index.isEmpty, let position = index.byAddress[address.withoutIndex] else { return nil }
    let declaration = declarations[position]
    return declaration.repetition == nil ? nil : declaration
  }

  /// Whether Terraform manages something at just this address: an instance has a key where there is `count` or `for_each`,
  /// and none elsewhere.
  package func managesInstance(at address: Address) -> Bool {
    guard let declaration = declaration(at: address) else { return false }
    return isPlanned || (declaration.repetition != nil) == !address.index.isEmpty
  }

  /// The declaration that the text of an argument points at; `nil` for one outside the stack.
  ///
  /// - Throws: Where Terraform knows the text only after apply, and nothing says which resource it is about.
  package func target(of text: Text, in argument: String) throws(DecodingFailure) -> Declaration? {
    if let target = target(of: text) { return target }
    try text.expectDecided(in: argument)
    return nil
  }

  /// The declaration that an ARN or another single reference points at; `nil` for a literal, which points outside.
  public func target(of text: Text) -> Declaration? {
    guard let expression = text.onlyExpression else { return nil }
    // A plain reference, as nearly all are, needs no look inside.
    let reference = if case .attribute(let reference) = expression { reference } else { expression.onlyReference }
    return reference.flatMap { declaration(at: $0.address) }
  }
}
