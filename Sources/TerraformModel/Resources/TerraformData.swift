/// A value that Terraform remembers (`terraform_data`), so that a change of it can replace something else: name its
/// address in that resource's `Lifecycle.replaceTriggeredBy`.
public struct TerraformData: Resource {
  public static let type = "terraform_data"

  public let name: String
  /// `input`
  public var input: Value

  public init(_ name: String, remembering input: Value) {
    self.name = name
    self.input = input
  }

  public func encode(into block: inout Block) {
    block["input"] = input
  }
}
