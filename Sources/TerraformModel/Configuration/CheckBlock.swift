/// Something that should be true whenever Terraform has run. Where it is not, Terraform warns and goes on (`check`).
public struct CheckBlock: Sendable {
  public let name: String
  /// `assert`: each has to refer to something that Terraform knows, or Terraform calls it a constant.
  public let assertions: [CustomCondition]

  public init(_ name: String, that condition: Expression, otherwise message: Text) {
    self.init(name, [CustomCondition(condition, otherwise: message)])
  }

  public init(_ name: String, _ assertions: [CustomCondition]) {
    self.name = name
    self.assertions = assertions
  }

  var block: Block { ["assert": .blocks(assertions.map(\.block))] }
}
