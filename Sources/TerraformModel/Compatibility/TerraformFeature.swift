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
  package var features: [TerraformFeature] { features(ArgumentReferences.Reading(self)) }

  /// What the block uses that not every version knows, where all that is in it has been read.
  package func features(_ reading: ArgumentReferences.Reading) -> [TerraformFeature] {
    let writeOnly = arguments.filter { $0.name.isWriteOnly }.map { TerraformFeature.writeOnly($0.name) }
    guard !reading.functions.isEmpty else { return writeOnly }
    let functions = reading.functions.sorted().map(TerraformFeature.function).filter { $0.needs > .oldest }
    return writeOnly + functions
  }
}

extension String {
  /// The last byte first: every name of an argument is asked.
  fileprivate var isWriteOnly: Bool { utf8.last == UInt8(ascii: "o") && hasSuffix("_wo") }
}
