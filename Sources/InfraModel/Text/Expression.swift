/// An attribute of a declared resource, which Terraform knows at plan or apply time.
public struct Reference: Hashable, Sendable {
  public let address: Address
  /// The attribute's name in the provider's words, such as `arn`.
  public let attribute: String
  /// The stack that declared the resource. A reference that ends up in another stack is found by `foreign-reference`.
  public let stack: StackIdentity
}

/// What Terraform evaluates. Only TFEmit turns it into `${…}`.
public indirect enum Expression: Hashable, Sendable {
  case attribute(Reference)
  /// `path.module`: the directory that holds the generated files.
  case modulePath
  /// A call of one of Terraform's functions, such as `filebase64sha256("code.zip")`.
  case call(String, [Text])
}

extension Expression {
  /// Every attribute the expression reads.
  public var references: [Reference] {
    switch self {
    case .attribute(let reference): [reference]
    case .modulePath: []
    case .call(_, let arguments): arguments.flatMap(\.references)
    }
  }
}
