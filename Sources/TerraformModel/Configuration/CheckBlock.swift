/// Something that should be true whenever Terraform has run. Where it is not, Terraform warns and goes on (`check`).
public struct CheckBlock: Sendable {
  public let name: String
  /// It has to refer to something that Terraform knows, or Terraform calls it a constant.
  public let condition: Expression
  public let message: Text

  public init(_ name: String, that condition: Expression, otherwise message: Text) {
    self.name = name
    self.condition = condition
    self.message = message
  }

  var block: Block {
    ["assert": .blocks([["condition": .text(Text(condition)), "error_message": .text(message)]])]
  }
}
