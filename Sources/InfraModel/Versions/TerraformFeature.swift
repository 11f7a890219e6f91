/// Something of Terraform's language that not every supported version knows.
public enum TerraformFeature: Hashable, Sendable {
  /// `removed`, which forgets what it no longer manages.
  case removed
  /// A function of Terraform's expressions.
  case function(String)
  /// A write-only argument, whose value is in no plan and no state: its name ends in `_wo`.
  case writeOnly(String)

  /// The first version of both Terraform and OpenTofu that knows it. What is not here, every supported version knows.
  public var needs: TerraformVersion {
    switch self {
    case .removed: .v17
    case .function(let name): TerraformFeature.functions[name] ?? .oldest
    case .writeOnly: .v111
    }
  }

  private static let functions: [String: TerraformVersion] = [
    "issensitive": .v18, "templatestring": .v19, "ephemeralasnull": .v111,
  ]
}

extension TerraformFeature: CustomStringConvertible {
  public var description: String {
    switch self {
    case .removed: "a `removed` block"
    case .function(let name): "the function `\(name)`"
    case .writeOnly(let argument): "the write-only argument `\(argument)`"
    }
  }
}

extension Block {
  /// What the block uses that not every version knows, each once.
  var features: [TerraformFeature] {
    var features = arguments.filter { $0.name.hasSuffix("_wo") }.map { TerraformFeature.writeOnly($0.name) }
    forEachFunction { name in
      let feature = TerraformFeature.function(name)
      if feature.needs > .oldest, !features.contains(feature) { features.append(feature) }
    }
    return features
  }

  /// Calls `visit` with the name of every function that the block calls, however deep.
  private func forEachFunction(_ visit: (String) -> Void) {
    for argument in arguments { argument.value.forEachFunction(visit) }
  }
}

extension Value {
  fileprivate func forEachFunction(_ visit: (String) -> Void) {
    switch self {
    case .bool, .integer, .number, .literal, .address: break
    case .text(let text): for case .expression(let expression) in text.parts { expression.forEachFunction(visit) }
    case .list(let values): for value in values { value.forEachFunction(visit) }
    case .map(let values), .literalMap(let values): for value in values.values { value.forEachFunction(visit) }
    case .blocks(let blocks):
      for block in blocks { for argument in block.arguments { argument.value.forEachFunction(visit) } }
    case .json(let document): document.forEachFunction(visit)
    }
  }
}

extension Expression {
  fileprivate func forEachFunction(_ visit: (String) -> Void) {
    switch self {
    case .attribute, .modulePath, .variable, .local: break
    case .literal(let value): value.forEachFunction(visit)
    case .call(let function, let arguments):
      visit(function)
      for argument in arguments { argument.forEachFunction(visit) }
    case .conditional(let condition, let first, let second):
      for part in [condition, first, second] { part.forEachFunction(visit) }
    case .binary(let left, _, let right):
      for part in [left, right] { part.forEachFunction(visit) }
    }
  }
}
