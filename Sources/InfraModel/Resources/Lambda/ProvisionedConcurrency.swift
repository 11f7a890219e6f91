/// Copies of a function that are started before anybody calls, so that nobody meets a cold start
/// (`aws_lambda_provisioned_concurrency_config`). They are paid for whether called or not.
public struct ProvisionedConcurrency: Resource {
  public static let type = "aws_lambda_provisioned_concurrency_config"

  public let name: String
  public var function: Text
  /// `qualifier`: Lambda starts copies of a version or an alias, never of `$LATEST`.
  public var qualifier: LambdaQualifier
  /// `provisioned_concurrent_executions`: one or more.
  public var copies: Int

  public init(_ name: String, of function: Text, at qualifier: LambdaQualifier, copies: Int) {
    self.name = name
    self.function = function
    self.qualifier = qualifier
    self.copies = copies
  }

  public func encode(into block: inout Block) {
    block.set("function_name", function)
    block.set("qualifier", qualifier)
    block.set("provisioned_concurrent_executions", copies)
  }
}

/// An alias or a version of a function, and never `$LATEST`. Aliases hand out their own.
public struct LambdaQualifier: Hashable, Sendable, ArgumentValue {
  let text: Text
  public var value: Value { .text(text) }

  init(_ text: Text) {
    self.text = text
  }

  public static func version(_ version: LambdaVersion) -> LambdaQualifier { LambdaQualifier(version.text) }
}

extension ProvisionedConcurrency: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    self.init(
      name, of: try block.text("function_name"), at: LambdaQualifier(try block.text("qualifier")),
      copies: try block.integer("provisioned_concurrent_executions"))
  }
}
