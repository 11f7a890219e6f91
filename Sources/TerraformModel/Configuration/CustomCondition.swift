/// What Terraform checks, and its error where the check fails: a `precondition`, `postcondition`, `validation` or `assert`.
///
/// Source: https://developer.hashicorp.com/terraform/language/expressions/custom-conditions
public struct CustomCondition: Hashable, Sendable {
  /// `condition`
  public var expression: Expression
  /// `error_message`
  public var message: Text

  public init(_ expression: Expression, otherwise message: Text) {
    self.expression = expression
    self.message = message
  }

  package var block: Block { ["condition": .text(Text(expression)), "error_message": .text(message)] }
}
