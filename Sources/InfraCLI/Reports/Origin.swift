import InfraModel
import TFEmit

/// Where a resource of a stack was declared: the calls that led to it, and what set one of its arguments.
struct Origin {
  let stack: StackIdentity
  let address: Address
  let calls: [Call]
  let argument: Argument?

  struct Call {
    let location: SourceLocation
    /// What the call does, such as `adds MonitoredFunction`.
    let deed: String
  }

  struct Argument {
    /// The path within the block, such as `tracing_config.mode`.
    let name: String
    /// As it is in out/.
    let value: String
    /// What set it.
    let giver: Giver
  }

  enum Giver: Equatable {
    /// The call, with `with:`.
    case extraArguments
    /// The name, by convention or with `named:`.
    case naming
    /// The type of the resource, from its initializer's arguments.
    case type(String)
  }

  /// Every declaration of the address in a stack; a valid stack has at most one. None if it does not set the argument.
  static func all(of address: Address, argument path: [String], in stack: DeclaredStack) -> [Origin] {
    let resources = stack.declarations.filter { $0.address == address }.compactMap { declaration in
      origin(of: declaration, argument: path, in: stack)
    }
    let blocks = stack.configuration.filter { $0.address == address }.compactMap { block -> Origin? in
      let calls = [Call(location: block.location, deed: "declares \(address)")]
      guard let name = path.first else {
        return Origin(stack: stack.identity, address: address, calls: calls, argument: nil)
      }
      guard let value = block.block.value(at: path) else { return nil }
      return Origin(
        stack: stack.identity, address: address, calls: calls,
        argument: Argument(name: name, value: text(of: value), giver: .type(block.section.rawValue)))
    }
    return resources + blocks
  }

  private static func origin(
    of declaration: Declaration, argument path: [String], in stack: DeclaredStack
  ) -> Origin? {
    let type = Swift.type(of: declaration.resource).swiftName
    let calls = declaration.path.calls.enumerated().map { index, location in
      let component = index < declaration.path.components.count ? declaration.path.components[index] : nil
      return Call(
        location: location,
        deed: component.map { "adds \(String(describing: $0))" } ?? "declares \(declaration.address)")
    }
    guard let name = path.first else {
      return Origin(stack: stack.identity, address: declaration.address, calls: calls, argument: nil)
    }
    guard let value = declaration.block.value(at: path) else { return nil }
    let giver: Giver =
      if declaration.extraArguments.contains(name) {
        .extraArguments
      } else if Swift.type(of: declaration.resource).namingRule?.argument == name {
        .naming
      } else {
        .type(type)
      }
    return Origin(
      stack: stack.identity, address: declaration.address, calls: calls,
      argument: Argument(name: path.joined(separator: "."), value: text(of: value), giver: giver))
  }

  private static func text(of value: Value) -> String {
    String(String(decoding: plainJSON(value), as: UTF8.self).dropLast())
  }
}

extension Origin {
  /// For people: a line for each call, and one for the argument.
  func lines(relativeTo directory: String) -> [String] {
    let rows = calls.map { [$0.location.text(relativeTo: directory), $0.deed] }
    let lines = table(rows).split(separator: "\n").map(String.init)
    return lines + (argument.map { ["\($0.name) = \($0.value)", "  \($0.giver.sentence)"] } ?? [])
  }

  /// For scripts.
  var entry: Value {
    var entry: [String: Value] = [
      "stack": .literal(stack.stack), "environment": .literal(stack.environment),
      "address": .literal(address.description),
      "calls": .list(
        calls.map { call in
          [
            "file": .literal(call.location.path), "line": .integer(call.location.line),
            "column": .integer(call.location.column), "does": .literal(call.deed),
          ]
        }),
    ]
    if let argument {
      entry["argument"] = [
        "name": .literal(argument.name), "value": .literal(argument.value), "given": .literal(argument.giver.word),
      ]
    }
    return .map(entry)
  }
}

extension Origin.Giver {
  var word: String {
    switch self {
    case .extraArguments: "with"
    case .naming: "name"
    case .type: "type"
    }
  }

  fileprivate var sentence: String {
    switch self {
    case .extraArguments: "set by the last of these calls, with `with:`"
    case .naming: "the physical name: by convention, or set with `named:`"
    case .type(let type): "set by `\(type)`, from the arguments of the last of these calls"
    }
  }
}

extension Block {
  /// The value of an argument, or of one in a nested block or a map.
  fileprivate func value(at path: [String]) -> Value? {
    guard let name = path.first, let value = self[name] else { return nil }
    return path.dropFirst().reduce(value) { value, name in
      switch value {
      case .blocks(let blocks): blocks.lazy.compactMap { $0[name] }.first
      case .map(let values), .literalMap(let values): values[name]
      case .bool, .integer, .number, .text, .literal, .address, .list, .json, nil: nil
      }
    }
  }
}
