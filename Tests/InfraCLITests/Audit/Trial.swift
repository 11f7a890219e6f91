import InfraModel

/// What an argument is changed to.
enum ArgumentChange {
  case unknown
  case removed
  case value(Value)
}

/// A stack of an example in another form, and with arguments changed.
struct Trial {
  /// How the resources of an example are declared.
  enum Form: CaseIterable, Sendable {
    case raw, planned
  }

  let declarations: [Declaration]
  /// The arguments of each as a plan has them.
  let blocks: [Block]
  private let typed: DeclaredStack
  private let form: Form
  private let builder: StackBuilder

  init(_ typed: DeclaredStack, as form: Form, configuration builder: StackBuilder) {
    self.typed = typed
    self.form = form
    self.builder = builder
    declarations = typed.declarations
    blocks = declarations.map(\.block.settled)
  }

  func stack(
    replacing argument: String? = nil, of index: Int = 0, with change: ArgumentChange = .removed
  ) -> DeclaredStack {
    func block(_ position: Int) -> Block {
      var block = blocks[position]
      guard position == index, let argument else { return block }
      switch change {
      case .unknown: block[argument] = .text(Text(.knownAfterApply(reading: [])))
      case .removed: block[argument] = nil
      case .value(let value): block[argument] = value
      }
      return block
    }
    switch form {
    case .planned:
      return DeclaredStack(
        typed.identity, region: typed.homeRegion,
        planned: declarations.indices.map { position in
          PlannedResource(
            address: declarations[position].address, region: declarations[position].region, block: block(position),
            dependencies: declarations[position].dependencies, location: declarations[position].location)
        })
    case .raw:
      var raw = builder
      raw.declarations = []
      for (position, declaration) in declarations.enumerated() {
        guard declaration.address.mode == .managed else {
          raw.declarations.append(declaration)
          continue
        }
        raw.add(
          RawResource(declaration.address.type, declaration.address.name, block(position)), in: declaration.region,
          after: declaration.dependencies)
      }
      return DeclaredStack(raw)
    }
  }
}

extension Trial {
  /// Other values that an argument could have.
  func others(than value: Value?) -> [ArgumentChange] {
    [.removed] + (value.map { alternatives(to: $0) } ?? []).map { .value($0) }
  }

  private func alternatives(to value: Value) -> [Value] {
    switch value {
    case .bool: flags
    case .integer, .number: numbers
    case .text, .literal, .address: texts + numbers + flags + references + documents
    case .json: documents
    case .blocks(let blocks):
      blocks.indices.flatMap { index in
        blocks[index].arguments.flatMap { name, inner in
          ([nil] + alternatives(to: inner)).map { other in
            var changed = blocks
            changed[index][name] = other
            return .blocks(changed)
          }
        }
      }
    case .map(let members):
      members.flatMap { name, inner in
        alternatives(to: inner).map { .map(members.merging([name: $0]) { $1 }) }
      }
    case .list(let values):
      [.list([])] + (values.first.map { alternatives(to: $0) } ?? []).map { .list([$0]) }
    case .literalMap: []
    }
  }

  private var texts: [Value] {
    ["", "other", "*", "Default", "NONE", "AWS_IAM", "ENABLED", "Active", "breaching"].map { .text(Text($0)) }
  }

  private var numbers: [Value] { [-1, 0, 1, 60, 1_000, 1_000_000].map { .integer($0) } }

  private var flags: [Value] { [.bool(true), .bool(false)] }

  /// To everything else of the stack.
  private var references: [Value] {
    declarations.flatMap { declaration in
      ["arn", "id"].map {
        .text(Text(Reference(address: declaration.address, attribute: $0, stack: typed.identity)))
      }
    }
  }

  /// Policies that allow everything and nothing.
  private var documents: [Value] {
    ["Allow", "Deny"].map { effect in
      .json(["Statement": [["Effect": .text(Text(effect)), "Principal": "*", "Action": "*", "Resource": "*"]]])
    }
  }
}
