/// A value that Terraform shows after it has run, for people and for other configurations (`output`).
public struct Output: Sendable {
  public let name: String
  public let value: Value
  /// `description`; none where it is empty.
  public let description: String
  /// `sensitive`: Terraform does not show it, and refuses a sensitive value in an output that is not.
  public let isSensitive: Bool
  /// `precondition`: what Terraform checks before it writes the output to the state.
  public var preconditions: [CustomCondition] = []
  /// `depends_on`
  public var dependencies: [Address] = []

  public init(_ name: String, _ value: Text, description: String, isSensitive: Bool = false) {
    self.init(name, value: .text(value), description: description, isSensitive: isSensitive)
  }

  /// Several values by name.
  public init(_ name: String, _ values: [String: Text], description: String, isSensitive: Bool = false) {
    self.init(name, value: values.value, description: description, isSensitive: isSensitive)
  }

  /// A value of any type.
  ///
  /// - Parameters:
  ///   - name: Letters, digits, `_` and `-`.
  ///   - value: `value`
  ///   - description: `description`; none where it is empty.
  ///   - isSensitive: `sensitive`
  ///   - preconditions: `precondition`: what Terraform checks before it writes the output to the state.
  ///   - dependencies: `depends_on`
  public init(
    _ name: String, value: Value, description: String = "", isSensitive: Bool = false,
    preconditions: [CustomCondition] = [], after dependencies: [Address] = []
  ) {
    self.name = name
    self.value = value
    self.description = description
    self.isSensitive = isSensitive
    self.preconditions = preconditions
    self.dependencies = dependencies
  }

  var block: Block {
    var block: Block = ["value": value]
    if !description.isEmpty { block["description"] = .literal(description) }
    if isSensitive { block["sensitive"] = true }
    if !preconditions.isEmpty { block["precondition"] = .blocks(preconditions.map(\.block)) }
    if !dependencies.isEmpty { block["depends_on"] = .list(dependencies.map(Value.address)) }
    return block
  }
}
