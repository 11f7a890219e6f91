public import TerraformModel

/// The account that Terraform runs in: the data source `aws_caller_identity`.
public struct CallerIdentity: Resource {
  public static let type = "aws_caller_identity"
  public static let mode = Address.Mode.data
  public let name: String

  public init(_ name: String = "current") {
    self.name = name
  }

  public func encode(into block: inout Block) {}
}

extension Declared<CallerIdentity> {
  /// The twelve digits of the account.
  public var accountID: Text { attribute("account_id") }
}
