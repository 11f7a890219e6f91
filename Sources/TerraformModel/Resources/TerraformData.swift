/// A value that Terraform remembers (`terraform_data`), so that a change of it can replace something else: name its
/// address in that resource's `Lifecycle.replaceTriggeredBy`.
///
/// Source: https://developer.hashicorp.com/terraform/language/resources/terraform-data
public struct TerraformData: Resource {
  public static let type = "terraform_data"

  public let name: String
  /// `input`; nothing is remembered where `nil`.
  public var input: Value?
  /// `triggers_replace`: a change of it replaces the resource, and so runs its provisioners again.
  public var triggersReplace: Value?

  public init(_ name: String, remembering input: Value? = nil, replacedBy triggersReplace: Value? = nil) {
    self.name = name
    self.input = input
    self.triggersReplace = triggersReplace
  }

  public func encode(into block: inout Block) {
    block["input"] = input
    block["triggers_replace"] = triggersReplace
  }
}
