/// A value that Terraform shows after it has run, for people and for other configurations (`output`).
public struct Output: Sendable {
  public let name: String
  public let value: Value
  public let description: String
  /// `sensitive`: Terraform does not show it, and refuses a sensitive value in an output that is not.
  public let isSensitive: Bool

  public init(_ name: String, _ value: Text, description: String, isSensitive: Bool = false) {
    self.init(name, value: .text(value), description: description, isSensitive: isSensitive)
  }

  /// Several values by name.
  public init(_ name: String, _ values: [String: Text], description: String, isSensitive: Bool = false) {
    self.init(name, value: values.value, description: description, isSensitive: isSensitive)
  }

  private init(_ name: String, value: Value, description: String, isSensitive: Bool) {
    self.name = name
    self.value = value
    self.description = description
    self.isSensitive = isSensitive
  }

  var block: Block {
    var block: Block = ["value": value, "description": .literal(description)]
    if isSensitive { block["sensitive"] = true }
    return block
  }
}
