/// Something that should be true whenever Terraform has run. Where it is not, Terraform warns and goes on (`check`).
public struct CheckBlock: Sendable {
  public let name: String
  /// `assert`: each has to refer to something that Terraform knows, or Terraform calls it a constant.
  public let assertions: [CustomCondition]
  /// `data`: a data source that Terraform reads for the check alone, and after everything else. Where it fails, Terraform
  /// warns.
  let data: Block?

  public init(_ name: String, that condition: Expression, otherwise message: Text) {
    self.init(name, [CustomCondition(condition, otherwise: message)])
  }

  public init(_ name: String, _ assertions: [CustomCondition]) {
    self.init(name, assertions, data: nil)
  }

  init(_ name: String, _ assertions: [CustomCondition], data: Block?) {
    self.name = name
    self.assertions = assertions
    self.data = data
  }

  var block: Block {
    var block: Block = ["assert": .blocks(assertions.map(\.block))]
    if let data { block["data"] = .blocks([data]) }
    return block
  }
}
